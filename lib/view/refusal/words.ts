import type { Exact } from "@/lib/money";
import type { Period } from "@/lib/refusal";
import { formatNumber } from "@/lib/view/text";

const NBSP = "\u00a0";
const PER: Readonly<Record<Period, string>> = {
  second: "a second",
  minute: "a minute",
  hour: "an hour",
  day: "a day",
  week: "a week",
  month: "a month",
};
const SECONDS: Readonly<Record<Period, string>> = {
  second: "1 s",
  minute: "60 s",
  hour: "3,600 s",
  day: "86,400 s",
  week: "7 days",
  month: "30 days",
};
const LARGER = [
  [86_400_000n, "d"],
  [3_600_000n, "h"],
  [60_000n, "min"],
] as const;

/**
 * A wait in whole milliseconds, cut as OpenAI cuts it, or, to be sure that it is enough, rounded up: `644
 * ms`, `9.816 s`, `7 min 12.5 s`.
 */
export function formatHeaderWait({ n, d }: Exact, enough = false): string {
  let rest = (enough ? n + d - 1n : n) / d;
  if (rest === 0n) return n === 0n ? `0${NBSP}s` : `<1${NBSP}ms`;
  if (rest < 1_000n) return `${rest}${NBSP}ms`;
  const parts: string[] = [];
  for (const [ms, unit] of LARGER) {
    if (rest >= ms) parts.push(`${formatNumber(Number(rest / ms))}${NBSP}${unit}`);
    rest %= ms;
  }
  if (rest > 0n) parts.push(`${formatNumber(Number(rest) / 1000)}${NBSP}s`);
  return parts.join(NBSP);
}

/** A count with its noun: `5,248 tokens`, `1 request`; without a noun the number alone. */
export function formatAmount(amount: number, counts: string | null): string {
  return counts === null
    ? formatNumber(amount)
    : `${formatNumber(amount)} ${amount === 1 ? counts.replace(/s$/, "") : counts}`;
}

/** A limit with its period: `200,000 tokens a minute`. */
export function formatRate(limit: number, counts: string | null, per: Period | null): string {
  return per === null ? formatAmount(limit, counts) : `${formatAmount(limit, counts)} ${PER[per]}`;
}

/** A period with its article: `a minute`. */
export const formatPeriod = (per: Period) => PER[per];

/** How long a period is, as part of a formula: `60 s`, `30 days`. */
export const formatPeriodLength = (per: Period) => SECONDS[per];

/** How fast a limit refills, as part of a formula: `200,000 ÷ 60 s`. */
export function refillText(limit: number, per: Period): string {
  return `${formatNumber(limit)} ÷ ${SECONDS[per]}`;
}
