import { compare, divide, toNumber, ZERO } from "@/lib/money";
import type { Demand, Limit, LimitAtTier } from "./types";

/** Doubles decide where two ratios differ by more than this part of them; fractions decide the rest. */
const TIE = 1e-9;

/** Whether the peak is over the limit, exactly: a demand equal to its limit fits. */
export function isOver(row: Demand, limit: Limit): boolean {
  const ratio = row.nearPeak / limit.near;
  if (ratio > 1 + TIE) return true;
  if (ratio < 1 - TIE) return false;
  return row.peak !== null && compare(row.peak, limit.exact) > 0;
}

/** The index of the row with the least headroom, first among equals; -1 where no row has a headroom. */
export function bindsFirst(demanded: readonly Demand[], limits: readonly LimitAtTier[]): number {
  const peakToLimit = (index: number) => divide(demanded[index]!.peak!, limits[index]!.exact);
  let best = -1;
  let bestRatio = 0;
  for (let i = 0; i < demanded.length; i++) {
    const row = demanded[i]!;
    const limit = limits[i];
    if (!limit || !row.peak || row.peak.n === 0n) continue;
    const ratio = row.nearPeak / limit.near;
    if (best >= 0) {
      if (ratio < bestRatio * (1 - TIE)) continue;
      if (ratio <= bestRatio * (1 + TIE) && compare(peakToLimit(i), peakToLimit(best)) <= 0) continue;
    }
    best = i;
    bestRatio = ratio;
  }
  return best;
}

/** limit ÷ demand at the peak, the nearest double; `null` without a limit or without demand. */
export function headroom(row: Demand, limit: LimitAtTier): number | null {
  return limit && row.peak && row.peak.n !== 0n ? toNumber(divide(limit.exact, row.peak)) : null;
}

/**
 * Demand at the peak ÷ limit, the nearest double; 0 without demand, `null` without a limit or where the
 * demand is unknown.
 */
export function utilisation(row: Demand, limit: LimitAtTier): number | null {
  if (!limit || !row.peak) return null;
  return toNumber(row.peak.n === 0n ? ZERO : divide(row.peak, limit.exact));
}
