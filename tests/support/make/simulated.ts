import { expect } from "vitest";
import { simulateByBody } from "@/lib/api";
import type { SlowSimulation, SlowWaits } from "../oracle/simulation-answer";

/** What the API answers, as far as the contract goes. */
export interface Simulated extends SlowSimulation {
  pools: Omit<SlowSimulation, "perMinute">[];
}

/** The answer's body, as text, to a body that must be valid. */
export function simulatedText(body: unknown): string {
  const answer = simulateByBody({ bytes: new TextEncoder().encode(JSON.stringify(body)) });
  if (answer.status !== 200) throw new Error(`${answer.status} ${answer.body?.slice(0, 500)}`);
  return answer.body!;
}

export function simulated(body: unknown): Simulated {
  return JSON.parse(simulatedText(body)) as Simulated;
}

/** What became of the requests, in numbers of them. */
export function countsOf({
  offered,
  admitted,
  delayed,
  neverFits,
  throttled,
  failed,
  queued,
}: Omit<SlowSimulation, "perMinute">) {
  return { offered, admitted, delayed, neverFits, throttled, failed, queued };
}

/**
 * Every count is the same, minute by minute, and every time within so many thousandths of a millisecond; of
 * the one pool too.
 */
export function expectSame(fast: Simulated, slow: SlowSimulation, thousandths = 1): void {
  expect(countsOf(fast)).toStrictEqual(countsOf(slow));
  expect(fast.pools.map(countsOf)).toStrictEqual([countsOf(slow)]);
  expect(fast.perMinute).toStrictEqual(slow.perMinute);
  for (const { waitMs, lastAdmittedMs } of [fast, fast.pools[0]!]) {
    const timesOf = (waits: SlowWaits, last: number | null) => ({ ...waits, last });
    const [given, exact] = [timesOf(waitMs, lastAdmittedMs), timesOf(slow.waitMs, slow.lastAdmittedMs)];
    const near = Object.entries(exact).every(([name, time]) =>
      isNear(given[name as keyof typeof given], time, thousandths),
    );
    if (!near) expect(given).toStrictEqual(exact);
  }
}

/** Both are given to 0.001, so their distance is a whole number of thousandths. */
export function isNear(a: number | null | undefined, b: number | null, thousandths: number): boolean {
  if (typeof a !== "number" || b === null) return a === b;
  return Math.abs(Math.round(a * 1000) - Math.round(b * 1000)) <= thousandths;
}
