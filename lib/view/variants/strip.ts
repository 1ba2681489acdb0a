import { variantEstimates, type Estimate } from "@/lib/estimate";
import type { Dimension } from "@/lib/limits";
import { compare, divide, toNumber, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { tierFitView, type Tone } from "@/lib/view/estimate";
import { DIMENSIONS, listed } from "@/lib/view/names";
import { formatDuration, formatFactor, formatPercent, formatTier, formatTimes, formatUsd } from "@/lib/view/text";
import { changeViews, countText, type VariantChange } from "./changes";

/** A value in a row of what differs. */
export interface VariantCell {
  readonly text: string;
  /** The base’s value, where this one differs from it. */
  readonly was: string | null;
  /** Of a value that is named and is no difference: that it is held, or not possible. */
  readonly aside?: string;
}

/** The base or a variant, as a column. */
export interface VariantColumn {
  /** `Base`, `B`, `C` … */
  readonly letter: string;
  readonly name: string;
  readonly about: string;
  /** The scenario that it is. */
  readonly scenario: Scenario;
  readonly tone: Tone;
  readonly verdict: string;
  readonly month: string;
  /** What 1,000 requests cost, of the base. */
  readonly thousand: string | null;
  /** Against the base: `−$20,656.08`, `less`, `90 %`; `null` of the base, and where a price is missing. */
  readonly difference: { readonly amount: string; readonly word: string; readonly share: string } | null;
  readonly headroom: string;
  /** What binds first. */
  readonly binds: string;
  readonly room: string;
  /** How much of the limit that binds first is used, of a bar whose four fifths are 100 %: 0–1. */
  readonly bar: { readonly width: number; readonly isOver: boolean } | null;
  /** The same for programs; `null` for unknown. */
  readonly exact: {
    readonly fits: boolean | null;
    readonly perMonth: Exact | null;
    readonly scaleAtLimit: number | null;
    readonly bindsFirst: Dimension | null;
  };
}

/** The base and its variants side by side. */
export interface StripView {
  readonly finding: string;
  readonly columns: readonly VariantColumn[];
  /** What differs in any of them; a cell a column. */
  readonly rows: readonly { readonly key: string; readonly label: string; readonly cells: readonly VariantCell[] }[];
}

const LETTERS = ["Base", "B", "C", "D", "E"];
const FULL = 0.8;

/** A variant beside the base. */
type Beside = ReturnType<typeof variantEstimates>[number] & { readonly base: Estimate };

/** `−$20,656.08 less, 90 %` of a cost against the base’s. */
function differenceOf({ perMonthMore: more, base }: Beside): VariantColumn["difference"] {
  if (!more) return null;
  if (more.n === 0n) return { amount: "$0", word: "the same", share: "" };
  const amount = { n: more.n < 0n ? -more.n : more.n, d: more.d };
  const before = base.cost.perMonth!;
  const share = before.n > 0n ? formatPercent(toNumber(divide(amount, before))) : "";
  return more.n < 0n
    ? { amount: `−${formatUsd(amount)}`, word: "less", share }
    : { amount: `+${formatUsd(amount)}`, word: "more", share };
}

/** How far the limit that binds first reaches: against the base’s headroom, or when it is spent. */
function roomOf({ fit, limits, scenario }: Estimate, beside: Beside | null): string {
  const binding = limits.find(({ bindsFirst }) => bindsFirst);
  if (!binding || fit.scaleAtLimit === null || scenario.usageTier === "free") return "";
  if (fit.hoursToUsageLimit !== null && binding.demand.dimension === "monthly-usage")
    return `spent in ${formatDuration(fit.hoursToUsageLimit)}`;
  const times = beside?.headroomTimes ?? 1;
  return times === 1 ? `${formatPercent(binding.utilisation)} of the limit` : `${formatFactor(times)} times the base’s`;
}

function columnOf(estimate: Estimate, beside: Beside | null, head: Pick<VariantColumn, "letter" | "name" | "about">) {
  const { cost, fit, limits } = estimate;
  const { tone, text } = tierFitView(estimate);
  const binding = limits.find(({ bindsFirst }) => bindsFirst);
  const isRoomKnown = tone !== "never" && estimate.scenario.usageTier !== "free" && fit.scaleAtLimit !== null;
  const thousand = cost.perRequest && { n: cost.perRequest.n * 1000n, d: cost.perRequest.d };
  const used = binding?.utilisation ?? null;
  return {
    ...head,
    scenario: estimate.scenario,
    tone,
    verdict:
      tone === "ok" ? text : `${text} ${tone === "unknown" ? "at " : ""}${formatTier(estimate.scenario.usageTier)}`,
    month: cost.perMonth ? formatUsd(cost.perMonth) : "no price",
    thousand: beside ? null : thousand && `${formatUsd(thousand)} for 1,000 requests`,
    difference: beside && differenceOf(beside),
    headroom: isRoomKnown ? `${tone === "unknown" ? "≤ " : ""}${formatTimes(fit.scaleAtLimit)}` : "–",
    binds: isRoomKnown && binding ? DIMENSIONS[binding.demand.dimension].toLowerCase() : "",
    room: isRoomKnown ? roomOf(estimate, beside) : "",
    bar: !isRoomKnown || used === null ? null : { width: binding!.over ? 1 : used * FULL, isOver: binding!.over },
    exact: {
      fits: fit.fits,
      perMonth: cost.perMonth,
      scaleAtLimit: fit.scaleAtLimit,
      bindsFirst: fit.bindsFirst?.dimension ?? null,
    },
  } satisfies VariantColumn;
}

/** Which of them is the cheapest that fits, in a sentence. */
function findingOf(columns: readonly VariantColumn[], estimates: readonly Estimate[]): string {
  const fitting = estimates.flatMap(({ fit, cost }, index) =>
    fit.fits && cost.perMonth ? [{ index, cost: cost.perMonth }] : [],
  );
  const [first, ...others] = fitting;
  const fits = estimates.every(({ fit }) => fit.fits === false) ? "fits" : "is known to fit";
  if (!first) return `None of ${listed(columns.map(({ letter }) => letter))} ${fits} its usage tier`;
  const best = others.reduce((least, one) => (compare(one.cost, least.cost) < 0 ? one : least), first);
  const who = best.index === 0 ? "The base" : columns[best.index]!.letter;
  const what = others.length === 0 ? "is the only one that fits" : "is the cheapest that fits";
  const { difference } = columns[best.index]!;
  if (!difference) return `${who} ${what}, at ${columns[best.index]!.month} a month`;
  return difference.word === "the same"
    ? `${who} ${what}, at the base’s cost`
    : `${who} ${what}, for ${difference.amount.slice(1)} a month ${difference.word} than the base`;
}

function cellOf({ now, was, effect, aside }: VariantChange): VariantCell {
  return effect === "differs" ? { text: now, was } : { text: now, was: null, aside: aside! };
}

const AS_BASE = "as base";

function rowsOf(changes: readonly (readonly VariantChange[])[]): StripView["rows"] {
  const rows = new Map(changes.flat().map((change) => [change.key, change]));
  const isOfItem = ({ key }: VariantChange) => Number(key.includes("."));
  return [...rows.values()]
    .sort((a, b) => isOfItem(a) - isOfItem(b))
    .map(({ key, label, was }) => ({
      key,
      label,
      cells: [
        { text: was, was: null },
        ...changes.map((own): VariantCell => {
          const change = own.find((one) => one.key === key);
          if (change) return cellOf(change);
          const isOut = own.some((one) => one.now === "taken out" && key.startsWith(`${one.key}.`));
          return { text: isOut ? "taken out" : AS_BASE, was: null };
        }),
      ],
    }));
}

/** The base beside its variants: verdict, cost, headroom, and only what they name. */
export function stripView(base: Estimate): StripView {
  const { scenario } = base;
  const beside = variantEstimates(base);
  const changes = beside.map((_, index) => changeViews(scenario, index));
  const columns = [
    columnOf(base, null, { letter: LETTERS[0]!, name: scenario.title || "This scenario", about: "as it is now" }),
    ...beside.map((one, index) => {
      const count = changes[index]!.filter(({ effect }) => effect === "differs").length;
      const about = countText(count);
      return columnOf(one.estimate, { ...one, base }, { letter: LETTERS[index + 1]!, name: one.variant.name, about });
    }),
  ];
  const estimates = [base, ...beside.map(({ estimate }) => estimate)];
  return { finding: findingOf(columns, estimates), columns, rows: rowsOf(changes) };
}
