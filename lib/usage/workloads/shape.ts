import { CHOICES, type Shape } from "@/lib/scenario";
import { ownPeak, rateCurve } from "@/lib/simulation";
import type { UsageDay, UsageGroup, UsageReport } from "../report";

const HOUR_MS = 3_600_000;
const HOURS = 24;
/** A log covers a day where it has seen at least this much of each hour. */
const LEAST_OPEN = 0.25;
/** Fewer requests than this show no shape. */
const LEAST_REQUESTS = 100;
/**
 * A shape has to leave at most this part of what flat leaves, and flat more than chance does by this factor.
 */
const MOST_LEFT = 0.5;
const LEAST_UNEVEN = 4;
/**
 * Of a weekend day’s requests over a working day’s, the middle between a week without a weekend and one with:
 * (1 + 0.15) ÷ 2.
 */
const WEEKEND_BELOW = 0.575;

/** The preset shape of a log’s day, and how much later the log’s day runs. */
export interface FoundShape {
  readonly shape: Shape;
  /**
   * How much later the log’s day runs than the shape’s, in hours from 0 to 23: its zone is UTC, a shape’s is
   * nobody’s.
   */
  readonly hoursLater: number;
}

const FLAT: FoundShape = { shape: "flat", hoursLater: 0 };

/** How long each hour of the day (UTC) was open between two instants, in hours. */
function hoursOpen(firstMs: number, lastMs: number): number[] {
  const open = Array<number>(HOURS).fill(0);
  for (let from = firstMs; from < lastMs;) {
    const hour = Math.floor(from / HOUR_MS);
    const to = Math.min(lastMs, (hour + 1) * HOUR_MS);
    open[((hour % HOURS) + HOURS) % HOURS]! += (to - from) / HOUR_MS;
    from = to;
  }
  return open;
}

/** The mean rate of each hour of a shape’s first day, over the mean of the day. */
function hourly(shape: Shape): number[] {
  const curve = rateCurve(shape, ownPeak(shape));
  const hours = Array.from({ length: HOURS }, (_, hour) =>
    curve.subarray(hour * 60, (hour + 1) * 60).reduce((sum, rate) => sum + rate, 0),
  );
  const mean = hours.reduce((sum, rate) => sum + rate, 0) / HOURS;
  return hours.map((rate) => rate / mean);
}

/**
 * What is left, squared, of rates around 1 when a shape is laid under them, as high or as low as fits best.
 */
function leftOver(rates: readonly number[], shape: readonly number[], later: number): number {
  const at = (hour: number) => shape[(hour - later + HOURS) % HOURS]! - 1;
  let [across, along] = [0, 0];
  rates.forEach((rate, hour) => {
    across += (rate - 1) * at(hour);
    along += at(hour) ** 2;
  });
  const height = Math.min(1, Math.max(0, across / along));
  return rates.reduce((sum, rate, hour) => sum + (rate - 1 - height * at(hour)) ** 2, 0);
}

/**
 * Whether Saturdays and Sundays (UTC) are as quiet as in an office week; false where the log has not both.
 */
function hasWeekend(days: readonly UsageDay[]): boolean {
  const [work, weekend] = [new Map<string, number>(), new Map<string, number>()];
  for (const { day, requests } of days) {
    // 1970-01-01 was a Thursday.
    const weekday = (Math.floor(Date.parse(day) / (HOURS * HOUR_MS)) + 3) % 7;
    const kind = weekday < 5 ? work : weekend;
    kind.set(day, (kind.get(day) ?? 0) + requests);
  }
  const mean = (kind: Map<string, number>) =>
    [...kind.values()].reduce((sum, requests) => sum + requests, 0) / kind.size;
  return work.size >= 5 && weekend.size >= 2 && mean(weekend) < WEEKEND_BELOW * mean(work);
}

/**
 * The preset shape that a log’s hours of the day follow clearly better than none, at whatever hour its day
 * begins; flat where it covers less than a day.
 */
export function shapeOf(
  { hours, requests, model, serviceTier }: UsageGroup,
  { firstMs, lastMs, dated, days }: UsageReport,
): FoundShape {
  if (!hours || !dated || firstMs === null || lastMs === null || requests < LEAST_REQUESTS) return FLAT;
  const open = hoursOpen(firstMs, lastMs);
  if (open.some((hours) => hours < LEAST_OPEN)) return FLAT;
  const perHour = hours.map((count, hour) => count / open[hour]!);
  const mean = perHour.reduce((sum, rate) => sum + rate, 0) / HOURS;
  const rates = perHour.map((rate) => rate / mean);
  const flat = rates.reduce((sum, rate) => sum + (rate - 1) ** 2, 0);
  if (flat < (LEAST_UNEVEN * HOURS * HOURS) / requests) return FLAT;
  let least = MOST_LEFT * flat;
  let found = FLAT;
  for (const shape of CHOICES.shape) {
    if (shape === "flat" || shape === "office-week") continue;
    const curve = hourly(shape);
    for (let hoursLater = 0; hoursLater < HOURS; hoursLater++) {
      const left = leftOver(rates, curve, hoursLater);
      if (left < least) [least, found] = [left, { shape, hoursLater }];
    }
  }
  const own = days.filter((day) => day.model === model && day.serviceTier === serviceTier);
  return found.shape === "office-hours" && hasWeekend(own) ? { ...found, shape: "office-week" } : found;
}
