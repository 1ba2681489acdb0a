import { growthThatFits, dearestMonth, type Forecast, type JustFits } from "@/lib/forecast";
import { toFixedText, toNumber } from "@/lib/money";
import { NUMBERS, type Scenario } from "@/lib/scenario";
import { capital, DIMENSIONS } from "@/lib/view/names";
import { formatCompact, formatNumber, formatTier, formatUsdText, type Figure } from "@/lib/view/text";
import { forecastFigure, growthText, limitName, usageLimitText, wholeUsdText } from "./words";

/** The growth at which one limit, or the budget, would just hold in every month. */
interface FitsRow {
  readonly key: string;
  /** Its place in `growthThatFits`. */
  readonly at: number;
  readonly name: string;
  /** `tier 5, 40M`. */
  readonly about: string;
  readonly figure: Figure;
  /** Whether the growth entered is more than it holds. */
  readonly isOver: boolean;
  /** The length of the bar, 0–1; the growth entered is at `entered`. */
  readonly width: number;
}

/** What growth would just fit, and what may be tried of it. */
export interface FitsView {
  readonly rows: readonly FitsRow[];
  /** Where on the bars the growth entered is, 0–1. */
  readonly entered: number;
  readonly enteredText: string;
  /** The press that tries the highest growth that fits; `null` where the one entered does, or none does. */
  readonly attempt: { readonly label: string; readonly scenario: Scenario } | null;
  /** The press that makes the budget enough for the growth entered; `null` where it is, or none is entered. */
  readonly budget: { readonly label: string; readonly scenario: Scenario } | null;
}

/** Where the growth entered stands on the bars, unless the highest growth that fits would then leave them. */
const ENTERED = 0.32;
const END = 0.96;
/** Of a growth so many times the one entered the bar is as long as they get. */
const MOST_TIMES = 8;

/** The limit in words: `Budget`, `Tokens a minute`; of its model where the last month has several. */
export function fitsName(forecast: Forecast, { limit }: JustFits): string {
  if (!limit) return "Budget";
  const pools = new Set(
    forecast.months
      .at(-1)!
      .limits.slice(0, -1)
      .map(({ demand }) => demand.pool),
  );
  if (pools.size === 1 && pools.has(limit.pool)) return DIMENSIONS[limit.dimension];
  return capital(limitName(forecast, limit.pool, limit.dimension));
}

function aboutText({ scenario }: Forecast, { limit, value }: JustFits): string {
  if (!limit) return `${formatUsdText(scenario.monthlyBudgetUsd!)} a month`;
  if (limit.dimension === "monthly-usage")
    return `${formatTier(limit.usageTier)}, ${usageLimitText(scenario, limit.usageTier)}`;
  const number = toNumber(value);
  return `${formatTier(limit.usageTier)}, ${number < 1_000_000 ? formatNumber(number) : formatCompact(number)}`;
}

/** A growth that just fits, in words: `2.444 %`; `none` where the first month is over, `any` up to the field’s end. */
export function fitsText({ percentPerMonth }: JustFits): string {
  if (percentPerMonth === null) return "none";
  return percentPerMonth >= NUMBERS.percentPerMonth.max ? "any" : growthText(percentPerMonth);
}

/** The bars of growths that fit, beside the one entered. */
function scaleOf(all: readonly JustFits[], entered: number) {
  // Without growth to compare with, what may still grow is beyond the mark and what must shrink before it.
  if (entered <= 0)
    return {
      at: ENTERED,
      widthOf: ({ percentPerMonth }: JustFits) =>
        percentPerMonth === null ? 0 : percentPerMonth >= entered ? END : ENTERED / 2,
    };
  const highest = Math.max(...all.map(({ percentPerMonth }) => percentPerMonth ?? 0), entered);
  const at = Math.min(ENTERED, END / Math.min(highest / entered, MOST_TIMES));
  return {
    at,
    widthOf: ({ percentPerMonth }: JustFits) => Math.min(1, Math.max(0, ((percentPerMonth ?? 0) / entered) * at)),
  };
}

const withGrowth = (scenario: Scenario, percentPerMonth: number): Scenario => ({
  ...scenario,
  growth: { ...scenario.growth!, percentPerMonth },
});

/** Whole dollars that are enough for the dearest month. */
function enoughUsd(forecast: Forecast): string | null {
  const most = dearestMonth(forecast);
  return most && toFixedText({ n: (most.n + most.d - 1n) / most.d, d: 1n }, 0);
}

/** What growth would just fit all months: the budget and every limit of the tier at which the forecast ends. */
export function fitsView(forecast: Forecast): FitsView {
  const { scenario, growth, months } = forecast;
  const entered = growth.percentPerMonth;
  const all = growthThatFits(forecast);
  const { at, widthOf } = scaleOf(all, entered);
  const pools = new Set(months.at(-1)!.limits.map(({ demand }) => demand.pool));
  const rows = all.flatMap((row, index): FitsRow[] => {
    const isOver = row.percentPerMonth === null || row.percentPerMonth < entered;
    // Of a model that has ended only what was too little while it lasted.
    if (row.limit && !pools.has(row.limit.pool) && !isOver) return [];
    return [
      {
        at: index,
        key: row.limit ? `${row.limit.pool} ${row.limit.dimension}` : "budget",
        name: fitsName(forecast, row),
        about: aboutText(forecast, row),
        figure: forecastFigure(fitsText(row), "fits", index),
        isOver,
        width: widthOf(row),
      },
    ];
  });
  const least = all[0]?.percentPerMonth ?? null;
  const enough = enoughUsd(forecast);
  return {
    rows,
    entered: at,
    enteredText: `${growthText(entered)} entered`,
    attempt:
      least !== null && least < entered
        ? { label: `Try ${growthText(least)} a month`, scenario: withGrowth(scenario, least) }
        : null,
    budget:
      enough && months.some(({ isOverBudget }) => isOverBudget)
        ? {
            label: `Budget for ${growthText(entered)}: ${wholeUsdText({ n: BigInt(enough), d: 1n })}`,
            scenario: { ...scenario, monthlyBudgetUsd: enough },
          }
        : null,
  };
}
