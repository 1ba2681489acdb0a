import { findModel, type PaidTier } from "@/lib/catalogue";
import { factsOf, modelOfPool, poolLimits } from "@/lib/facts";
import type { Scenario } from "@/lib/scenario";
import type { RunInput } from "@/lib/simulation";
import { formatNumber, formatTier } from "@/lib/view/text";
import { capital, listed, ofPool, poolName } from "@/lib/view/names";
import { tracePool, trafficPools } from "./never";

type PoolsInput = Pick<RunInput, "scenario" | "trace">;

/** The pools that requests run on; of a trace the first one alone. */
const usedPools = ({ scenario, trace }: PoolsInput): string[] =>
  trace ? [tracePool(scenario)] : trafficPools(scenario);

const limitsByPool = (scenario: Scenario, tier = scenario.usageTier) => {
  const facts = factsOf(scenario);
  return (pool: string) => poolLimits(facts, pool, tier, scenario.usageTier);
};

/**
 * The pools in use by whether a limit of requests or tokens a minute is known at a paid tier, the scenario’s
 * own without. Nothing binds on the open ones, so whether they hold cannot be told; on Free none is open,
 * since none is offered.
 */
export function poolsByLimits(
  run: PoolsInput,
  tier?: PaidTier,
): { readonly limited: readonly string[]; readonly open: readonly string[] } {
  const limits = limitsByPool(run.scenario, tier);
  const pools = usedPools(run);
  const open =
    run.scenario.usageTier === "free" && tier === undefined
      ? []
      : pools.filter((pool) => limits(pool).rpm === null && limits(pool).tpm === null);
  return { limited: pools.filter((pool) => !open.includes(pool)), open };
}

/**
 * Says that no limits of these pools are known: `OpenAI publishes no limits for gpt-6-luna`. The sentence
 * begins small, but for a name, and has no full stop.
 */
export function unpublishedText(pools: readonly string[]): string {
  const models = [...new Set(pools.map(modelOfPool))];
  const published = models.filter((model) => findModel(model));
  const custom = models.filter((model) => !findModel(model));
  return listed([
    ...(published.length ? [`OpenAI publishes no limits for ${listed(published)}`] : []),
    ...(custom.length ? [`no limits of ${listed(custom)} are known`] : []),
  ]);
}

/** Why the chart of a pool is not drawn and what helps; `null` where a limit of the pool is known. */
export function openReason(run: PoolsInput, pool: string): { readonly reason: string; readonly remedy: string } | null {
  return poolsByLimits(run).open.includes(pool)
    ? { reason: `Cannot be told: ${unpublishedText([pool])}`, remedy: "Enter your own on Plan." }
    : null;
}

/**
 * Says that pools run as if unlimited, beside a verdict that holds all the same; empty where no pool does.
 */
export function openAsides({ open }: ReturnType<typeof poolsByLimits>): string[] {
  return open.length
    ? [
        `${capital(unpublishedText(open))}, so ${open.length > 1 ? "they run" : "it runs"} as if unlimited; enter your own on Plan.`,
      ]
    : [];
}

/** Says, one sentence each, that a limit is not known, or is a limit a day and so is not counted. */
export function unboundAsides(run: PoolsInput): string[] {
  const { scenario } = run;
  if (scenario.usageTier === "free") return [];
  const limits = limitsByPool(scenario);
  return usedPools(run).flatMap((pool) => {
    const { rpm, tpm, rpd, tpd } = limits(pool);
    const daily = [
      ...(rpd === null ? [] : [`${formatNumber(rpd)} requests`]),
      ...(tpd === null ? [] : [`${formatNumber(tpd)} tokens`]),
    ];
    return [
      ...((rpm === null) === (tpm === null)
        ? []
        : [
            `${poolName(pool)} has no known limit of ${rpm === null ? "requests" : "tokens"} a minute at ${formatTier(scenario.usageTier)}, so they are not counted; enter your own on Plan.`,
          ]),
      ...(daily.length
        ? [`${ofPool(pool, `limit of ${listed(daily)} a day`)} is not simulated; the planner compares it.`]
        : []),
    ];
  });
}
