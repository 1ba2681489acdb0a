import { limitsAt, usageTier, USAGE_TIERS } from "@/lib/catalogue";
import { estimate as estimateOf } from "@/lib/estimate";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare, parseDecimal, type Exact } from "@/lib/money";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { poolOf, type Scenario } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";
import { tierLimits } from "@/lib/facts";
import { refillMs, type RefusedLimit, type QueueRefusal, type RateRefusal, type TooLargeRefusal } from "@/lib/refusal";
import {
  formatDuration,
  formatFactor,
  formatNumber,
  formatTier,
  formatUsd,
  formatUsdText,
  capital,
  workloadName,
} from "@/lib/view/text";
import { atTier, factsFor, fieldOf, type LimitField } from "./limit";
import { formatAmount, formatRate, formatWait } from "./words";

/** Something to change so that the next request is not refused, and the scenario it leads to, where this one can follow. */
export interface RefusalChange {
  readonly text: string;
  readonly detail: string;
  /** Empty where there is nothing to press. */
  readonly label: string;
  readonly scenario: Scenario | null;
}

const change = (text: string, detail: string, label = "", scenario: Scenario | null = null): RefusalChange => ({
  text,
  detail,
  label: scenario ? label : "",
  scenario,
});

/** The standard workloads that share the pool of `model`, by their place. */
const onModel = (scenario: Scenario, model: string | null): number[] =>
  model === null
    ? []
    : scenario.workloads.flatMap((workload, index) =>
        workload.serviceTier !== "batch" && poolOf(workload.model) === poolOf(model) ? [index] : [],
      );

/** Fewer tokens requested: a lower cap, where the scenario has a workload on the model whose charge is mostly cap, else whatever makes the request smaller. */
function askForLess(
  scenario: Scenario,
  { model, limit }: RefusedLimit,
  requested: number | null,
  less: number,
  then: string,
): RefusalChange {
  const mostlyCap = onModel(scenario, model).filter((index) => {
    const { maxCompletionTokens: cap, inputTokens } = scenario.workloads[index]!;
    return cap !== undefined && scenario.tokenAccounting !== "actual" && cap > inputTokens;
  });
  const distance = (index: number) =>
    Math.abs(chargeMilli(scenario.workloads[index]!, scenario.tokenAccounting) - milli(requested ?? limit!));
  const nearest = mostlyCap.sort((a, b) => distance(a) - distance(b))[0];
  if (nearest !== undefined) {
    const workload = scenario.workloads[nearest]!;
    const cap = workload.maxCompletionTokens!;
    const lower = cap - less;
    const output = outputMilli(workload);
    // Under the larger of the two, a cap below the input takes nothing more off.
    const least = scenario.tokenAccounting === "larger-of" ? Math.max(output, milli(workload.inputTokens)) : output;
    if (lower >= 1 && lower * MILLI >= least) {
      const next = {
        ...scenario,
        workloads: scenario.workloads.map((one, index) =>
          index === nearest ? { ...one, maxCompletionTokens: lower } : one,
        ),
      };
      return change(
        `A cap of ${formatNumber(lower)} on ${workloadName(scenario, nearest)}`,
        `Now ${formatNumber(cap)}, of which ${formatNumber(output / MILLI)} are used: ${formatNumber(less)} fewer requested, and ${then}. Longer answers are cut off.`,
        "Try",
        next,
      );
    }
  }
  return change(
    `${formatNumber(less)} fewer tokens in one request`,
    `Then ${then}. What is requested is the prompt and its max_completion_tokens, used or not: lower the cap, or shorten the prompt.`,
  );
}

/** A client that spaces its requests: how far apart, rounded up so that it is enough. */
function pace(scenario: Scenario, { counts, per, limit, requested }: RateRefusal): RefusalChange | null {
  const each = counts === "requests" ? 1 : requested;
  if (limit === null || per === null || !each) return null;
  const paced =
    scenario.policy === undefined || scenario.policy === "queue" ? null : (({ policy: _, ...rest }) => rest)(scenario);
  const many = counts === "requests" ? "" : `: ${formatNumber(Math.floor(limit / each))} of this size`;
  return change(
    `One request every ${formatWait(refillMs(each, limit, per), true)}`,
    `A queue in the client that spaces them so stays within ${formatRate(limit, counts, per)}${many}, and meets no 429.`,
    "Simulate",
    paced,
  );
}

/** The lowest usage tier whose published limit is enough; a project’s limit is not the tier’s to raise. */
function higherTier(
  scenario: Scenario,
  { model, limit, project }: Pick<RefusedLimit, "model" | "limit" | "project">,
  field: LimitField | null,
  enough: (limit: number) => boolean,
): RefusalChange | null {
  if (limit === null) return null;
  if (project)
    return change(
      "A higher limit of the project",
      "The organisation’s own may be higher: a project’s limit is set in its settings.",
    );
  if (model === null || field === null) return null;
  const facts = factsFor(scenario, model);
  if (!facts)
    return change(
      "A higher usage tier, if it allows more",
      `The limits of ${model} are not in this catalogue; the limits page of the account has them.`,
    );
  if (!facts.model) return null;
  for (const { id, reachedAfterUsd } of USAGE_TIERS) {
    const more = id === "free" ? undefined : limitsAt(facts.model, id)?.[field];
    if (id === "free" || typeof more !== "number" || !enough(more)) continue;
    const times = limit > 0 ? `, ${formatFactor(more / limit)} times as many` : "";
    if (id === scenario.usageTier)
      return change(
        `${capital(formatTier(id))} publishes more: ${formatNumber(more)}`,
        "The limits page of the account says why it has less.",
      );
    const rate =
      field === "batchQueueTokens"
        ? `${formatNumber(more)} enqueued tokens`
        : formatRate(more, field === "rpm" ? "requests" : "tokens", "minute");
    return change(
      `${capital(formatTier(id))}: ${rate}${times}`,
      `Reached after paying ${formatUsdText(reachedAfterUsd!)}.`,
      `Try ${formatTier(id)}`,
      atTier(scenario, facts, field, id),
    );
  }
  return null;
}

/** The same work in batch, which has a pool of its own. */
function inBatch(scenario: Scenario, { model }: RefusedLimit): RefusalChange {
  const facts = model === null ? null : factsFor(scenario, model);
  const queue = facts && tierLimits(facts, scenario.usageTier, scenario.usageTier).batchQueueTokens;
  const holds = !facts
    ? ""
    : queue === null
      ? ` No batch queue is published for ${facts.pool} at ${formatTier(scenario.usageTier)}.`
      : ` ${capital(formatTier(scenario.usageTier))} holds ${formatNumber(queue!)} enqueued input tokens.`;
  const places = onModel(scenario, model);
  const next =
    places.length && scenario.usageTier !== "free"
      ? {
          ...scenario,
          workloads: scenario.workloads.map((one, index) =>
            places.includes(index) ? { ...one, serviceTier: "batch" as const } : one,
          ),
        }
      : null;
  return change(
    "Batch, for what can wait",
    `It takes nothing from this limit and costs half; answers may take 24 hours.${holds}`,
    "Try batch",
    next,
  );
}

const present = (changes: readonly (RefusalChange | null)[]): RefusalChange[] => changes.filter((one) => one !== null);

/** What ends a refusal that a wait ends too: what one does oneself first, then what the account or another service allows, the wait last. */
export function rateChanges(scenario: Scenario, read: RateRefusal): RefusalChange[] {
  const { counts, limit, requested, short, statedMs, impliedMs } = read;
  const waitMs: Exact | null =
    statedMs && impliedMs && compare(impliedMs, statedMs) > 0 ? impliedMs : (statedMs ?? impliedMs);
  return present([
    counts === "tokens" && limit !== null && short && (requested === null || short < requested)
      ? askForLess(scenario, read, requested, short, "it runs at once")
      : null,
    pace(scenario, read),
    higherTier(scenario, read, fieldOf(read), (more) => more > limit!),
    counts === "tokens" || counts === "requests" ? inBatch(scenario, read) : null,
    waitMs && waitMs.n > 0n
      ? change(
          `Wait ${formatWait(waitMs, true)}, then send it again`,
          `${waitMs.n % waitMs.d === 0n ? "" : "Rounded up, so that it is enough. "}With several clients, each a random time longer: every try that is refused counts towards requests a minute.`,
        )
      : null,
  ]);
}

/** What lets a request run that no wait lets run. */
export function tooLargeChanges(scenario: Scenario, read: TooLargeRefusal): RefusalChange[] {
  const { counts, limit, requested } = read;
  if (limit === null) return [inBatch(scenario, read)];
  return present([
    counts === "tokens" && limit > 0 && requested !== null && requested > limit
      ? askForLess(scenario, read, requested, requested - limit, "it can run")
      : null,
    higherTier(scenario, read, fieldOf(read), (more) => more >= (requested ?? 1)),
    counts === "tokens" && limit > 0 ? inBatch(scenario, read) : null,
  ]);
}

/** What gives a batch queue room. */
export function queueChanges(scenario: Scenario, { model, counts, limit }: QueueRefusal): RefusalChange[] {
  return present([
    change(
      "The rest once a batch has completed",
      "A batch frees its place when it completes, which takes 24 hours at most.",
    ),
    limit === null
      ? null
      : change(
          `Batches of ${formatAmount(limit, counts)} in all at a time`,
          counts === "tokens" ? "Input tokens count, output does not." : "All batches that are not done count.",
        ),
    counts === "tokens"
      ? higherTier(scenario, { model, limit, project: false }, "batchQueueTokens", (more) => more > limit!)
      : null,
  ]);
}

/** What ends `insufficient_quota`: money. */
export function quotaChanges(scenario: Scenario): RefusalChange[] {
  const { cost, fit } = estimateOf(scenario);
  const tier = scenario.usageTier;
  const limit = monthlyUsageLimit(scenario, tier);
  const hours = fit.hoursToUsageLimit;
  const spent =
    cost.perMonth && hours !== null
      ? `This scenario costs ${formatUsd(cost.perMonth)} a month: ${formatUsd(limit).replace(/\.00$/, "")} lasts ${formatDuration(hours)}.`
      : "This scenario by itself stays within it.";
  const higher = USAGE_TIERS.find(
    ({ id, monthlyUsageLimitUsd: usd }) =>
      id !== "free" &&
      id !== tier &&
      compare(parseDecimal(usd)!, limit) > 0 &&
      (cost.perMonth === null || compare(parseDecimal(usd)!, cost.perMonth) >= 0),
  );
  const { monthlyUsageLimitUsd: _, ...rest } = scenario;
  return present([
    change("Add credit", "An account without any is refused until some is added, whatever the rates would allow."),
    change(
      `${capital(formatTier(tier))} may spend ${formatUsd(limit).replace(/\.00$/, "")} a month`,
      `${spent} Once it is spent, the next month or a higher limit ends the refusals.`,
    ),
    higher
      ? change(
          `${capital(formatTier(higher.id))}: ${formatUsdText(usageTier(higher.id).monthlyUsageLimitUsd)} a month`,
          `Reached after paying ${formatUsdText(higher.reachedAfterUsd!)}.`,
          `Try ${formatTier(higher.id)}`,
          { ...rest, usageTier: higher.id },
        )
      : null,
  ]);
}

/** What `retry-after` asks for. */
export function retryChange(retryAfterMs: Exact): RefusalChange {
  return change(
    retryAfterMs.n === 0n ? "Send it again at once" : `Wait ${formatWait(retryAfterMs, true)}, then send it again`,
    "The server asks for it in retry-after; with several clients, each a random time longer.",
  );
}
