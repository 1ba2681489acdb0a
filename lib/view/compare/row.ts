import { findModel } from "@/lib/catalogue";
import { type CompareRow, isAsEntered, isInUse, missedOf, scenarioOn } from "@/lib/compare";
import type { Estimate } from "@/lib/estimate";
import type { Dimension } from "@/lib/limits";
import { compare, shareOf, subtract, type Exact } from "@/lib/money";
import type { Scenario, ServiceTier } from "@/lib/scenario";
import { capital, DIMENSIONS, SHORT_DIMENSIONS, tierWord } from "@/lib/view/names";
import {
  figure,
  formatCompact,
  formatDay,
  formatTimes,
  formatUsd,
  UNKNOWN,
  type decodeCompareKey,
  type Figure,
} from "@/lib/view/text";
import type { CompareChoice, FilterKey } from "./choice";

/** The key of a figure of a row. */
type CompareFigureKey = NonNullable<ReturnType<typeof decodeCompareKey>>;

/** How a row fits; `near`: it does, with less than a quarter to spare. */
type RowFit = "ok" | "near" | "over" | "unknown";

/** A row of the page. */
export interface CompareRowView {
  readonly key: string;
  readonly row: CompareRow;
  readonly model: string;
  readonly isOwnModel: boolean;
  readonly serviceTier: ServiceTier;
  readonly tierName: string;
  readonly month: Figure | null;
  /** Where the bar of the month’s cost ends on its track, 0 to 1; past the end it is cut. */
  readonly bar: { readonly width: number; readonly isCut: boolean };
  /** How far from the month as entered: `−$20,656.08` and `less`. `null`: one of the two is not known. */
  readonly against: { readonly amount: Figure; readonly word: string } | null;
  /** It is what is entered. */
  readonly isNow: boolean;
  /** A workload is there already, though not all of them are. */
  readonly isInUse: boolean;
  readonly fit: RowFit;
  readonly binds: string;
  readonly headroom: Figure | null;
  readonly isAtMost: boolean;
  readonly least: string;
  readonly leastWork: CompareFigureKey;
  readonly context: string;
  readonly ends: string;
  /** What was taken out of the scenario, or adds to it. */
  readonly remark: string | null;
  readonly missed: readonly FilterKey[];
  readonly scenario: Scenario;
}

/** Where on the track of a bar the month as entered ends. */
export const NOW_AT = 0.6;
/** Less room than this factor is near the limit. */
const NEAR = 1.25;

/** A key of a figure of the row. */
const keyOf = ({ model, serviceTier }: CompareRow, name: CompareFigureKey["figure"]): CompareFigureKey => ({
  of: "compare",
  figure: name,
  model,
  serviceTier,
});

/** A row’s difference from the month as entered. */
function againstNow(row: CompareRow, now: Exact | null): CompareRowView["against"] {
  if (!row.perMonth || !now) return null;
  const order = compare(row.perMonth, now);
  const distance = order > 0 ? subtract(row.perMonth, now) : subtract(now, row.perMonth);
  const sign = order > 0 ? "+" : order < 0 ? "−" : "";
  return {
    amount: figure(`${sign}${formatUsd(distance)}`, keyOf(row, "difference")),
    word: order > 0 ? "more" : order < 0 ? "less" : "the same",
  };
}

function fitOf({ fits, scaleAtLimit }: CompareRow): RowFit {
  if (fits === null) return "unknown";
  if (!fits) return "over";
  return scaleAtLimit !== null && scaleAtLimit < NEAR ? "near" : "ok";
}

const NEVER = {
  "tier-not-supported": "Not on Free",
  "request-exceeds-tpm": "Request too large",
  "exceeds-context": "Over its context",
  "exceeds-max-input": "Over its maximum input",
  "exceeds-max-output": "Over its maximum output",
} as const;

/** A limit in its cell. */
const bindsText = (dimension: Dimension) =>
  dimension === "monthly-usage" ? DIMENSIONS[dimension] : capital(SHORT_DIMENSIONS[dimension]);

/** What binds first, why a request never runs, or what is not known. */
function bindsOf({ codes, fits, bindsFirst, perMonth }: CompareRow): string {
  const never = (Object.keys(NEVER) as (keyof typeof NEVER)[]).find((code) => codes.includes(code));
  if (never) return NEVER[never];
  if (fits === null) return perMonth ? "Not published" : "No price";
  return bindsFirst ? bindsText(bindsFirst.dimension) : UNKNOWN;
}

/** The least usage tier: none that fits is not the same as none that can be told. */
const leastOf = ({ minimumUsageTier, isTierOpen }: CompareRow): string =>
  minimumUsageTier === null ? (isTierOpen ? "not told" : "none") : String(minimumUsageTier);

/** The views last made of rows, with what they hang on besides the row. */
const made = new WeakMap<
  CompareRow,
  { readonly estimate: Estimate; readonly of: string; readonly view: CompareRowView }
>();

/**
 * A row as the page shows it; `estimate` is that of the scenario as entered. While nothing of it differs it is the same
 * object.
 */
export function rowView(row: CompareRow, estimate: Estimate, choice: CompareChoice): CompareRowView {
  const missed = missedOf(row, estimate.scenario, choice);
  const of = `${choice.workload} ${missed.join()}`;
  const known = made.get(row);
  if (known?.estimate === estimate && known.of === of) return known.view;
  const view = makeView(row, estimate, choice, missed);
  made.set(row, { estimate, of, view });
  return view;
}

function makeView(
  row: CompareRow,
  { scenario, cost }: Estimate,
  choice: CompareChoice,
  missed: readonly FilterKey[],
): CompareRowView {
  const { model, serviceTier } = row;
  const isNow = isAsEntered(row, scenario, choice.workload);
  const width = shareOf(row.perMonth, cost.perMonth) * NOW_AT;
  return {
    key: `${model} ${serviceTier}`,
    row,
    model,
    isOwnModel: findModel(model) === undefined,
    serviceTier,
    tierName: tierWord(serviceTier),
    month: row.perMonth && figure(formatUsd(row.perMonth), keyOf(row, "month")),
    bar: { width: Math.min(1, width), isCut: width > 1 },
    against: againstNow(row, cost.perMonth),
    isNow,
    isInUse: !isNow && isInUse(row, scenario, choice.workload),
    fit: fitOf(row),
    binds: bindsOf(row),
    headroom: row.scaleAtLimit === null ? null : figure(formatTimes(row.scaleAtLimit), keyOf(row, "headroom")),
    isAtMost: row.fits === null,
    least: leastOf(row),
    leastWork: keyOf(row, "least"),
    context: row.contextWindow === null ? UNKNOWN : formatCompact(row.contextWindow),
    ends: row.retires === null ? UNKNOWN : formatDay(row.retires),
    remark: row.codes.includes("reasoning-dropped") ? "without reasoning" : null,
    missed,
    scenario: scenarioOn(scenario, row, choice.workload),
  };
}
