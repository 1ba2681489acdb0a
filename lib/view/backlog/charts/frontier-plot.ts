import {
  linearSteps,
  logAxis,
  ticks,
  formatTick,
  type Axis,
  logTimeAxis,
  timeAxis,
  type TimeAxis,
} from "@/lib/view/chart";
import type { FrontierChart } from "./frontier";

/** From how many times the shortest time on the frontier is too short to be seen beside the longest. */
const TOO_FAR = 25;

/** The drawing of a frontier chart: its axes, and which of its marks lie within them. */
export interface FrontierPlot {
  readonly x: TimeAxis;
  readonly y: Axis & { readonly scale: "linear" | "log" };
  readonly deadline: FrontierChart["deadline"] | null;
  readonly budget: FrontierChart["budget"];
  readonly alone: FrontierChart["alone"];
}

const usdTicks = (values: readonly number[]) =>
  ticks(values, (value) => (value === 0 ? "$0" : `$${formatTick(value)}`));

/** Axes of a frontier chart: from zero, or log scales where its ends lie too far apart. */
export function frontierPlot({ points, deadline, budget, alone }: FrontierChart): FrontierPlot {
  const [first, last] = [points[0]!, points.at(-1)!];
  // Marks a little past the line are worth the room; those far off are left to the words.
  const near = (value: number, end: number) => value <= end * 1.6;
  const hours =
    Math.max(
      last.hours,
      ...[deadline.hours, ...alone.map((one) => one.hours)].filter((value) => near(value, last.hours)),
    ) * 1.08;
  const usd =
    Math.max(
      first.usd,
      ...(budget && near(budget.usd, first.usd) ? [budget.usd] : []),
      ...alone.map((one) => one.usd).filter((value) => near(value, first.usd)),
    ) * 1.16;
  const logX = last.hours / first.hours > TOO_FAR;
  const logY = last.usd > 0 && first.usd / last.usd > TOO_FAR;
  const x = logX
    ? logTimeAxis(
        (near(first.hours, deadline.hours * 5) ? Math.min(first.hours, deadline.hours) : first.hours) / 1.3,
        hours,
      )
    : timeAxis(hours);
  const y = logY
    ? { ...logAxis(last.usd / 1.3, usd, (value) => `$${formatTick(value)}`), scale: "log" as const }
    : { from: 0, to: usd, ticks: usdTicks(linearSteps(usd).filter((value) => value <= usd)), scale: "linear" as const };
  return {
    x,
    y,
    deadline: deadline.hours >= x.from && deadline.hours <= x.to ? deadline : null,
    budget: budget && budget.usd >= y.from && budget.usd <= y.to ? budget : null,
    alone: alone.filter((one) => one.hours <= x.to && one.hours >= x.from && one.usd <= y.to && one.usd >= y.from),
  };
}
