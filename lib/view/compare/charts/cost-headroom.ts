import { USAGE_TIERS } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { monthlyUsageLimit } from "@/lib/limits";
import { toNumber } from "@/lib/money";
import { checkedSource, type ChartText, type Undrawn } from "@/lib/view/chart";
import { formatTier, formatTimes, formatUsd } from "@/lib/view/text";
import type { CompareTable } from "../groups";
import { modelIn } from "@/lib/view/names";
import type { CompareRowView } from "../row";

/** A row as a point: the month’s cost, and how many times this traffic the rate limits take. */
export interface ComparePoint {
  readonly key: string;
  readonly name: string;
  readonly usd: number;
  /** `null`: its rate limits are not published. */
  readonly times: number | null;
  readonly kind: "fits" | "over" | "unknown";
  readonly isNow: boolean;
  readonly isCheapest: boolean;
  readonly detail: string;
}

/** Cost against headroom of the rates, a point for each row. */
export interface CostHeadroomChart extends ChartText {
  readonly drawn: true;
  /** Rising in cost. */
  readonly points: readonly ComparePoint[];
  /** Those that no other one beats in both, rising in cost and headroom. */
  readonly frontier: readonly ComparePoint[];
  /** What each usage tier lets an account spend a month; one is the scenario’s own. */
  readonly limits: readonly { readonly usd: number; readonly text: string; readonly isOwn: boolean }[];
  readonly fitsText: string;
}

const EYEBROW = "Cost against headroom";

function toPoint(view: CompareRowView, isCheapest: boolean): ComparePoint {
  const { row, month, key } = view;
  const times = row.rates.fits === null ? null : row.rates.scaleAtLimit;
  return {
    key,
    name: modelIn(view),
    usd: toNumber(row.perMonth!),
    times,
    kind: times === null ? "unknown" : row.fits ? "fits" : "over",
    isNow: view.isNow,
    isCheapest,
    detail: `${month!.text} a month, ${times === null ? "rates not published" : `${formatTimes(times)} in its rates`}`,
  };
}

/** The points that none is both cheaper and roomier than; of alike ones the first. */
function frontierOf(points: readonly ComparePoint[]): ComparePoint[] {
  let most = 0;
  return points.filter(({ times }) => {
    if (times === null || times <= most) return false;
    most = times;
    return true;
  });
}

function findingOf(frontier: readonly ComparePoint[], count: number): string {
  const [first, last] = [frontier[0]!, frontier.at(-1)!];
  if (frontier.length === 1)
    return `With published limits and these filters, none is cheaper or roomier than ${first.name}`;
  return `From ${first.name}, the cheapest, to ${last.name}, the roomiest: ${frontier.length} of ${count} are worth their price in headroom`;
}

/** Cost against headroom of the rows that pass the filters, and of what is entered. */
export function costHeadroomChart({ all, move }: CompareTable, { scenario }: Estimate): CostHeadroomChart | Undrawn {
  const points = all
    .filter(({ row, missed, isNow }) => row.perMonth !== null && row.perMonth.n > 0n && (missed.length === 0 || isNow))
    .map((view) => toPoint(view, view.row === move?.row))
    .toSorted((a, b) => a.usd - b.usd || (b.times ?? 0) - (a.times ?? 0));
  const known = points.filter(({ times }) => times !== null);
  const frontier = frontierOf(known);
  if (frontier.length === 0 || points.length < 2)
    return {
      drawn: false,
      eyebrow: EYEBROW,
      reason: "Fewer than two rows have a price and published limits, so there is nothing to set against each other",
      remedy: "Ask less of the models above, or choose a paid usage tier.",
    };
  const tier = formatTier(scenario.usageTier);
  const finding = findingOf(frontier, known.length);
  return {
    drawn: true,
    points,
    frontier,
    limits: USAGE_TIERS.map(({ id }) => {
      const usd = monthlyUsageLimit(scenario, id);
      return {
        usd: toNumber(usd),
        text: `${formatTier(id)}: ${formatUsd(usd).replace(/\.00$/, "")}`,
        isOwn: id === scenario.usageTier,
      };
    }),
    fitsText: `fits ${tier}`,
    eyebrow: EYEBROW,
    finding,
    units:
      "Cost a month across, headroom in rate limits up, both on log scales; upright lines are monthly usage limits",
    source: checkedSource("prices and limits"),
    title: "Cost of a month against headroom in rate limits of each model and service tier",
    description: `${finding}. ${points.length - known.length} have no published rate limits.`,
    table: {
      head: ["Model", "A month", "Headroom in its rates", `On ${tier}`],
      rows: points.map(({ name, usd: _usd, times, kind, detail, isNow, key }) => [
        `${name}${isNow ? ", now" : ""}${frontier.some((one) => one.key === key) ? ", frontier" : ""}`,
        detail.slice(0, detail.indexOf(" a month")),
        times === null ? "not published" : formatTimes(times),
        { fits: "fits", over: "does not fit", unknown: "cannot be told" }[kind],
      ]),
    },
  };
}
