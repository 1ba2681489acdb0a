import { toShortestText, type Exact } from "@/lib/money";
import { grouped, placed } from "./format";

/**
 * USD in whole units of `1 / 10^places`, as shown in a column that adds up; an amount below the last place
 * shows as such.
 */
export function formatUnits(units: bigint, places: number, isZero: boolean): string {
  return units === 0n && !isZero ? `<$${placed(1n, places)}` : `$${placed(units, places)}`;
}

/** An exact amount as a decimal, grouped; what never ends is cut at 6 decimals. */
export function formatExact(amount: Exact): string {
  const [whole, decimals] = toShortestText(amount).split(".");
  return grouped(whole!) + (decimals ? `.${decimals}` : "");
}
