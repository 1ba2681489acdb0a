import { roundHalfEven, type Exact } from "@/lib/money";

/** What stands for an unknown value. */
export const UNKNOWN = "–";
const NARROW = "\u202f";
const NBSP = "\u00a0";

/** The digits with a comma before each three. */
export function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** Whole units at `places` decimals, grouped: 3611158n, 2 → `36,111.58`. */
export function placed(units: bigint, places: number): string {
  const text = units.toString().padStart(places + 1, "0");
  const cut = text.length - places;
  return grouped(text.slice(0, cut)) + (places ? `.${text.slice(cut)}` : "");
}

/** Decimals an amount is shown with: 2 from $1 up, else as many as 4 significant digits need. */
export function usdPlaces({ n, d }: Exact): number {
  if (n === 0n || n >= d) return 2;
  let places = 4;
  for (let scaled = n * 10n; scaled < d; scaled *= 10n) places++;
  return roundHalfEven(n * 10n ** BigInt(places), d) >= 10n ** BigInt(places) ? 2 : places;
}

/**
 * `$36,111.58`; below $1 four significant digits, `$0.005329`; `–` for unknown. Never an exponent, never $0
 * for what is not.
 */
export function formatUsd(amount: Exact | null): string {
  if (!amount) return UNKNOWN;
  const places = usdPlaces(amount);
  const text = placed(roundHalfEven(amount.n * 10n ** BigInt(places), amount.d), places);
  return `$${places > 2 ? text.replace(/0+$/, "").replace(/\.\d?$/, (tail) => tail.padEnd(3, "0")) : text}`;
}

/** A decimal string of USD as written, grouped, without needless zeros: `$200,000`, `$1.10` stays `$1.10`. */
export function formatUsdText(text: string): string {
  const [whole, decimals = ""] = text.split(".");
  return `$${grouped(whole!)}${decimals ? `.${decimals.padEnd(2, "0")}` : ""}`;
}

/** A scenario number as written, grouped: `1,500`, `2.5`. */
export function formatNumber(value: number): string {
  const [whole, decimals] = String(value).split(".");
  return grouped(whole!) + (decimals ? `.${decimals}` : "");
}

/** An exact amount rounded half to even to `places` decimals, grouped. */
export function formatRounded(amount: Exact, places: number): string {
  return placed(roundHalfEven(amount.n * 10n ** BigInt(places), amount.d), places);
}

const FORMATS = new Map<string, Intl.NumberFormat>();

function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let known = FORMATS.get(key);
  if (!known)
    FORMATS.set(
      key,
      (known = new Intl.NumberFormat("en-US", { ...options, roundingMode: "halfExpand" } as Intl.NumberFormatOptions)),
    );
  return known;
}

/** At most `digits` significant digits, but never fewer than the whole part has. */
export function significant(value: number, digits: number): string {
  const fits = Math.abs(value) >= 10 ** digits;
  return (
    fits ? format("whole", { maximumFractionDigits: 0 }) : format(`s${digits}`, { maximumSignificantDigits: digits })
  ).format(value);
}

/** At most `places` decimals, at least `least`. */
export function decimals(value: number, places: number, least = 0): string {
  return format(`d${places}/${least}`, { maximumFractionDigits: places, minimumFractionDigits: least }).format(value);
}

/**
 * A ratio rounds half up, but never onto 1 from either side: one more digit shows on which side it is. `unit`
 * is what 1 is shown as.
 */
export function offOne(ratio: number, unit: 1 | 100, text: (value: number) => string): string {
  let shown = text(ratio * unit);
  for (let digits = 3; ratio !== 1 && Number(shown.replace(/,/g, "")) === unit && digits < 16; digits++)
    shown = significant(ratio * unit, digits);
  return shown;
}

function percentDigits(value: number): string {
  if (value >= 1000) return decimals(value, 0);
  return value >= 1 ? decimals(value, 1) : significant(value, 2);
}

/** A utilisation in per cent: `71.3 %`, `3,611 %`, `0.23 %`; `–` for unknown. */
export function formatPercent(ratio: number | null): string {
  if (ratio === null) return UNKNOWN;
  return `${offOne(ratio, 100, percentDigits)}${NARROW}%`;
}

/** A factor in a sentence, two significant digits: `5.5`, `1,400`. */
export function formatFactor(factor: number): string {
  return offOne(factor, 1, (value) => significant(value, 2));
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `23 Nov 2026`. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)}${NBSP}${MONTHS[Number(month) - 1]}${NBSP}${year}`;
}

/** `tier 3`, `Free`; kept on one line. */
export function formatTier(tier: "free" | number): string {
  return tier === "free" ? "Free" : `tier${NBSP}${tier}`;
}
