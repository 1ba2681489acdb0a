import { endsInYear, type HeadFigure } from "@/lib/view/estimate";
import type { Estimate } from "@/lib/estimate";
import { figure, formatUsd } from "@/lib/view/text";

/**
 * The month’s cost, and what it is a year, a day, for 1,000 requests and for one. The year says where it
 * reaches past the end of a model.
 */
export function keyFigures({ cost, facts, scenario }: Estimate): readonly [month: HeadFigure, ...others: HeadFigure[]] {
  const by = (n: bigint, d: bigint) => cost.perMonth && { n: cost.perMonth.n * n, d: cost.perMonth.d * d };
  const thousand = cost.perRequest && { n: cost.perRequest.n * 1000n, d: cost.perRequest.d };
  const month = cost.perMonth ? formatUsd(cost.perMonth) : "no price";
  const past = [...facts.values()].filter((one) => endsInYear(one, scenario.asOf));
  const ends = past.length > 1 ? `${past.length} models’ ends` : `${past[0]?.pool}’s end`;
  return [
    { label: "A month, 730 hours", figure: figure(month, { of: "month" }) },
    { label: past.length ? `A year, past ${ends}` : "A year", figure: figure(formatUsd(by(12n, 1n)), { of: "year" }) },
    { label: "A day", figure: figure(formatUsd(by(12n, 365n)), { of: "day" }) },
    { label: "1,000 requests", figure: figure(formatUsd(thousand), { of: "thousand" }) },
    { label: "A request, mean", figure: figure(formatUsd(cost.perRequest), { of: "request" }) },
  ];
}
