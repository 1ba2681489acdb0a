import { exact, type Exact } from "@/lib/money";
import { MINUTE_MS } from "@/lib/rates";
import type { UsageBill } from "@/lib/estimate";
import { NUMBERS } from "@/lib/scenario";
import type { Peak, UsageReport } from "@/lib/usage";
import { formatCompact, formatDay, formatDuration, formatFactor, formatNumber, formatUsd } from "@/lib/view/text";
import { listed } from "@/lib/view/names";

/** A minute in milliseconds. */

const DAY = new Intl.DateTimeFormat("en-CA", { timeZone: "UTC", year: "numeric", month: "2-digit", day: "2-digit" });
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** The day of an instant, UTC: `2023-11-16`. */
export const dayOf = (ms: number): string => DAY.format(ms);
/** The time of day of an instant, UTC: `18:17:03`. */
export const clockOf = (ms: number): string => CLOCK.format(ms);

/** When something was: `16 Nov 2023, 18:17:03 UTC`; of a trace without days `12 minutes in`. */
export function whenText({ dated, firstMs }: UsageReport, ms: number): string {
  if (dated) return `${formatDay(dayOf(ms))}, ${clockOf(ms)} UTC`;
  const since = ms - (firstMs ?? 0);
  return since < 1000 ? "at its start" : `${formatDuration(since / 3_600_000)} in`;
}

/** How long the log lasts, in milliseconds from its first start to its last; `null` without times. */
export const lastsMs = ({ firstMs, lastMs }: UsageReport): number | null =>
  firstMs === null || lastMs === null ? null : lastMs - firstMs;

/** Requests, or tokens, a minute on the mean; `null` where the log lasts under a minute. */
export function perMinute(report: UsageReport, count: number): number | null {
  const ms = lastsMs(report);
  return ms === null || ms < MINUTE_MS ? null : (count * MINUTE_MS) / ms;
}

/**
 * The busiest minute over the mean: `1.6 times the mean`; `null` where there is no mean, or so few requests
 * that no minute is above it.
 */
export function peakOverMean(report: UsageReport, peak: Peak, count: number): string | null {
  const mean = perMinute(report, count);
  return mean === null || mean === 0 || peak.perMinute < mean
    ? null
    : `${formatFactor(peak.perMinute / mean)}\u00a0times the mean`;
}

/** What is said of a busiest minute further above the mean than a workload can be; else empty. */
export function beyondWorkloads(report: UsageReport, peak: Peak, count: number): string {
  const mean = perMinute(report, count);
  const { max } = NUMBERS.peakToMean;
  return mean !== null && peak.perMinute > mean * max ? `; workloads carry at most ${formatNumber(max)}` : "";
}

/** A model by the name the log gives it; requests that name none are `no model`. */
export const modelName = (model: string | null): string => model ?? "no model named";

/** The models that have no price: `a`, `a and b`, `a, b, c and 2 more`. */
export const namesOf = ({ unpriced }: Pick<UsageBill, "unpriced">): string =>
  listed([...unpriced.slice(0, 3).map(modelName), ...(unpriced.length > 3 ? [`${unpriced.length - 3} more`] : [])]);

/** A mean or a quantile: in full, one decimal below 1,000, three significant digits below 1. */
export const formatSize = (value: number): string =>
  value < 1
    ? formatCompact(value)
    : value >= 1000
      ? formatNumber(Math.round(value))
      : formatCompact(Math.round(value * 10) / 10);

/** A part of a whole in per cent, in words; `null` for a whole of 0. */
export const shareIn = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** An amount of which a part may have no price: `$12.30`, `no price`, `$12.30 and more`. */
export function billText(usd: Exact | null, known: Exact | null): string {
  if (usd) return formatUsd(usd);
  return known ? `${formatUsd(known)} and more` : "no price";
}

/** What a count of requests is called: `1 request`, `1,234 requests`. */
export const requestCountText = (count: number): string =>
  `${formatNumber(count)}\u00a0request${count === 1 ? "" : "s"}`;

/** What a count of rows is called: `1 row`, `1,234 rows`. */
export const rowsText = (count: number): string => `${formatNumber(count)} row${count === 1 ? "" : "s"}`;

/** Why nothing was read of a file, in sentences; `null` where some row was, be it of costs alone. */
export function nothingRead({ rowsRead, rowsSkipped, skipped, remarks, total }: UsageReport): string | null {
  if (rowsRead > 0 || total.costUsd !== null) return null;
  const reason =
    skipped[0] &&
    `${rowsText(rowsSkipped)} skipped: ${skipped[0].reason}${skipped.length > 1 ? ", and other reasons" : ""}.`;
  return [...remarks, ...(reason ? [reason] : [])].join(" ") || "It has no rows.";
}

/**
 * What a log says of cost, a decimal of up to 30 places and below 0 where credits outweigh it, as an exact
 * amount; `null` where it does not say.
 */
export function statedUsd(text: string | null | undefined): Exact | null {
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? "") ?? [];
  return whole === undefined ? null : exact(BigInt(sign! + whole + decimals), 10n ** BigInt(decimals.length));
}

/** A stated cost in words: `$284.94`, `−$1.20`. */
export const statedText = ({ n, d }: Exact): string => (n < 0n ? `−${formatUsd({ n: -n, d })}` : formatUsd({ n, d }));
