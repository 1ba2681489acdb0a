import { MILLI, milli } from "@/lib/fields";
import type { Workload } from "@/lib/scenario";
import type { RangeField } from "@/lib/scenario/ranges";

/**
 * The workload with one field at `value`. What is a part of another field stays within it: cached input within the
 * input, writes within the rest; a busiest minute is never below the mean.
 */
export function atValue(workload: Workload, field: RangeField, value: number): Workload {
  const { ranges: _, ...sizes } = { ...workload, [field]: field === "peakToMean" ? Math.max(1, value) : value };
  const cachedInputTokens = Math.min(sizes.cachedInputTokens, sizes.inputTokens);
  const { cacheWriteTokens } = sizes;
  if (cacheWriteTokens === undefined) return { ...sizes, cachedInputTokens };
  const most = (milli(sizes.inputTokens) - milli(cachedInputTokens)) / MILLI;
  return { ...sizes, cachedInputTokens, cacheWriteTokens: Math.min(cacheWriteTokens, most) };
}
