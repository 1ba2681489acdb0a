import { findModel, successorsOf } from "@/lib/catalogue";
import { largestCap, type Estimate, type Note, type NoteCode } from "@/lib/estimate";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { poolOf, type Scenario } from "@/lib/scenario";
import { MILLI } from "@/lib/fields";
import { tierLimits } from "@/lib/facts";
import { subtract, parseDecimal, type Exact } from "@/lib/money";
import { isOver } from "@/lib/limits";
import type { FocusTarget } from "./focus-target";
import {
  formatCompact,
  formatDay,
  formatDuration,
  formatExact,
  formatFactor,
  formatNumber,
  formatRounded,
  formatTier,
  formatUsd,
  formatUsdText,
  toGeometry,
  DIMENSIONS,
  ofTier,
  workloadName,
} from "@/lib/view/text";

/** What a note says: the fact, and what follows from it. */
export interface NoteText {
  readonly fact: string;
  readonly consequence: string;
}

/** What can be done about a note: another scenario to try, or a place in the editor to fill in. */
export type NoteAction =
  { readonly label: string; readonly scenario: Scenario } | { readonly label: string; readonly focus: FocusTarget };

export interface NoteView extends NoteText {
  readonly code: NoteCode;
  readonly severity: Note["severity"];
  readonly action: NoteAction | null;
}

const tokens = (milli: number) => formatNumber(milli / MILLI);

function withWorkload(scenario: Scenario, index: number, change: object, drop?: "maxCompletionTokens"): Scenario {
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload, n) => {
      if (n !== index) return workload;
      const next = { ...workload, ...change };
      if (drop) delete next[drop];
      return next;
    }),
  };
}

/** A demand and its limit, rounded only as far as the two stay apart. */
function toldApart(demand: Exact, limit: Exact): readonly [string, string] {
  const ways = [
    (amount: Exact) => formatCompact(toGeometry(amount)),
    (amount: Exact) => formatRounded(amount, 0),
    formatExact,
  ];
  const pairs = ways.map((said) => [said(demand), said(limit)] as const);
  return pairs.find(([a, b]) => a !== b) ?? pairs.at(-1)!;
}

/** The sentence of a note, with this scenario's own numbers. */
export function noteText(note: Note, estimate: Estimate): NoteText {
  const { scenario, facts, limits, fit, cost } = estimate;
  const tier = formatTier(scenario.usageTier);
  if (note.code === "budget-exceeded") {
    const budget = scenario.monthlyBudgetUsd!;
    return {
      fact: `The month costs ${formatUsd(subtract(cost.perMonth!, parseDecimal(budget)!))} more than the budget of ${formatUsdText(budget)}.`,
      consequence: "A budget is a wish, not a limit: nothing stops the traffic.",
    };
  }
  if (note.path.startsWith("limits.")) {
    const { demand, limit, utilisation } = limits[note.index]!;
    const what = DIMENSIONS[demand.dimension].toLowerCase();
    if (note.code === "batch-queue-unpublished") {
      return {
        fact: `No batch queue is published for ${demand.pool} at ${tier}.`,
        consequence:
          "That is neither zero nor unlimited, so whether it fits cannot be told; the limits page of your own account shows the figure.",
      };
    }
    if (note.code === "usage-limit-exceeded") {
      return {
        fact: `The month costs ${formatFactor(utilisation!)} times ${tier}’s usage limit of ${formatUsd(limit!.exact).replace(/\.00$/, "")}.`,
        consequence: `After about ${formatDuration(fit.hoursToUsageLimit!)} every request fails with insufficient_quota until the next month.`,
      };
    }
    const [peak, most] = toldApart(demand.peak!, limit!.exact);
    if (note.code === "batch-queue-exceeded")
      return {
        fact: `${demand.pool}’s batch queue is asked for ${peak} input tokens at once; ${tier} holds ${most}.`,
        consequence: `At ${formatFactor(utilisation!)} times the queue, batches are refused until earlier ones finish.`,
      };
    if (demand.dimension === "rpd" || demand.dimension === "tpd")
      return {
        fact: `${demand.pool} is asked for ${peak} ${what}; ${tier} allows ${most}.`,
        consequence: `At ${formatFactor(utilisation!)} times the limit, requests get 429s until the day’s share refills.`,
      };
    return {
      fact: `At the peak ${demand.pool} is asked for ${peak} ${what}; ${tier} allows ${most}.`,
      consequence: `At ${formatFactor(utilisation!)} times the limit, ${isOver({ ...demand, peak: demand.mean, nearPeak: toGeometry(demand.mean) }, limit!) ? "and over it in the mean too: requests get 429s around the clock" : "requests get 429s while the peak lasts"}.`,
    };
  }
  const workload = scenario.workloads[note.index]!;
  const name = workloadName(scenario, note.index);
  const pool = poolOf(workload.model);
  const model = facts.get(pool)!;
  const cap = workload.maxCompletionTokens;
  const output = outputMilli(workload);
  const cached = formatNumber(workload.cachedInputTokens);
  switch (note.code) {
    case "no-price": {
      const first = model.model?.prices[0];
      if (first && !model.price)
        return {
          fact: `${name}: ${workload.model} has no price on ${formatDay(scenario.asOf)}.`,
          consequence: `Its first price is of ${formatDay(first.from)}; its cost is unknown, not zero.`,
        };
      const short =
        model.price?.long && model.price.prices[workload.serviceTier]
          ? ` from ${formatNumber(model.price.long.fromInputTokens)} input tokens on`
          : "";
      return {
        fact: `${name}: ${workload.model} has no ${ofTier(workload.serviceTier)}price${short}.`,
        consequence: "Its cost is unknown, not zero, until you enter one.",
      };
    }
    case "tier-not-supported":
      return {
        fact: `${name}: ${workload.model} is not offered on the Free tier.`,
        consequence: "Tier 1 opens after paying $5.",
      };
    case "request-exceeds-tpm": {
      const { tpm } = tierLimits(model, scenario.usageTier, scenario.usageTier);
      return {
        fact: `${name}: one request is charged ${tokens(chargeMilli(workload, scenario.tokenAccounting))} tokens; ${tier} holds ${formatNumber(tpm!)} a minute.`,
        consequence: "It can never run at any rate, and a retry does not help.",
      };
    }
    case "exceeds-context":
      return {
        fact: `${name}: input and output are ${tokens(Math.round(workload.inputTokens * MILLI) + output)} tokens; ${pool}’s context window is ${formatNumber(model.contextWindow!)}.`,
        consequence: "Such a request is refused at every tier.",
      };
    case "exceeds-max-input":
      return {
        fact: `${name}: ${formatNumber(workload.inputTokens)} input tokens are more than the ${formatNumber(model.maxInputTokens!)} that ${pool} takes.`,
        consequence: "Such a request is refused at every tier.",
      };
    case "exceeds-max-output":
      return {
        fact: `${name}: ${tokens(output)} output tokens are more than the ${formatNumber(model.maxOutputTokens!)} that ${pool} gives.`,
        consequence: "Answers end there, so the load cannot be as entered.",
      };
    case "output-exceeds-cap":
      return {
        fact: `${name}: the mean output of ${tokens(output)} tokens is over the cap of ${formatNumber(cap!)}.`,
        consequence: "Answers are cut off, some before anything visible, and billed all the same.",
      };
    case "cap-exceeds-max-output":
      return {
        fact: `${name}: the cap of ${formatNumber(cap!)} is over ${pool}’s maximum output of ${formatNumber(model.maxOutputTokens!)}.`,
        consequence: "The API refuses such a cap.",
      };
    case "cached-ignored-in-batch":
      return {
        fact: `${name}: batch has no cached price, so ${cached} cached tokens cost full batch input.`,
        consequence: "The batch and the cached discount do not stack for this model.",
      };
    case "cached-not-offered":
      return {
        fact: `${name}: ${workload.model} has no ${ofTier(workload.serviceTier)}cached price${model.override?.price ? " among your own" : ` on ${formatDay(scenario.asOf)}`}.`,
        consequence: `The ${cached} cached tokens are billed as plain ${ofTier(workload.serviceTier)}input.`,
      };
    case "cached-below-1024":
      return {
        fact: `${name}: a prompt of ${formatNumber(workload.inputTokens)} tokens is below the 1,024 a cached prefix needs.`,
        consequence: `No prompt of that size is cached; the ${cached} cached tokens would cost full input.`,
      };
    case "model-retired": {
      const { on, successor } = model.model!.retirement!;
      return {
        fact: `${name}: ${workload.model} retired on ${formatDay(on)}.`,
        consequence: `Requests are refused; its last published prices and limits are used here. OpenAI names ${successor} in its place.`,
      };
    }
    case "charge-assumed":
      return {
        fact: `${name} sets no cap, and what is charged then is undocumented.`,
        consequence: `Input plus output, ${tokens(chargeMilli(workload, scenario.tokenAccounting))} tokens, is assumed against tokens a minute.`,
      };
    case "support-disputed":
      return {
        fact: `${name}: public sources disagree whether ${workload.model} runs in batch.`,
        consequence: "Batch prices and queue limits are published, so probably yes from tier 3.",
      };
    case "long-context-limits":
      return {
        fact: `${name}: requests of ${formatNumber(model.model!.ownLimitsFrom!)} input tokens or more have limits of their own on ${pool}.`,
        consequence:
          "They are not planned with: they stand on the model’s page, and hold here where you enter them as your own.",
      };
    case "long-context": {
      const { fromInputTokens, inputTimes, outputTimes } = model.priceRow!.longContext!;
      return {
        fact: `${name}: ${formatNumber(workload.inputTokens)} input tokens are in ${pool}’s long context, which begins at ${formatNumber(fromInputTokens)}.`,
        consequence: `The whole request is billed at ${inputTimes} times the input prices and ${outputTimes} times the output price.`,
      };
    }
    case "cache-write-not-priced":
      return {
        fact: `${name}: ${workload.model} has no ${ofTier(workload.serviceTier)}price for cache writes${model.override?.price ? " among your own" : ""}.`,
        consequence: `The ${formatNumber(workload.cacheWriteTokens!)} tokens written to the cache are billed as plain ${ofTier(workload.serviceTier)}input.`,
      };
    default:
      throw new Error(`no text for note ${note.code}`);
  }
}

/** A cap that leaves a mean output room: at least 1.25 times it, in steps of 500. */
function roomyCap(outputMilliTokens: number): number {
  return Math.ceil((outputMilliTokens * 1.25) / MILLI / 500) * 500;
}

const INPUT_PRICES = { standard: "input", batch: "batchInput", flex: "flexInput", priority: "priorityInput" } as const;

function noteAction(note: Note, estimate: Estimate): NoteAction | null {
  const { scenario, facts, fit, limits } = estimate;
  const workload = scenario.workloads[note.index];
  const change = (label: string, values: object, drop?: "maxCompletionTokens"): NoteAction => ({
    label,
    scenario: withWorkload(scenario, note.index, values, drop),
  });
  const leastTier = (): NoteAction | null =>
    fit.minimumUsageTier !== null && fit.minimumUsageTier !== scenario.usageTier
      ? { label: `Try ${formatTier(fit.minimumUsageTier)}`, scenario: { ...scenario, usageTier: fit.minimumUsageTier } }
      : null;
  switch (note.code) {
    case "no-price": {
      const first = findModel(workload!.model)?.prices[0];
      const dated = first && !facts.get(poolOf(workload!.model))!.price;
      return dated
        ? { label: `Use ${formatDay(first.from)}`, scenario: { ...scenario, asOf: first.from } }
        : {
            label: "Enter a price",
            focus: { of: "model", pool: poolOf(workload!.model), field: INPUT_PRICES[workload!.serviceTier] },
          };
    }
    case "tier-not-supported":
      return { label: `Try ${formatTier(1)}`, scenario: { ...scenario, usageTier: 1 } };
    case "request-exceeds-tpm": {
      const cap =
        workload!.maxCompletionTokens === undefined ? null : largestCap(estimate, note.index, scenario.usageTier);
      return typeof cap === "number"
        ? change(`Cap at ${formatNumber(cap)}`, { maxCompletionTokens: cap })
        : leastTier();
    }
    case "usage-limit-exceeded":
    case "rpm-exceeded":
      return leastTier();
    case "tpm-exceeded": {
      const pool = limits[note.index]!.demand.pool;
      const index = scenario.workloads.findIndex(
        (one) => poolOf(one.model) === pool && one.serviceTier !== "batch" && one.maxCompletionTokens !== undefined,
      );
      const cap = index < 0 ? null : largestCap(estimate, index, scenario.usageTier);
      return typeof cap === "number"
        ? {
            label: `Cap at ${formatNumber(cap)}`,
            scenario: withWorkload(scenario, index, { maxCompletionTokens: cap }),
          }
        : leastTier();
    }
    case "rpd-exceeded":
    case "tpd-exceeded":
    case "batch-queue-exceeded":
      return leastTier();
    case "batch-queue-unpublished":
      return scenario.usageTier === "free"
        ? { label: `Try ${formatTier(3)}`, scenario: { ...scenario, usageTier: 3 } }
        : {
            label: "Enter your own",
            focus: { of: "model", pool: limits[note.index]!.demand.pool, field: "batchQueueTokens" },
          };
    case "exceeds-context":
    case "exceeds-max-input":
      return { label: "Change the input", focus: { of: "workload", workload: note.index, field: "inputTokens" } };
    case "exceeds-max-output":
      return { label: "Change the output", focus: { of: "workload", workload: note.index, field: "reasoningTokens" } };
    case "output-exceeds-cap":
      return change(`Cap at ${formatNumber(roomyCap(outputMilli(workload!)))}`, {
        maxCompletionTokens: roomyCap(outputMilli(workload!)),
      });
    case "cap-exceeds-max-output": {
      const most = Math.floor(facts.get(poolOf(workload!.model))!.maxOutputTokens!);
      return most > 0 ? change(`Cap at ${formatNumber(most)}`, { maxCompletionTokens: most }) : null;
    }
    case "cached-ignored-in-batch":
    case "cached-not-offered":
    case "cached-below-1024":
      return change("Set to 0", { cachedInputTokens: 0 });
    case "cache-write-not-priced":
      return { label: "Enter a price", focus: { of: "model", pool: poolOf(workload!.model), field: "cacheWrite" } };
    case "long-context":
    case "long-context-limits":
      return { label: "Change the input", focus: { of: "workload", workload: note.index, field: "inputTokens" } };
    case "daily-limit-not-simulated":
      return null;
    case "model-retired":
      return successorsOf(workload!.model).length > 0
        ? { label: "See its successors", focus: { of: "page", place: "successors" } }
        : { label: "Compare models", focus: { of: "page", place: "compare" } };
    case "budget-exceeded":
      return { label: "See what it buys", focus: { of: "page", place: "budget" } };
    case "charge-assumed": {
      const cap = roomyCap(outputMilli(workload!));
      return cap > 0 ? change(`Set a cap of ${formatNumber(cap)}`, { maxCompletionTokens: cap }) : null;
    }
    case "support-disputed":
      return change("Try standard", { serviceTier: "standard" });
  }
}

/** Every note with what to do about it, errors first as in the estimate. */
export function noteViews(estimate: Estimate): NoteView[] {
  return estimate.notes.map((note) => ({
    code: note.code,
    severity: note.severity,
    ...noteText(note, estimate),
    action: noteAction(note, estimate),
  }));
}

/** `Six things to know before you rely on this`. */
export function notesFinding(count: number): string {
  const words = [
    "Nothing",
    "One thing",
    "Two things",
    "Three things",
    "Four things",
    "Five things",
    "Six things",
    "Seven things",
    "Eight things",
    "Nine things",
  ];
  return `${words[count] ?? `${count} things`} to know before you rely on this`;
}
