import { DAY_MS } from "@/lib/rates";
import type { UsageReport } from "../report";

/** How the requests of a log moved, by its whole weeks. Percentages a month of 730 hours. */
export interface UsageTrend {
  /** Whole weeks it rests on. */
  readonly weeks: number;
  readonly percentPerMonth: number;
  /** 1 in 10 logs of such a course would show less than this, 1 in 10 more than `high`. */
  readonly low: number;
  readonly high: number;
  /** The trend at the end of the log over the mean of its weeks. */
  readonly endToMean: number;
}

/** The fewest whole weeks of which a trend is told: a line through five leaves three to say how sure it is. */
export const LEAST_TREND_WEEKS = 5;
const WEEKS_PER_MONTH = 365 / 12 / 7;

/** The 90 % quantile of Student’s t by degrees of freedom, from 1; the last one for all above. */
const T_90 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341, 1.337, 1.333,
  1.33, 1.328, 1.325, 1.323, 1.321, 1.319, 1.318, 1.316, 1.315, 1.314, 1.313, 1.311, 1.31, 1.282,
] as const;

/** Requests of each whole week of a log, back from its last whole day; the first and last day may be cut off. */
function wholeWeeks({ days }: UsageReport): number[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  const [from, to] = [Date.parse(first.day) + DAY_MS, Date.parse(last.day)];
  const count = Math.floor((to - from) / DAY_MS / 7);
  if (count < 1) return [];
  const start = to - count * 7 * DAY_MS;
  const weeks = new Array<number>(count).fill(0);
  for (const { day, requests } of days) {
    const at = Math.floor((Date.parse(day) - start) / DAY_MS / 7);
    if (at >= 0 && at < count) weeks[at]! += requests;
  }
  return weeks;
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const toPercent = (perWeek: number) => (Math.exp(perWeek * WEEKS_PER_MONTH) - 1) * 100;

/**
 * The growth of a log’s requests: least squares on the logarithm of each whole week’s requests, since growth
 * multiplies and weekdays differ. Its uncertainty is that of the slope, p10 to p90 by Student’s t. `null` where the
 * log is not dated, has fewer than `LEAST_TREND_WEEKS` whole weeks, or a week without requests.
 */
export function trendOf(report: UsageReport): UsageTrend | null {
  const weeks = report.dated ? wholeWeeks(report) : [];
  const count = weeks.length;
  if (count < LEAST_TREND_WEEKS || weeks.some((requests) => requests <= 0)) return null;
  const logs = weeks.map(Math.log);
  const middle = (count - 1) / 2;
  const mean = meanOf(logs);
  const spread = weeks.reduce((sum, _, x) => sum + (x - middle) ** 2, 0);
  const slope = logs.reduce((sum, y, x) => sum + (x - middle) * (y - mean), 0) / spread;
  const rest = logs.reduce((sum, y, x) => sum + (y - mean - slope * (x - middle)) ** 2, 0);
  const freedom = count - 2;
  const off = T_90[Math.min(freedom, T_90.length) - 1]! * Math.sqrt(rest / freedom / spread);
  return {
    weeks: count,
    percentPerMonth: toPercent(slope),
    low: toPercent(slope - off),
    high: toPercent(slope + off),
    endToMean: Math.exp(mean + slope * (count - 1 - middle)) / meanOf(weeks),
  };
}
