import { scaleRequests } from "@/lib/estimate";
import { milli, MILLI } from "@/lib/fields";
import { NUMBERS, type Scenario } from "@/lib/scenario";
import { LEAST_TREND_WEEKS, trendOf, type UsageReport, type UsageTrend } from "@/lib/usage";
import { formatFactor, formatNumber } from "@/lib/view/text";

/** How a log grows, and the forecasts that may be made of it. */
export interface TrendView {
  readonly finding: string;
  readonly remark: string;
  /** Forecasts at the trend, at its low and at its high end. */
  readonly attempts: readonly { readonly label: string; readonly scenario: Scenario }[];
}

/** The months a forecast of a log begins with. */
const MONTHS = 12;

/** A growth that a scenario takes: in tenths of a per cent, within its bounds. */
function toGrowth(percent: number): number {
  const { min, max } = NUMBERS.percentPerMonth;
  return Math.min(max, Math.max(min, milli(Math.round(percent * 10) / 10) / MILLI));
}

const growthWords = (percent: number): string => {
  const growth = toGrowth(percent);
  return `${growth < 0 ? "−" : ""}${formatNumber(Math.abs(growth))}\u202f%`;
};

function findingOf({ percentPerMonth, low, high }: UsageTrend): string {
  const growth = toGrowth(percentPerMonth);
  const range = `${growthWords(low)} to ${growthWords(high)} in 8 of 10 cases`;
  if (low <= 0 && high >= 0) return `No clear trend: ${growthWords(percentPerMonth)} a month, ${range}`;
  return `Requests ${growth < 0 ? "fall" : "grow"} by ${growthWords(Math.abs(percentPerMonth))} a month, ${range}`;
}

/**
 * The trend of a log as a growth for Forecast, beginning at the level the trend has reached at the log’s end; `null`
 * for a log of one day or without days. `scenario` is the log as a scenario.
 */
export function trendView(report: UsageReport, scenario: Scenario | null): TrendView | null {
  const { days, dated } = report;
  if (!dated || days.length === 0 || days[0]!.day === days.at(-1)!.day) return null;
  const trend = trendOf(report);
  if (!trend)
    return {
      finding: "Too short for a trend",
      remark: `A trend takes ${LEAST_TREND_WEEKS} whole weeks with requests in each; on Forecast a growth may be entered by hand.`,
      attempts: [],
    };
  const level = scenario && scaleRequests(scenario, trend.endToMean);
  const at = (name: string, percent: number) => ({
    label: `${name}, ${growthWords(percent)} a month`,
    scenario: { ...level!, growth: { percentPerMonth: toGrowth(percent), months: MONTHS, tierFollows: true } },
  });
  return {
    finding: findingOf(trend),
    remark: `Least squares on the logarithm of the requests of ${trend.weeks} whole weeks; the range is what the scatter of the weeks leaves open, p10 to p90. A forecast begins at the trend’s level at the end of the log, ${formatFactor(trend.endToMean)} times its mean.`,
    attempts: level
      ? [at("Forecast the trend", trend.percentPerMonth), at("Slow", trend.low), at("Fast", trend.high)]
      : [],
  };
}
