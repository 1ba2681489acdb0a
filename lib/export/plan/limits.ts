import type { Estimate } from "@/lib/estimate";
import { compare, divide, exact, toGeometry, type Exact } from "@/lib/money";
import { formatCompact, formatNumber, formatTier, formatUsd, UNKNOWN } from "@/lib/view/text";
import { limitsFinding, limitViews, tiersView, type LimitView, type TierHead } from "@/lib/view/plan";
import type { LimitState } from "@/lib/view/estimate";
import { exactly, ratio, words } from "../cells";
import type { BarPart, Cell, Row, ReportTable } from "../report";

const TONES: Readonly<Record<LimitState, Pick<Cell, "tone">>> = {
  ok: {},
  near: { tone: "near" },
  over: { tone: "over" },
  unpublished: {},
  unknown: {},
};

/** The bar of a limit, of which four fifths are 100 %. */
function barOf({ state, meanWidth, peakWidth }: LimitView): BarPart[] {
  if (state === "over") return [{ from: 0, to: 1, of: "over" }];
  if (state === "unpublished" || state === "unknown") return [];
  const peak = state === "near" ? "near" : "peak";
  return [
    { from: 0, to: meanWidth, of: "mean" as const },
    { from: meanWidth, to: peakWidth, of: peak as BarPart["of"] },
  ].filter(({ from, to }) => to > from);
}

function headroomText({ headroom, remark, state }: LimitView): string {
  if (state === "unpublished") return "not published";
  if (remark === "no rate fits") return "no rate fits";
  return remark ? `${headroom.text}, ${remark.toLowerCase()}` : headroom.text;
}

const inverse = (value: Exact | null) => (value && value.n > 0n ? { n: value.d, d: value.n } : null);

/** With more limits than these, those that are hardly used stand in the table of usage tiers alone on paper. */
const MOST_LIMITS = 8;
const FIRST_LIMITS = 3;
const HARDLY = exact(1n, 4n);

/** Keys of the limits that are left out on paper: of many, those of which not a quarter is used. */
export function minorLimits({ limits }: Estimate, views: readonly LimitView[]): ReadonlySet<string> {
  if (views.length <= MOST_LIMITS) return new Set();
  const isHardly = new Set(
    limits
      .filter(({ demand, limit }) => {
        const used = demand.peak && limit && limit.exact.n > 0n ? divide(demand.peak, limit.exact) : null;
        return used && compare(used, HARDLY) < 0;
      })
      .map(({ demand: { pool, dimension } }) => `${pool}.${dimension}`),
  );
  return new Set(views.slice(FIRST_LIMITS).flatMap(({ key }) => (isHardly.has(key) ? [key] : [])));
}

/** Every limit of the scenario’s own usage tier, the one that binds first on top; ratios of it are 1 at 100 %. */
export function limitsBlock(estimate: Estimate): ReportTable {
  const views = limitViews(estimate);
  const minor = minorLimits(estimate, views);
  const rows = views.map((view): Row => {
    const { demand, limit, headroom } = estimate.limits.find(
      ({ demand: { pool, dimension } }) => `${pool}.${dimension}` === view.key,
    )!;
    const figure = (value: Exact | null) =>
      demand.dimension === "monthly-usage" ? formatUsd(value) : value ? formatCompact(toGeometry(value)) : UNKNOWN;
    const used = demand.peak && limit && limit.exact.n > 0n ? divide(demand.peak, limit.exact) : null;
    return {
      cells: [
        words(view.name, demand.dimension),
        words(view.about, demand.pool),
        exactly(figure(demand.mean), demand.mean),
        exactly(figure(demand.peak), demand.peak),
        exactly(limit ? figure(limit.exact) : "not published", limit && limit.exact),
        { ...exactly(view.utilisation.text, used), ...TONES[view.state] },
        headroom === null ? ratio(null, headroomText(view)) : exactly(headroomText(view), inverse(used)),
      ],
      bar: barOf(view),
      ...(minor.has(view.key) && { isMinor: true }),
    };
  });
  return {
    key: "limits",
    title: limitsFinding(estimate),
    columns: [
      { name: "limit", label: `Limit at ${formatTier(estimate.scenario.usageTier)}` },
      { name: "of", label: "Of" },
      { name: "mean", label: "Mean", isNumeric: true },
      { name: "peak", label: "Peak", isNumeric: true },
      { name: "allowed", label: "Allowed", isNumeric: true },
      { name: "utilisation", label: "Used", isNumeric: true },
      { name: "headroom", label: "Headroom" },
    ],
    rows,
    ...(minor.size > 0 && {
      minor: `${formatNumber(minor.size)} more ${minor.size === 1 ? "limit" : "limits"}, each used by less than a quarter, ${minor.size === 1 ? "stands" : "stand"} with the usage tiers below.`,
    }),
    bars: { label: "The line is 100 %", full: 0.8 },
  };
}

const FITS = { true: "Fits", false: "Does not fit", null: "Cannot be told" } as const;

function fitCell({ fits, never }: TierHead): Cell {
  const text = never ? "Never runs" : FITS[`${fits}`];
  if (fits === null) return words(text, null);
  return { ...words(text, String(fits)), tone: fits ? "ok" : "over" };
}

/** The paid usage tiers side by side: whether each fits, how far each limit is used there, and its headroom. */
export function tiersBlock(estimate: Estimate): ReportTable {
  const view = tiersView(estimate);
  const paid = estimate.fit.tiers.slice(1);
  const row = (name: string, of: string, cells: readonly Cell[]): Row => ({
    cells: [words(name), words(of), ...cells],
  });
  const limits = view.rows.map(({ name, about, cells, key }) => {
    const index = estimate.demands.findIndex(({ pool, dimension }) => `${pool}.${dimension}` === key);
    const demand = estimate.demands[index]!;
    return row(
      name,
      about,
      cells.map(({ utilisation, of, state }, tier): Cell => {
        const limit = paid[tier]!.limits[index];
        const used = demand.peak && limit && limit.exact.n > 0n ? divide(demand.peak, limit.exact) : null;
        return { ...exactly(`${utilisation.text} ${of}`, used), ...TONES[state] };
      }),
    );
  });
  return {
    key: "tiers",
    title: view.finding,
    columns: [
      { name: "figure", label: "" },
      { name: "of", label: "" },
      ...view.heads.map(({ tier, chosen }) => ({
        name: `tier_${tier}`,
        label: `Tier ${tier}${chosen ? ", chosen" : ""}`,
      })),
    ],
    rows: [
      row("Fits", "", view.heads.map(fitCell)),
      ...limits,
      row(
        "Headroom",
        "what binds first",
        view.heads.map(({ headroom, binds }, tier) =>
          ratio(paid[tier]!.scaleAtLimit, `${headroom.text}${binds === UNKNOWN ? "" : `, ${binds}`}`),
        ),
      ),
      row(
        "Reached after",
        "paid in total",
        view.heads.map(({ reachedAfter }) => words(reachedAfter, reachedAfter.replace(/[$,]/g, ""))),
      ),
    ],
  };
}
