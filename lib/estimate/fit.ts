import type { UsageTierId } from "@/lib/catalogue";
import { bindsFirst, headroom, isOver, limitsFor, type Demand, type LimitAtTier } from "@/lib/limits";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { poolOf, type Scenario } from "@/lib/scenario";
import { milli } from "@/lib/fields";
import type { ModelFacts } from "@/lib/facts";
import type { NoteCode, TierVerdict, Verdict } from "./types";

const EXCEEDED = {
  rpm: "rpm-exceeded",
  tpm: "tpm-exceeded",
  rpd: "rpd-exceeded",
  tpd: "tpd-exceeded",
  "batch-queue": "batch-queue-exceeded",
  "monthly-usage": "usage-limit-exceeded",
} as const;

/** The note a row over its limit makes. */
export function exceeded(row: Demand): NoteCode {
  return EXCEEDED[row.dimension];
}

/** What no tier can change about one workload: its size against its model, and whether it has a price. */
export interface Standing {
  readonly chargeMilli: number | null;
  readonly overContext: boolean;
  readonly overMaxInput: boolean;
  readonly overMaxOutput: boolean;
  readonly unpriced: boolean;
  readonly pool: string;
}

/** One standing per workload, in order. `unpriced[i]`: workload i has no cost. */
export function standings(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  unpriced: readonly boolean[],
): Standing[] {
  return scenario.workloads.map((workload, index) => {
    const pool = poolOf(workload.model);
    const { contextWindow, maxInputTokens, maxOutputTokens } = facts.get(pool)!;
    const output = outputMilli(workload);
    return {
      pool,
      chargeMilli: workload.serviceTier === "batch" ? null : chargeMilli(workload, scenario.tokenAccounting),
      overContext: contextWindow !== null && milli(workload.inputTokens) + output > milli(contextWindow),
      overMaxInput: maxInputTokens !== null && milli(workload.inputTokens) > milli(maxInputTokens),
      overMaxOutput: maxOutputTokens !== null && output > milli(maxOutputTokens),
      unpriced: unpriced[index]!,
    };
  });
}

/** Whether one request that is not batch is charged more than the TPM of its pool: it can never run. */
export function exceedsTpm(standing: Standing, demanded: readonly Demand[], limits: readonly LimitAtTier[]): boolean {
  if (standing.chargeMilli === null) return false;
  const row = demanded.findIndex(({ pool, dimension }) => dimension === "tpm" && pool === standing.pool);
  const tpm = limits[row];
  return tpm != null && standing.chargeMilli > milli(tpm.near);
}

const TOO_LARGE: ReadonlySet<NoteCode> = new Set([
  "request-exceeds-tpm",
  "exceeds-context",
  "exceeds-max-input",
  "exceeds-max-output",
]);

/** Whether one request alone is over what its model or the tier’s TPM takes: no rate is low enough. */
export function isTooLarge({ reasons }: TierVerdict): boolean {
  return reasons.some((code) => TOO_LARGE.has(code));
}

function binding(
  demanded: readonly Demand[],
  limits: readonly LimitAtTier[],
): Pick<Verdict, "bindsFirst" | "scaleAtLimit"> {
  const index = bindsFirst(demanded, limits);
  const row = demanded[index];
  return row
    ? { bindsFirst: { pool: row.pool, dimension: row.dimension }, scaleAtLimit: headroom(row, limits[index]) }
    : { bindsFirst: null, scaleAtLimit: null };
}

/** The verdict at one tier. `demanded` ends with the row `monthly-usage`. */
export function tierVerdict(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  demanded: readonly Demand[],
  standing: readonly Standing[],
  tier: UsageTierId,
): TierVerdict {
  const limits = limitsFor(scenario, facts, demanded, tier);
  const never = new Set<NoteCode>();
  const open = new Set<NoteCode>();
  if (tier === "free") never.add("tier-not-supported");
  if (standing.some((one) => exceedsTpm(one, demanded, limits))) never.add("request-exceeds-tpm");
  if (standing.some(({ overContext }) => overContext)) never.add("exceeds-context");
  if (standing.some(({ overMaxInput }) => overMaxInput)) never.add("exceeds-max-input");
  if (standing.some(({ overMaxOutput }) => overMaxOutput)) never.add("exceeds-max-output");
  let unpublished = false;
  demanded.forEach((row, index) => {
    const own = limits[index];
    if (own) {
      if (isOver(row, own)) never.add(exceeded(row));
    } else if (own === null) {
      unpublished = true;
      if (row.dimension === "batch-queue") open.add("batch-queue-unpublished");
    }
  });
  const ratesNever = never.size - (never.has("usage-limit-exceeded") ? 1 : 0) > 0;
  const unpriced = standing.some((one) => one.unpriced);
  if (unpriced) open.add("no-price");
  const fits = never.size ? false : unpublished || unpriced ? null : true;
  const last = demanded.length - 1;
  const all = binding(demanded, limits);
  return {
    usageTier: tier,
    fits,
    ...all,
    rates: {
      fits: ratesNever ? false : unpublished ? null : true,
      ...(all.bindsFirst?.dimension === "monthly-usage"
        ? binding(demanded.slice(0, last), limits.slice(0, last))
        : all),
    },
    reasons: fits === false ? inOrder(never) : fits === null ? inOrder(open) : [],
    limits,
  };
}

const ORDER: readonly NoteCode[] = [
  "no-price",
  "tier-not-supported",
  "request-exceeds-tpm",
  "exceeds-context",
  "exceeds-max-input",
  "exceeds-max-output",
  "rpm-exceeded",
  "tpm-exceeded",
  "rpd-exceeded",
  "tpd-exceeded",
  "batch-queue-exceeded",
  "usage-limit-exceeded",
  "batch-queue-unpublished",
];
const inOrder = (codes: ReadonlySet<NoteCode>) =>
  codes.size > 1 ? ORDER.filter((code) => codes.has(code)) : [...codes];
