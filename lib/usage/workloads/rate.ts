import { NUMBERS, type Per } from "@/lib/scenario";
import { accepts } from "@/lib/fields";

const PER_MS: readonly (readonly [Per, ms: number])[] = [
  ["minute", 60_000],
  ["second", 1_000],
  ["hour", 3_600_000],
  ["day", 86_400_000],
  ["month", 2_628_000_000],
];
/** A rate this close is as good as exact. */
const CLOSE = 1e-5;

/** Rounds a number to three decimals, half up, as a scenario takes it. */
export const toThousandths = (value: number) => Math.round(value * 1000) / 1000;

/** A rate as a scenario takes it. */
export interface Rate {
  readonly requests: number;
  readonly per: Per;
}

/**
 * So many requests in so much time as a rate of at most three decimals: the shortest of those within 1e-5,
 * the smallest period first but minutes before seconds; else the closest.
 */
export function rateOf(count: number, spanMs: number): Rate {
  const rates = PER_MS.map(([per, ms]) => {
    const exact = (count * ms) / spanMs;
    const requests = toThousandths(exact);
    const off = accepts(NUMBERS.requests, requests) ? Math.abs(requests / exact - 1) : Infinity;
    return { requests, per, off, length: off <= CLOSE ? String(requests).length : Infinity };
  });
  const { requests, per } = rates.sort((a, b) =>
    a.length === b.length ? (a.length === Infinity ? a.off - b.off : 0) : a.length - b.length,
  )[0]!;
  return { requests, per };
}
