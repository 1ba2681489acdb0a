import { toNumber, type Exact } from "@/lib/money";
import { formatCompact, formatNumber } from "@/lib/view/text";

/** Caps worth a row or a tick: doublings of 1,000 between the ends. */
export function doublings(first: number, last: number): number[] {
  const from = 1000 * 2 ** Math.ceil(Math.log2(first / 1000));
  return Array.from({ length: Math.max(0, Math.ceil(Math.log2(last / from))) }, (_, step) => from * 2 ** step).filter(
    (cap) => Number.isInteger(cap) && cap >= first * 1.25 && cap * 1.25 <= last,
  );
}

/** The peak as it is written: in full where it is short, else three significant digits. */
export function peakNumber(peak: Exact): string {
  return peak.n % peak.d === 0n && peak.n / peak.d < 1_000_000n
    ? formatNumber(Number(peak.n / peak.d))
    : formatCompact(toNumber(peak));
}
