import { estimate as estimateOf, type Estimate } from "@/lib/estimate";
import type { Dimension } from "@/lib/limits";
import { compare, divide, subtract, toNumber, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { applyVariant } from "@/lib/scenario/variants";
import { tierFitView, type Tone } from "@/lib/view/estimate";
import { DIMENSIONS, listed } from "@/lib/view/names";
import { formatDuration, formatFactor, formatPercent, formatTier, formatTimes, formatUsd } from "@/lib/view/text";
import { changeViews, type VariantChange } from "./changes";

/** A value in a row of what differs. */
export interface VariantCell {
  readonly text: string;
  /** The base’s value, where this one differs from it. */
  readonly was: string | null;
}

/** The base or a variant, as a column. */
export interface VariantColumn {
  /** `Base`, `B`, `C` … */
  readonly letter: string;
  readonly name: string;
  readonly about: string;
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

/** `−$20,656.08 less, 90 %` of a cost against the base’s. */
function differenceOf(cost: Exact | null, base: Exact | null): VariantColumn["difference"] {
  if (!cost || !base) return null;
  const order = compare(cost, base);
  if (order === 0) return { amount: "$0", word: "the same", share: "" };
  const amount = order < 0 ? subtract(base, cost) : subtract(cost, base);
  const share = base.n > 0n ? formatPercent(toNumber(divide(amount, base))) : "";
  return order < 0
    ? { amount: `−${formatUsd(amount)}`, word: "less", share }
    : { amount: `+${formatUsd(amount)}`, word: "more", share };
}

/** How far the limit that binds first reaches: against the base’s headroom, or when it is spent. */
function roomOf({ fit, limits, scenario }: Estimate, base: Estimate | null): string {
  const binding = limits.find(({ bindsFirst }) => bindsFirst);
  if (!binding || fit.scaleAtLimit === null || scenario.usageTier === "free") return "";
  if (fit.hoursToUsageLimit !== null && binding.demand.dimension === "monthly-usage")
    return `spent in ${formatDuration(fit.hoursToUsageLimit)}`;
  const before = base?.fit.scaleAtLimit;
  if (!before || before === fit.scaleAtLimit) return `${formatPercent(binding.utilisation)} of the limit`;
  return `${formatFactor(fit.scaleAtLimit / before)} times the base’s`;
}

function columnOf(estimate: Estimate, base: Estimate | null, head: Pick<VariantColumn, "letter" | "name" | "about">) {
  const { cost, fit, limits } = estimate;
  const { tone, text } = tierFitView(estimate);
  const binding = limits.find(({ bindsFirst }) => bindsFirst);
  const isRoomKnown = tone !== "never" && estimate.scenario.usageTier !== "free" && fit.scaleAtLimit !== null;
  const thousand = cost.perRequest && { n: cost.perRequest.n * 1000n, d: cost.perRequest.d };
  const used = binding?.utilisation ?? null;
  return {
    ...head,
    tone,
    verdict:
      tone === "ok" ? text : `${text} ${tone === "unknown" ? "at " : ""}${formatTier(estimate.scenario.usageTier)}`,
    month: cost.perMonth ? formatUsd(cost.perMonth) : "no price",
    thousand: base ? null : thousand && `${formatUsd(thousand)} for 1,000 requests`,
    difference: base && differenceOf(cost.perMonth, base.cost.perMonth),
    headroom: isRoomKnown ? `${tone === "unknown" ? "≤ " : ""}${formatTimes(fit.scaleAtLimit)}` : "–",
    binds: isRoomKnown && binding ? DIMENSIONS[binding.demand.dimension].toLowerCase() : "",
    room: isRoomKnown ? roomOf(estimate, base) : "",
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
          if (change) return { text: change.now, was: change.was };
          const isOut = own.some((one) => one.now === "taken out" && key.startsWith(`${one.key}.`));
          return { text: isOut ? "taken out" : "as base", was: null };
        }),
      ],
    }));
}

/** The base beside its variants: verdict, cost, headroom, and only what differs. */
export function stripView(base: Scenario): StripView {
  const { variants = [] } = base;
  const changes = variants.map((_, index) => changeViews(base, index));
  const estimates = [estimateOf(base), ...variants.map((variant) => estimateOf(applyVariant(base, variant)))];
  const columns = estimates.map((estimate, index) => {
    const count = changes[index - 1]?.length;
    const about = count === undefined ? "as it is now" : `${count} ${count === 1 ? "change" : "changes"}`;
    const name = index === 0 ? base.title || "This scenario" : variants[index - 1]!.name;
    return columnOf(estimate, index === 0 ? null : estimates[0]!, { letter: LETTERS[index]!, name, about });
  });
  return { finding: findingOf(columns, estimates), columns, rows: rowsOf(changes) };
}
