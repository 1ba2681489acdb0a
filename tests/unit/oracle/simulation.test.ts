import { describe, expect, it } from "vitest";
import { fraction, fromNumber } from "../../support/oracle/fraction";
import {
  asWritten,
  charged,
  milli,
  slowDrop,
  type SlowLimits,
  slowQueue,
  type SlowRequest,
  type SlowRun,
} from "../../support/oracle/simulation";

const MINUTE = 60_000;

/** Limits a minute; null is unpublished. */
function limits(rpm: number | null, tpm: number | null, windowSeconds = 60): SlowLimits {
  return { rpm: rpm === null ? null : fromNumber(rpm), tpm: tpm === null ? null : fromNumber(tpm), windowSeconds };
}

/** Requests from pairs of an arrival in milliseconds and a charge in tokens. */
function trace(...pairs: readonly (readonly [atMs: number, charge: number])[]): SlowRequest[] {
  return pairs.map(([atMs, charge]) => ({ atMs, chargeMilli: milli(charge) }));
}

function times(count: number, atMs: number, charge = 0): SlowRequest[] {
  return Array.from({ length: count }, () => ({ atMs, chargeMilli: milli(charge) }));
}

/** Starts in whole milliseconds, or why there is none. */
function starts({ fates, ticksPerMs }: SlowRun): (number | string)[] {
  return fates.map((fate) => {
    if (typeof fate !== "bigint") return fate;
    if (fate % ticksPerMs !== 0n) throw new Error(`${fate}/${ticksPerMs} is no whole millisecond`);
    return Number(fate / ticksPerMs);
  });
}

describe("under the queue policy", () => {
  it("one a second through a window of one second: each waits a second more than the one ahead", () => {
    const run = slowQueue(times(5, 0), limits(60, null, 1), MINUTE);
    expect(starts(run)).toEqual([0, 1000, 2000, 3000, 4000]);
    expect(run.answer).toEqual({
      offered: 5,
      admitted: 5,
      delayed: 4,
      neverFits: 0,
      throttled: 0,
      failed: 0,
      queued: 0,
      // Nearest ranks of five: the third, and the fifth for all above 80 in a hundred.
      waitMs: { mean: 2000, p50: 2000, p90: 4000, p95: 4000, p99: 4000, max: 4000 },
      lastAdmittedMs: 4000,
      perMinute: [{ minute: 0, offered: 5, admitted: 5, throttled: 0, failed: 0, queued: 0, chargedTokens: 0 }],
    });
  });

  it("a window of a minute lets a minute's worth go at once, and never more however long it was idle", () => {
    expect(starts(slowQueue(times(62, 0), limits(60, null), MINUTE)).slice(58)).toEqual([0, 0, 1000, 2000]);
    expect(starts(slowQueue(times(62, 3_600_000), limits(60, null), MINUTE)).slice(58)).toEqual([
      3_600_000, 3_600_000, 3_601_000, 3_602_000,
    ]);
  });

  it("half a request a minute: the bucket still holds one, and a start on a minute's edge is in the later minute", () => {
    const run = slowQueue(times(2, 0, 10), limits(0.5, null), MINUTE);
    expect(starts(run)).toEqual([0, 120_000]);
    expect(run.answer.perMinute).toEqual([
      { minute: 0, offered: 2, admitted: 1, throttled: 0, failed: 0, queued: 1, chargedTokens: 10 },
      { minute: 1, offered: 0, admitted: 0, throttled: 0, failed: 0, queued: 1, chargedTokens: 0 },
      { minute: 2, offered: 0, admitted: 1, throttled: 0, failed: 0, queued: 0, chargedTokens: 10 },
    ]);
  });

  it.each([
    [200_000, 162_960, 42_288, 1574.4],
    [10_000, 8_554, 3_082, 9816],
    [30_000, 14_567, 24_754, 18_642],
  ])("of %i tokens a minute with %i used, %i wait %d ms, as the 429 says", (tpm, used, requested, wait) => {
    const { answer } = slowQueue(trace([0, used], [0, requested]), limits(null, tpm), MINUTE);
    expect(answer).toMatchObject({
      delayed: 1,
      waitMs: { p50: 0, p90: wait, max: wait, mean: wait / 2 },
      lastAdmittedMs: wait,
    });
  });

  it("a charge of all tokens a minute fits, one token more never does and holds nobody up", () => {
    const run = slowQueue(trace([0, 1000], [0, 1001], [0, 1000.001], [0, 500]), limits(null, 1000), MINUTE);
    expect(starts(run)).toEqual([0, "never fits", "never fits", 30_000]);
    expect(run.answer).toMatchObject({ offered: 4, admitted: 2, neverFits: 2, delayed: 1 });
    expect(run.answer.perMinute[0]).toMatchObject({ offered: 4, admitted: 2, queued: 0, chargedTokens: 1500 });
  });

  it("first in, first out: the small wait behind the large, and free ones too", () => {
    // 600 of 1,000 a minute are there after 36 s; the one token behind them 60 ms later.
    expect(starts(slowQueue(trace([0, 1000], [1, 600], [2, 1], [3, 0]), limits(null, 1000), MINUTE))).toEqual([
      0, 36_000, 36_060, 36_060,
    ]);
  });

  it("both buckets must be able to pay, whichever takes longer", () => {
    // One request is 6 s, 500 tokens are 30 s; the bucket of requests holds one.
    expect(
      starts(slowQueue(trace([0, 1000], [0, 500], [0, 0], [0, 0], [0, 100]), limits(10, 1000, 1), MINUTE)),
    ).toEqual([0, 30_000, 36_000, 42_000, 48_000]);
  });

  it("thirds and sevenths stay exact until they are shown", () => {
    const run = slowQueue(times(8, 0.1), limits(7, null, 1), MINUTE);
    expect(run.fates[7]).toBe(60_000n * run.ticksPerMs + run.ticksPerMs / 10n);
    expect(run.answer.waitMs).toEqual({
      mean: 30_000,
      p50: 25_714.286,
      p90: 60_000,
      p95: 60_000,
      p99: 60_000,
      max: 60_000,
    });
    expect(run.answer.lastAdmittedMs).toBe(60_000.1);
    // 8,571.43 ms apart: the first minute holds seven, the eighth begins the second.
    expect(run.answer.perMinute.map(({ admitted, queued }) => [admitted, queued])).toEqual([
      [7, 1],
      [1, 0],
    ]);
  });

  it("what has not started 30 days past the horizon is queued", () => {
    // One request in 60,000 s: of 2,592,060 s 43 intervals pass, so the first and 43 more start.
    const { answer } = slowQueue([...times(50, 0), ...times(1, 5, 2)], limits(0.001, 1, 60), MINUTE);
    expect(answer).toMatchObject({ offered: 51, admitted: 44, queued: 6, neverFits: 1, lastAdmittedMs: 2_580_000_000 });
    expect(answer.perMinute).toHaveLength(43_001);
    expect(answer.perMinute.at(-1)).toMatchObject({ minute: 43_000, admitted: 1, queued: 6 });
  });

  it("nothing admitted has no waits, and every minute of the horizon has a row", () => {
    const { answer } = slowQueue(trace([61_000, 2]), limits(1, 1), 3 * MINUTE);
    expect(answer.waitMs).toEqual({ mean: null, p50: null, p90: null, p95: null, p99: null, max: null });
    expect(answer.lastAdmittedMs).toBeNull();
    expect(answer.perMinute.map(({ minute, offered, queued }) => [minute, offered, queued])).toEqual([
      [0, 0, 0],
      [1, 1, 0],
      [2, 0, 0],
    ]);
    expect(slowQueue([], limits(1, 1), 2 * MINUTE).answer).toMatchObject({
      offered: 0,
      perMinute: [{ minute: 0 }, { minute: 1 }],
    });
  });

  it("a minute's row is about its end: what comes on its last tick waits, what comes on the next is the next one's", () => {
    const { answer } = slowQueue(trace([59_999.999, 0], [59_999.999, 0], [60_000, 0]), limits(1, null, 1), MINUTE);
    expect(answer.perMinute.map(({ offered, admitted, queued }) => [offered, admitted, queued])).toEqual([
      [2, 1, 1],
      [1, 1, 1],
      [0, 1, 0],
    ]);
  });
});

describe("under the drop policy", () => {
  it("who comes too early is out, and the next finds the bucket as it was", () => {
    const run = slowDrop(trace([0, 0], [500, 0], [1000, 0]), limits(60, null, 1), MINUTE);
    expect(starts(run)).toEqual([0, "failed", 1000]);
    expect(run.answer).toMatchObject({
      offered: 3,
      admitted: 2,
      delayed: 0,
      throttled: 1,
      failed: 1,
      queued: 0,
      waitMs: { max: 0 },
    });
    expect(run.answer.perMinute).toEqual([
      { minute: 0, offered: 3, admitted: 2, throttled: 1, failed: 1, queued: 0, chargedTokens: 0 },
    ]);
  });

  it("a 429 for tokens takes a request all the same", () => {
    // At 1 s there is one request but no tokens; it is taken, so that at 1.5 s half of one is there and at 2
    // s one again.
    expect(starts(slowDrop(trace([0, 1000], [1000, 1000], [1500, 0], [2000, 0]), limits(60, 1000, 1), MINUTE))).toEqual(
      [0, "failed", "failed", 2000],
    );
  });

  it("a 429 for requests takes no tokens, and what never fits takes nothing", () => {
    expect(starts(slowDrop(trace([0, 0], [0, 1000], [0, 1001], [1000, 1000]), limits(60, 1000, 1), MINUTE))).toEqual([
      0,
      "failed",
      "never fits",
      1000,
    ]);
  });
});

describe("a charge", () => {
  const request = { atMs: 0, inputTokens: 100.5, outputTokens: 50 };
  it.each([
    ["prompt-plus-cap", 80, 180_500n],
    ["larger-of", 80, 100_500n],
    ["larger-of", 120, 120_000n],
    ["actual", 80, 150_500n],
    ["prompt-plus-cap", null, 150_500n],
    ["larger-of", null, 150_500n],
    ["actual", null, 150_500n],
  ] as const)("%s with a cap of %s is %s thousandths", (rule, cap, chargeMilli) =>
    expect(charged(request, rule, cap)).toEqual({ atMs: 0, chargeMilli }),
  );
});

describe("a time", () => {
  it("is the decimal that it is written as", () => {
    expect(asWritten(0.1)).toEqual(fraction(1n, 10n));
    expect(asWritten(4.314000129699707)).toEqual(fraction(4_314_000_129_699_707n, 1_000_000_000_000_000n));
    expect(asWritten(1e-7)).toEqual(fraction(1n, 10_000_000n));
    expect(asWritten(1.5e-9)).toEqual(fraction(15n, 10_000_000_000n));
    expect(asWritten(0)).toEqual(fraction(0n));
  });
  it("0.1 and 0.2 later is not 0.3, as doubles have it", () => {
    const run = slowQueue(trace([0.3, 0], [0.1 + 0.2, 0]), limits(null, null), MINUTE);
    expect(fraction(run.arrivals[1]! - run.arrivals[0]!, run.ticksPerMs)).toEqual(fraction(4n, 10n ** 17n));
  });
});
