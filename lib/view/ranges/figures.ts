import { toNumber } from "@/lib/money";
import type { Estimate } from "@/lib/estimate";
import type { Quantiles, RangeResult } from "@/lib/ranges";
import { keyFigures } from "@/lib/view/plan";
import { shareText, SHORT_DIMENSIONS } from "@/lib/view/names";
import { figure, formatTimes, UNKNOWN, type Figure } from "@/lib/view/text";
import { betweenText } from "./words";

/** One of the figures that the page leads with: large as entered, its range small below. */
export type RangeFigure = { readonly label: string; readonly remark?: string } & (
  { readonly figure: Figure } | { readonly text: string }
);

const times = ({ p10, p50, p90 }: Quantiles, factor: number): Quantiles => ({
  p10: p10 * factor,
  p50: p50 * factor,
  p90: p90 * factor,
});

/** What the large and the small figures are. */
export const LEGEND = "Large: as entered. Small: p10 to p90, so 1 in 10 cases is below and 1 in 10 above.";

function bindsFigure({ fit }: Estimate, { binds }: RangeResult): RangeFigure {
  const label = "Binds first";
  if (!fit.bindsFirst) return { label, text: UNKNOWN };
  const entered = SHORT_DIMENSIONS[fit.bindsFirst.dimension];
  const same = binds.filter(({ dimension }) => dimension === fit.bindsFirst!.dimension);
  const share = same.reduce((sum, one) => sum + one.share, 0);
  const other = binds.find(({ dimension }) => dimension !== fit.bindsFirst!.dimension);
  const remark = `in ${shareText(share)}${other ? `, else ${SHORT_DIMENSIONS[other.dimension]}` : ""}`;
  return { label, text: entered, remark };
}

/** Month, year, day, headroom and what binds first. */
export function rangeFigures(estimate: Estimate, result: RangeResult): RangeFigure[] {
  const { perMonthUsd, scaleAtLimit } = result;
  const { usageTier } = estimate.scenario;
  const factors = [1, 12, 12 / 365];
  const money = keyFigures(estimate)
    .slice(0, 3)
    .map((one, n) => ({ ...one, ...(perMonthUsd && { remark: betweenText(times(perMonthUsd, factors[n]!)) }) }));
  const headroom = figure(formatTimes(estimate.fit.scaleAtLimit), { of: "scale", tier: usageTier });
  return [
    ...money,
    { label: "Headroom", figure: headroom, ...(scaleAtLimit && { remark: betweenText(scaleAtLimit) }) },
    bindsFigure(estimate, result),
  ];
}

/** The month as entered, USD; `null` without a price. */
export const enteredUsd = ({ cost }: Estimate): number | null => cost.perMonth && toNumber(cost.perMonth);
