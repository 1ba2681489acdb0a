import { compare, divide, exact, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { refillMs, type QueueRefusal, type RateRefusal, type RefusedLimit, type TooLargeRefusal } from "@/lib/refusal";
import { formatExact, formatNumber } from "@/lib/view/text";
import { queueChanges, rateChanges, tooLargeChanges } from "./changes/list";
import { limitCheck } from "./limit";
import { notOfTiers } from "./origin";
import { checksOf, given, type RefusalFigure, type RefusalView } from "./parts";
import { formatAmount, formatHeaderWait, formatPeriod, formatPeriodLength, formatRate, refillText } from "./words";

const number = (value: number | null) => (value === null ? null : formatNumber(value));
const seconds = (ms: Exact) => `${formatExact(divide(ms, exact(1000n)))} s`;
const whose = ({ model }: Pick<RefusedLimit, "model">) => (model === null ? "the" : `${model}’s`);

/** Whether the message’s own wait is the one its numbers give. */
function agreement(statedMs: Exact | null, impliedMs: Exact | null, agrees: boolean | null): string[] {
  if (!statedMs || !impliedMs || agrees === null) return [];
  const whole = impliedMs.n % impliedMs.d === 0n;
  if (agrees)
    return [
      whole
        ? `The stated ${formatHeaderWait(statedMs)} agrees.`
        : `Exactly it is ${seconds(impliedMs)}; the stated ${formatHeaderWait(statedMs)} agrees, cut after the millisecond.`,
    ];
  return [
    `The stated ${formatHeaderWait(statedMs)} does not agree: these numbers give ${formatHeaderWait(impliedMs)}. Go by the longer one.`,
  ];
}

/** `requests a day`; of what counts nothing known, `requests or tokens`. */
const formatRequests = (counts: string | null, per: RateRefusal["per"]) =>
  `${counts ?? "requests or tokens"}${per === null ? "" : ` ${formatPeriod(per)}`}`;

/** That a limit is over another time than the text calls it, with the sums that show it. */
function misnamedText({ misnamed, per, short, limit, statedMs, counts }: RateRefusal): string[] {
  if (misnamed === null || per === null || short === null || limit === null || !statedMs) return [];
  return [
    `It is called ${counts ?? "a limit"} ${formatPeriod(misnamed)}, and its wait says ${formatPeriod(per)}: ${formatNumber(short)} ÷ ${formatNumber(limit)} × ${formatPeriodLength(per)} = ${seconds(refillMs(short, limit, per))}, the stated ${formatHeaderWait(statedMs)}. Were it ${formatPeriod(misnamed)}, the wait would be ${formatHeaderWait(refillMs(short, limit, misnamed))}.`,
  ];
}

/** What a text with a wait alone leaves unknown. */
function unsaidText({ limit, used, requested, together, per }: RateRefusal): string[] {
  if (limit === null && used === null && requested === null && together === null)
    return ["The text gives neither the limit nor what was used or requested, so none is worked out."];
  return limit !== null && per === null ? ["The text does not say over what time this limit counts."] : [];
}

const ofOrigin = ({ origin }: Pick<RefusedLimit, "origin">) => (origin ? [notOfTiers(origin)] : []);

/** Azure names a day where no wait would do. */
const AZURE_DAY_MS = exact(86_400_000n);
const azureDayText = ({ origin, statedMs }: RateRefusal) =>
  origin === "azure" && statedMs && compare(statedMs, AZURE_DAY_MS) === 0
    ? [
        "Azure was seen to ask for just a day where one request was larger than the deployment’s tokens a minute: no wait ends that, a larger quota or a smaller request does.",
      ]
    : [];

/** Whether a limit of long requests is meant, which the plan does not compare. */
const ofLongRequests = ({ model }: Pick<RefusedLimit, "model">) =>
  model?.endsWith("-long-context")
    ? ["It is the limit of long requests, which have limits of their own beside the model’s."]
    : [];

function rateFinding(refusal: RateRefusal): string {
  const { counts, per, limit, used, requested, together, short, statedMs, impliedMs } = refusal;
  const wait = statedMs ?? impliedMs;
  if (limit === null)
    return wait
      ? `Refused for ${formatHeaderWait(wait)}${counts === null ? "" : `: too many ${counts}`}`
      : `Refused: too many ${formatRequests(counts, per)}`;
  const ofLimit = `${whose(refusal)} ${formatRate(limit, counts, per)}`;
  if (short === null) return `Refused at ${ofLimit}${wait ? `, for ${formatHeaderWait(wait)}` : ""}`;
  if (short === 0)
    return `Short of nothing: ${together === null ? `${formatNumber(used!)} used and ${formatNumber(requested!)} requested` : `${formatNumber(together)} used and requested`}, of ${ofLimit}`;
  const requestedText =
    together !== null
      ? `${formatNumber(together)} used and requested, of `
      : used !== null && requested !== null
        ? `${formatNumber(requested)} requested, ${formatNumber(Math.max(0, limit - used))} left of `
        : "of ";
  return `Short by ${formatAmount(short, counts)}${wait ? `, for ${formatHeaderWait(wait)}` : ""}: ${requestedText}${ofLimit}`;
}

/** What was asked for beyond the limit, as a sum; `null` where the refusal does not say all of it. */
function excessText({ limit, used, requested, together }: RateRefusal): string | null {
  if (limit === null) return null;
  if (together !== null) return `${formatNumber(together)} − ${formatNumber(limit)}`;
  if (used === null || requested === null) return null;
  return `${formatNumber(used)} + ${formatNumber(requested)} − ${formatNumber(limit)}`;
}

function rateFigures(refusal: RateRefusal): RefusalFigure[] {
  const { counts, per, limit, used, requested, together, short, statedMs, impliedMs } = refusal;
  const sum = excessText(refusal);
  const fromWait = short !== null && sum === null;
  const excess = sum !== null && short === 0 ? `max(0, ${sum})` : sum;
  return [
    ...given("Limit", limit === null ? null : formatRate(limit, counts, per)),
    ...given("Used", number(used)),
    ...given("Requested", number(requested)),
    ...given("Used and requested", number(together)),
    ...(short === null
      ? []
      : [
          {
            what: "Short by",
            of: excess ?? `${formatHeaderWait(statedMs!)} × (${refillText(limit!, per!)}), rounded up`,
            is: formatAmount(short, counts),
          },
        ]),
    ...(fromWait && used !== null && requested === null
      ? [
          {
            what: "So requested",
            of: `${formatNumber(limit!)} − ${formatNumber(used)} + ${formatNumber(short)}`,
            is: formatNumber(limit! - used + short),
          },
        ]
      : []),
    ...(impliedMs
      ? [
          {
            what: "Wait",
            of: short === 0 ? `0 ÷ (${refillText(limit!, per!)})` : `(${sum}) ÷ (${refillText(limit!, per!)})`,
            is: formatHeaderWait(impliedMs),
          },
        ]
      : []),
    ...given("Stated wait", statedMs && formatHeaderWait(statedMs)),
  ];
}

const ofProject = ({ project }: Pick<RefusedLimit, "project">) =>
  project ? ["It is the limit of a project, which can be below the organisation’s."] : [];

/**
 * Explains a refusal that a wait ends: by how much it is short, for how long, and whether the stated wait
 * follows from its numbers.
 */
export function rateView(scenario: Scenario, refusal: RateRefusal): RefusalView {
  const { statedMs, impliedMs, agrees, short } = refusal;
  return {
    tone: "over",
    finding: rateFinding(refusal),
    figures: rateFigures(refusal),
    remarks: [
      ...misnamedText(refusal),
      ...(refusal.misnamed === null ? agreement(statedMs, impliedMs, agrees) : []),
      ...unsaidText(refusal),
      ...azureDayText(refusal),
      ...(short === 0
        ? ["These numbers alone would not be refused: another limit was met, or the same one over a shorter time."]
        : []),
      ...ofProject(refusal),
      ...ofLongRequests(refusal),
      ...ofOrigin(refusal),
    ],
    checks: checksOf(scenario, refusal),
    changes: rateChanges(scenario, refusal),
    rule: "continuous-refill",
  };
}

/** Explains a refusal that no wait ends. */
export function tooLargeView(scenario: Scenario, refusal: TooLargeRefusal): RefusalView {
  const { counts, per, limit, requested } = refusal;
  const over = limit !== null && requested !== null && requested > limit;
  const ofLimit =
    limit === null
      ? ""
      : limit === 0
        ? `${whose(refusal)} limit is ${formatRate(0, counts, per)}`
        : `${formatNumber(requested ?? 0)} requested, ${whose(refusal)} limit is ${formatRate(limit, counts, per)}`;
  return {
    tone: "never",
    finding: `Can never run: ${limit === null ? `${formatAmount(requested!, counts)} requested` : requested === null && limit > 0 ? `${whose(refusal)} limit is ${formatRate(limit, counts, per)}` : ofLimit}`,
    figures: [
      ...given("Limit", limit === null ? null : formatRate(limit, counts, per)),
      ...given("Requested", number(requested)),
      ...(over
        ? [
            {
              what: "Over by",
              of: `${formatNumber(requested)} − ${formatNumber(limit)}`,
              is: formatAmount(requested - limit, counts),
            },
          ]
        : []),
    ],
    remarks: [
      limit === 0
        ? "A limit of 0 means that this account may not use it yet."
        : "No wait helps, and a retry meets the same answer: one request has to fit the whole limit.",
      ...ofProject(refusal),
      ...ofLongRequests(refusal),
      ...ofOrigin(refusal),
    ],
    checks: checksOf(scenario, refusal),
    changes: tooLargeChanges(scenario, refusal),
    rule: "request-too-large",
  };
}

/** Explains a full batch queue. */
export function queueView(scenario: Scenario, refusal: QueueRefusal): RefusalView {
  const { model, counts, limit, origin } = refusal;
  return {
    tone: "over",
    finding: `The batch queue is full: ${whose(refusal)} limit is ${formatAmount(limit!, counts === "tokens" ? "input tokens" : counts)} at once`,
    figures: given("Limit", `${formatAmount(limit!, counts)} enqueued`),
    remarks: [
      "It is about all batches that are not done, summed, not about requests or tokens a minute: send the next when one ends.",
      ...ofOrigin(refusal),
    ],
    checks:
      model !== null && counts === "tokens"
        ? [limitCheck(scenario, { model, field: "batchQueueTokens", limit: limit!, origin })]
        : [],
    changes: queueChanges(scenario, refusal),
    rule: "batch-queue",
  };
}
