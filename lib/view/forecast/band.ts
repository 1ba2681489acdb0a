import { totalRange, type Forecast } from "@/lib/forecast";
import { formatCompact } from "@/lib/view/text";

/** A value of a range in three digits, as ranges are never told in more: `18,200`, `1.21M`. */
function roundedText(value: number): string {
  if (value >= 1_000_000) return formatCompact(value);
  const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 2);
  return formatRange(Math.round(value / size) * size);
}

const formatRange = (value: number): string => (value < 10_000 ? formatCompact(value) : groupedText(value));
const groupedText = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** `18,200 to 34,000`: p10 and p90 in USD. */
export const bandText = ({ p10, p90 }: { readonly p10: number; readonly p90: number }): string =>
  `${roundedText(p10)} to ${roundedText(p90)}`;

/** The range of a month’s cost; `null` without ranges. */
export const monthBand = ({ band }: Forecast, month: number): string | null => band && bandText(band[month]!);

/** The range of the cost of the first `count` months in all; `null` without ranges. */
export function totalBand(forecast: Forecast, count: number): string | null {
  const range = totalRange(forecast, count);
  return range && bandText(range);
}
