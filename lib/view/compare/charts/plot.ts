import { type Axis, formatTick, logAxis } from "@/lib/view/chart";
import type { CostHeadroomChart } from "./cost-headroom";

/** The axes of a chart of cost against headroom, and whether rows without published rates need a lane. */
export interface CostHeadroomPlot {
  readonly x: Axis;
  readonly y: Axis;
  readonly hasLane: boolean;
  /** The limits of usage tiers within the axis. */
  readonly limits: CostHeadroomChart["limits"];
}

const ROOM = 1.5;

/** Log axes that hold every point, headroom 1, and the scenario’s own monthly usage limit where it is near. */
export function costHeadroomPlot({ points, limits }: CostHeadroomChart): CostHeadroomPlot {
  const usd = points.map((point) => point.usd);
  const times = [1, ...points.flatMap((point) => (point.times === null ? [] : [point.times]))];
  const own = limits.find(({ isOwn }) => isOwn)!.usd;
  const [least, most] = [Math.min(...usd), Math.max(...usd)];
  const near = own > least / 20 && own < most * 20 ? [own] : [];
  const x = logAxis(
    Math.min(least, ...near) / ROOM,
    Math.max(most, ...near) * ROOM,
    (value) => `$${formatTick(value)}`,
  );
  const y = logAxis(Math.min(...times) / ROOM, Math.max(...times) * ROOM, (value) => `${formatTick(value)}×`);
  return {
    x,
    y,
    hasLane: points.some((point) => point.times === null),
    limits: limits.filter((limit) => limit.usd > x.from && limit.usd < x.to),
  };
}
