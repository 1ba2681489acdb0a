import { isInputOnly } from "@/lib/catalogue";
import { compare, exact, fromNumber, subtract, type Exact } from "@/lib/money";
import { attemptsPerYear, chargeMilli, outputMilli } from "@/lib/rates";
import { CHOICES, type Scenario, type TokenAccounting, type Workload } from "@/lib/scenario";
import { milli } from "@/lib/fields";
import { limitPoolOf, modelOfPool, poolLimits } from "@/lib/facts";
import { largestCap, type Estimate } from "@/lib/estimate";
import {
  checkedSource,
  requestsAMinute,
  requestsText,
  type ChartText,
  type Undrawn,
  withTable,
} from "@/lib/view/chart";
import { formatCompact, formatNumber, formatTier } from "@/lib/view/text";
import { ACCOUNTING_NAMES, workloadName } from "@/lib/view/names";
import { peakNumber, doublings } from "./cap-range";

/**
 * What `max_completion_tokens` does to the requests a minute that one workload's tokens a minute carry. Rates
 * are requests a minute, retries counted.
 */
export interface CapChart extends ChartText, CapFacts {
  readonly drawn: true;
}

interface CapFacts {
  readonly workload: Workload;
  readonly rule: TokenAccounting;
  /**
   * Tokens a minute that the other workloads of the pool leave free at their peak, and the same of its
   * requests a minute.
   */
  readonly tokens: Exact;
  readonly requests: Exact | null;
  readonly tpm: number;
  readonly mean: Exact;
  readonly peak: Exact;
  /** The caps drawn, from the least that holds the workload's own output. */
  readonly first: number;
  readonly last: number;
  /** The cap in force. */
  readonly cap: number | null;
  /** The largest cap that fits the peak; `null`: none does, or the cap is not what counts. */
  readonly largest: number | "any" | null;
}

const EYEBROW = "Cap against throughput";
const MINUTES = 525_600n;
/** The end of the axis where no model's maximum is known. */
const SOME_MAXIMUM = 65_536;

/** Tokens one request is charged under a cap, in thousandths. */
export function chargeAt(workload: Workload, cap: number, rule: TokenAccounting): number {
  return chargeMilli({ ...workload, maxCompletionTokens: cap }, rule);
}

/**
 * Requests a minute that the free tokens carry at this charge; `null` where a request is charged nothing, or
 * more than the whole limit holds: then it never runs.
 */
export function carried({ tokens, tpm }: Pick<CapChart, "tokens" | "tpm">, charge: number): Exact | null {
  return charge === 0 || charge > milli(tpm) ? null : exact(tokens.n * 1000n, tokens.d * BigInt(charge));
}

/**
 * Whether the cap after `largest` makes a single request cost more than the limit holds, so that it is not
 * the peak that ends there.
 */
export function tooLarge(
  { workload, rule, tpm }: Pick<CapChart, "workload" | "rule" | "tpm">,
  largest: number,
): boolean {
  return chargeAt(workload, largest + 1, rule) > milli(tpm);
}

/**
 * Per minute: `weight` (thousandths) for each attempt at the busiest, summed over the other standard
 * workloads of the pool.
 */
export function othersAtPeak(scenario: Scenario, index: number, weight: (other: Workload) => number): Exact {
  let total = 0n;
  scenario.workloads.forEach((other, n) => {
    if (n !== index && sharesLimits(scenario, index, other))
      total += attemptsPerYear(other) * BigInt(milli(other.peakToMean)) * BigInt(weight(other));
  });
  return exact(total, MINUTES * 10n ** 12n);
}

/** Whether a workload draws on the same tokens a minute as workload `index`. */
const sharesLimits = (scenario: Scenario, index: number, other: Workload): boolean =>
  other.serviceTier !== "batch" && limitPoolOf(other, scenario) === limitPoolOf(scenario.workloads[index]!, scenario);

/** What `max_completion_tokens` does to throughput, for one workload beside the others of its pool. */
export function capChart(estimate: Estimate, index: number): CapChart | Undrawn {
  const { scenario, facts } = estimate;
  const { usageTier, tokenAccounting: rule } = scenario;
  const workload = scenario.workloads[index]!;
  const limitPool = limitPoolOf(workload, scenario);
  const pool = modelOfPool(limitPool);
  const model = facts.get(pool)!;
  const limits = poolLimits(facts, limitPool, usageTier, usageTier);
  const undrawn = (reason: string, remedy: string): Undrawn => ({ drawn: false, eyebrow: EYEBROW, reason, remedy });

  if (workload.serviceTier === "batch")
    return undrawn(
      "Batch work waits in a queue: no cap changes its throughput",
      "Choose standard to see what a cap does to tokens a minute.",
    );
  if (usageTier === "free") return undrawn(`${pool} is not offered on Free`, "Choose a paid tier.");
  if (limits.tpm === null) return undrawn(`No tokens-a-minute limit of ${pool} is known`, "Enter your own.");
  if (isInputOnly(model))
    return undrawn(`${pool} takes input only: there is no output to cap`, "Each request is charged its input.");
  const output = Math.ceil(outputMilli(workload) / 1000);
  const most = model.maxOutputTokens === null ? null : Math.floor(model.maxOutputTokens);
  if (most !== null && output > most)
    return undrawn(
      `One answer takes ${formatNumber(output)} tokens; ${pool} gives at most ${formatNumber(most)}`,
      "No cap can help.",
    );
  const tokens = subtract(
    fromNumber(limits.tpm),
    othersAtPeak(scenario, index, (other) => chargeMilli(other, rule)),
  );
  if (tokens.n <= 0n)
    return undrawn(
      `The other workloads take all of ${pool}’s tokens a minute at their peak`,
      "No cap leaves room for this one.",
    );

  const cap = workload.maxCompletionTokens ?? null;
  const last = Math.max(most ?? Math.max(SOME_MAXIMUM, output * 8), cap ?? 0, 16);
  const first = Math.min(output || 256, cap ?? Infinity, Math.ceil(last * 0.7));
  const least = chargeAt(workload, first, rule);
  if (least === 0) return undrawn("A request without tokens is charged nothing", "Give it some input.");
  if (least > milli(limits.tpm))
    return undrawn(
      `One request is charged at least ${formatNumber(least / 1000)} tokens; ${formatTier(usageTier)} holds ${formatNumber(limits.tpm)}`,
      "No cap can help; a shorter prompt or a higher tier does.",
    );
  const attempts = attemptsPerYear(workload);
  const found = largestCap(estimate, index, usageTier);
  const facts_: CapFacts = {
    workload,
    rule,
    tokens,
    tpm: limits.tpm,
    cap,
    first,
    last,
    requests:
      limits.rpm === null
        ? null
        : subtract(
            fromNumber(limits.rpm),
            othersAtPeak(scenario, index, () => 1000),
          ),
    mean: exact(attempts, MINUTES * 10n ** 6n),
    peak: exact(attempts * BigInt(milli(workload.peakToMean)), MINUTES * 10n ** 9n),
    largest: found === "any" ? null : found !== null && found >= last ? "any" : found,
  };
  const shared = scenario.workloads.filter((other) => sharesLimits(scenario, index, other)).length - 1;
  const beside = shared ? ` beside ${shared > 1 ? `${shared} other workloads` : "the other workload"}` : "";
  const own = model.override?.limits?.tpm !== undefined;
  const sentence = finding(facts_, formatTier(usageTier));
  const text = {
    drawn: true as const,
    ...facts_,
    eyebrow: EYEBROW,
    finding: sentence,
    units: `Requests a minute that ${formatCompact(limits.tpm)} TPM carries${beside} (${scenario.workloads.length > 1 && shared ? `${workloadName(scenario, index)}, ` : ""}${pool}, ${formatTier(usageTier)}, ${ACCOUNTING_NAMES[rule].toLowerCase()})`,
    source: own ? "Your own limits" : checkedSource("limits"),
    title: `Requests a minute that ${formatTier(usageTier)} carries, by cap`,
    description: `${sentence}. ${[first, last].map((end) => `At a cap of ${formatNumber(end)}, ${roomText(facts_, end)}.`).join(" ")} The table below holds every value.`,
  };
  return withTable(text, () => table(facts_));
}

function roomText(facts: CapFacts, cap: number): string {
  const room = carried(facts, chargeAt(facts.workload, cap, facts.rule));
  return room
    ? requestsAMinute(room, facts.peak)
    : `one request is charged more than ${formatCompact(facts.tpm)} and never runs`;
}

function finding(facts: CapFacts, tier: string): string {
  const { workload, rule, cap, tpm, peak, requests, largest } = facts;
  const peakText = peakNumber(peak);
  if (requests && compare(peak, requests) > 0)
    return `The peak of ${peakText} is past the ${requestsAMinute(requests)} there are, whatever the cap`;
  const charge = chargeMilli(workload, rule);
  const room = carried(facts, charge);
  if (!room) return `One request is charged ${formatNumber(charge / 1000)} tokens; ${tier} holds ${formatNumber(tpm)}`;
  if (rule === "actual")
    return `Actual use leaves room for ${requestsAMinute(room, peak)} at any cap; the peak of ${peakText} ${compare(peak, room) > 0 ? "does not fit" : "fits"}`;
  const start =
    cap === null
      ? `Without a cap there is room for ${requestsAMinute(room, peak)}`
      : `A cap of ${formatNumber(cap)} leaves room for ${requestsAMinute(room, peak)}`;
  if (largest === null) return `${start}; no cap fits the peak of ${peakText}`;
  if (largest === "any") return `${start}; the peak of ${peakText} fits at any cap`;
  if (tooLarge(facts, largest))
    return `${start}; past ${formatNumber(largest)} one request is charged more than ${tier} holds`;
  return cap === null || cap <= largest
    ? `${start}; past ${formatNumber(largest)} the peak no longer fits`
    : `${start}; the peak of ${peakText} fits up to ${formatNumber(largest)}`;
}

function table(facts: CapFacts): ChartText["table"] {
  const { workload, rule, cap, first, last, largest, peak } = facts;
  const caps = new Set([
    first,
    ...doublings(first, last),
    last,
    ...(cap === null ? [] : [cap]),
    ...(typeof largest === "number" ? [largest] : []),
  ]);
  return {
    head: [
      "Cap",
      ...CHOICES.tokenAccounting.map((each) => `${ACCOUNTING_NAMES[each]}${each === rule ? ", in force" : ""}`),
      `Peak of ${peakNumber(peak)}`,
    ],
    rows: [...caps]
      .sort((a, b) => a - b)
      .map((each) => {
        const rooms = CHOICES.tokenAccounting.map((one) => carried(facts, chargeAt(workload, each, one)));
        const own = rooms[CHOICES.tokenAccounting.indexOf(rule)]!;
        return [
          `${formatNumber(each)}${each === cap ? ", in force" : ""}`,
          ...rooms.map((room) => (room ? requestsText(room, peak) : "never runs")),
          own && compare(peak, own) <= 0 ? "fits" : "does not fit",
        ];
      }),
  };
}
