import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceCase, type TraceCase } from "../support/arbitrary/trace";
import { traffic } from "../support/arbitrary/traffic";
import { runs } from "../support/make/runs";
import { countsOf, isNear, type Simulated, simulated, simulatedText } from "../support/make/simulated";
import { CATALOGUE } from "../support/oracle/facts";
import type { SlowMinute } from "../support/oracle/simulation-answer";
import { charged, type RequestJson, slowQueue } from "../support/oracle/simulation";

const POLICIES = ["queue", "retry", "drop"] as const;
const MINUTE = 60_000;
const THIRTY_DAYS_MS = 2_592_000_000;

type Counted = Pick<
  Simulated,
  "offered" | "admitted" | "delayed" | "neverFits" | "throttled" | "failed" | "queued" | "waitMs" | "lastAdmittedMs"
>;

const total = (rows: readonly SlowMinute[], field: keyof SlowMinute) => rows.reduce((all, row) => all + row[field], 0);

/** Nothing offered is lost, in all, in each pool, and by the end of each minute. */
function expectNothingLost({ pools, perMinute, ...whole }: Simulated, horizonMinutes: number): void {
  for (const { offered, admitted, delayed, neverFits, throttled, failed, queued, waitMs, lastAdmittedMs } of [
    whole,
    ...pools,
  ] satisfies Counted[]) {
    expect(offered).toBe(admitted + failed + neverFits + queued);
    expect(throttled).toBeGreaterThanOrEqual(failed);
    expect(delayed).toBeLessThanOrEqual(admitted);
    expect(waitMs.max === null).toBe(admitted === 0);
    expect(lastAdmittedMs === null).toBe(admitted === 0);
    const { mean, p50, p90, p95, p99, max } = waitMs;
    if (max === null) continue;
    expect([0, p50, p90, p95, p99, max].sort((a, b) => a! - b!)).toEqual([0, p50, p90, p95, p99, max]);
    expect(mean).toBeLessThanOrEqual(max);
    if (delayed === 0) expect(max).toBe(0);
  }
  for (const field of ["offered", "admitted", "delayed", "neverFits", "throttled", "failed", "queued"] as const) {
    expect(
      pools.reduce((all, pool) => all + pool[field], 0),
      field,
    ).toBe(whole[field]);
  }
  expect(perMinute.map(({ minute }) => minute)).toEqual(perMinute.map((_, index) => index));
  expect(perMinute.length).toBeGreaterThanOrEqual(horizonMinutes);
  for (const field of ["offered", "admitted", "throttled", "failed"] as const)
    expect(total(perMinute, field), field).toBe(whole[field]);
  // What has come and is accounted for in no other way never fits: that can only grow, and ends where the whole does.
  let unaccounted = 0;
  let before = 0;
  for (const { offered, admitted, failed, queued } of perMinute) {
    unaccounted += offered - admitted - failed;
    expect(unaccounted - queued).toBeGreaterThanOrEqual(before);
    before = unaccounted - queued;
  }
  expect(before).toBe(whole.neverFits);
  expect(perMinute.at(-1)!.queued).toBe(whole.queued);
}

describe("nothing offered is lost", () => {
  it.each(POLICIES)("of a given trace, under %s", (policy) => {
    fc.assert(
      fc.property(traceCase({ most: 40, policy }), ({ body }) => {
        const answer = simulated(body);
        expect(answer.offered).toBe(body.requests.length);
        expectNothingLost(answer, body.horizonMinutes);
      }),
      runs(30),
    );
  });

  it("of generated traffic, in any pool", () => {
    fc.assert(
      fc.property(traffic(), (body) => expectNothingLost(simulated(body), body.horizonMinutes)),
      runs(15),
    );
  });
});

describe("a higher tier is never worse under queue, where no request exceeds the lower tier's tokens a minute", () => {
  const TIERS = [1, 2, 3, 4, 5] as const;
  const drawn = fc.record({
    model: fc.constantFrom(...CATALOGUE),
    tiers: fc
      .uniqueArray(fc.constantFrom(...TIERS), { minLength: 2, maxLength: 2 })
      .map((two) => two.sort((a, b) => a - b)),
    windowSeconds: fc.constantFrom(1, 60),
    steps: fc.array(
      fc.record({ gap: fc.constantFrom(0, 0, 1, 17.5, 60, 4000, 60_000), part: fc.integer({ min: 0, max: 1000 }) }),
      { minLength: 1, maxLength: 80, size: "max" },
    ),
  });

  it("no start is later, and no wait, queue or count is worse", () => {
    fc.assert(
      fc.property(drawn, ({ model, tiers, windowSeconds, steps }) => {
        const [lower, higher] = tiers.map((tier) => model.limits[tier]);
        let now = 0;
        const requests = steps.map(({ gap, part }): RequestJson => {
          now += gap;
          // Up to a tenth of tokens a minute each, now and then all of them.
          const most = Number(lower!.tpm!.numerator);
          return { atMs: now, inputTokens: part === 1000 ? most : Math.floor((most * part) / 10_000), outputTokens: 0 };
        });
        const charges = requests.map((request) => charged(request, "actual", null));
        const [later, sooner] = [lower, higher].map((limits) =>
          slowQueue(charges, { rpm: limits!.rpm, tpm: limits!.tpm, windowSeconds }, MINUTE),
        );
        later!.fates.forEach((fate, index) =>
          expect((sooner!.fates[index] as bigint) * later!.ticksPerMs <= (fate as bigint) * sooner!.ticksPerMs).toBe(
            true,
          ),
        );

        const workloads = [{ model: model.id, requests: 1, per: "minute", inputTokens: 1 }];
        const [worse, better] = tiers.map((usageTier) =>
          simulated({
            scenario: { usageTier, rpmWindowSeconds: windowSeconds, workloads },
            policy: "queue",
            horizonMinutes: 1,
            seed: 1,
            requests,
          }),
        );
        expect(better!.admitted).toBe(worse!.admitted);
        expect(better!.delayed).toBeLessThanOrEqual(worse!.delayed);
        expect(better!.lastAdmittedMs!).toBeLessThanOrEqual(worse!.lastAdmittedMs! + 0.001);
        for (const [name, wait] of Object.entries(better!.waitMs))
          expect(wait!, name).toBeLessThanOrEqual(worse!.waitMs[name as keyof Simulated["waitMs"]]! + 0.001);
        better!.perMinute.forEach(({ queued }, minute) =>
          expect(queued).toBeLessThanOrEqual(worse!.perMinute[minute]?.queued ?? 0),
        );
      }),
      runs(20),
    );
  });
});

// Both buckets are full at 0 and hold no more than that, so a trace that begins later finds them as full as
// one that begins at once.
describe("shifting a trace by a constant changes nothing but the clock", () => {
  /**
   * The trace on whole thousandths of a millisecond, so that a shifted time is written as exactly what it is;
   * and later by so many of them.
   */
  const later = ({ body }: TraceCase, thousandths: number, horizonMinutes: number) => ({
    ...body,
    horizonMinutes,
    requests: body.requests.map((request) => ({
      ...request,
      atMs: (Math.round(request.atMs * 1000) + thousandths) / 1000,
    })),
  });

  function expectShifted(now: Simulated, then: Simulated, thousandths: number): void {
    expect(countsOf(then)).toEqual(countsOf(now));
    for (const [name, wait] of Object.entries(now.waitMs))
      expect(isNear(then.waitMs[name as keyof Simulated["waitMs"]], wait, 1), name).toBe(true);
    expect(
      isNear(then.lastAdmittedMs, now.lastAdmittedMs === null ? null : now.lastAdmittedMs + thousandths / 1000, 1),
    ).toBe(true);
  }

  it.each(POLICIES)("by whole minutes: the rows move too, under %s", (policy) => {
    fc.assert(
      fc.property(traceCase({ most: 25, policy }), fc.integer({ min: 1, max: 500 }), (one, minutes) => {
        const now = simulated(later(one, 0, one.body.horizonMinutes));
        const then = simulated(later(one, minutes * MINUTE * 1000, one.body.horizonMinutes + minutes));
        expectShifted(now, then, minutes * MINUTE * 1000);
        expect(then.perMinute.slice(minutes).map(({ minute: _, ...row }) => row)).toEqual(
          now.perMinute.map(({ minute: _, ...row }) => row),
        );
        expect(total(then.perMinute.slice(0, minutes), "offered")).toBe(0);
      }),
      runs(20),
    );
  });

  it.each(POLICIES)("by any time at all, under %s", (policy) => {
    fc.assert(
      fc.property(traceCase({ most: 25, policy }), fc.integer({ min: 1, max: 10_000_000 }), (one, thousandths) => {
        const now = simulated(later(one, 0, 1440));
        // The end of the run does not move with the trace.
        fc.pre(now.queued === 0 && (now.lastAdmittedMs ?? 0) + thousandths / 1000 < THIRTY_DAYS_MS);
        expectShifted(now, simulated(later(one, thousandths, 1440)), thousandths);
      }),
      runs(20),
    );
  });
});

describe("one body has one answer", () => {
  it("to the byte, of a given trace and of generated traffic", () => {
    const bodies = fc.oneof(
      traffic(),
      ...POLICIES.map((policy) => traceCase({ most: 30, policy }).map(({ body }) => body)),
    );
    fc.assert(
      fc.property(bodies, (body) => {
        expect(simulatedText(body)).toBe(simulatedText(body));
      }),
      runs(12),
    );
  });
});

describe("under retry", () => {
  it("throttled counts 429s: six of each that failed, at most five of any other", () => {
    const bodies = fc.oneof(
      traffic().map((body) => ({ ...body, policy: "retry" })),
      traceCase({ most: 60, policy: "retry" }).map(({ body }) => body),
    );
    let failures = 0;
    let comebacks = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        const answer = simulated(body);
        for (const { throttled, failed, delayed, admitted, queued, waitMs } of [answer, ...answer.pools]) {
          expect(throttled).toBeGreaterThanOrEqual(6 * failed + delayed);
          expect(throttled).toBeLessThanOrEqual(6 * failed + 5 * (delayed + queued));
          expect(delayed).toBeLessThanOrEqual(admitted);
          // 1 + 2 + 4 + 8 + 16 s between six attempts.
          expect(waitMs.max ?? 0).toBeLessThanOrEqual(31_000);
          // Whatever comes before the end is settled half a minute later.
          expect(queued).toBe(0);
          failures += failed;
          comebacks += delayed;
        }
      }),
      runs(20),
    );
    expect(failures).toBeGreaterThan(50);
    expect(comebacks).toBeGreaterThan(50);
  });

  /** One request takes the only place that there is for 16 hours; all others come at once, so late, and find none. */
  function hopeless(count: number, atMs: number, seed: number): Simulated {
    const others = Array.from({ length: count }, (): RequestJson => ({ atMs, inputTokens: 1, outputTokens: 0 }));
    const scenario = {
      modelOverrides: [{ model: "own", limits: { rpm: 0.001 } }],
      workloads: [{ model: "own", requests: 1, per: "minute", inputTokens: 1 }],
    };
    return simulated({
      scenario,
      policy: "retry",
      horizonMinutes: 1,
      seed,
      requests: [{ atMs: 0, inputTokens: 1, outputTokens: 0 }, ...others],
    });
  }

  it("whoever finds no place fails after the sixth 429, within 31 s", () => {
    const perMinute = [{ minute: 0, offered: 50, admitted: 1, throttled: 6 * 49, failed: 49, queued: 0 }];
    expect(hopeless(49, 0, 7)).toMatchObject({
      offered: 50,
      admitted: 1,
      delayed: 0,
      throttled: 6 * 49,
      failed: 49,
      queued: 0,
      perMinute,
    });
  });

  it.each([0.5, 1, 3, 10, 20, 25])(
    "within %d s there are as many 429s as waits of uniformly up to 1, 2, 4, 8 and 16 s make likely",
    (seconds) => {
      const count = 10_000;
      const { perMinute } = hopeless(count, MINUTE - seconds * 1000, 20_261_123);
      // Six at most each, with a variance below 2.25: five standard deviations of the mean are 0.075.
      expect(Math.abs(perMinute[0]!.throttled / count - attemptsWithin(seconds))).toBeLessThan(0.075);
      expect(perMinute[0]!.throttled + perMinute[1]!.throttled).toBe(6 * count);
    },
  );

  /**
   * How many of the six attempts are expected within so many seconds: the first, and each next one by the
   * chance that the waits before it come to no more.
   */
  function attemptsWithin(seconds: number): number {
    let expected = 1;
    for (const waits of [[1], [1, 2], [1, 2, 4], [1, 2, 4, 8], [1, 2, 4, 8, 16]]) {
      // The volume of a box below a slanted plane, by inclusion and exclusion of its corners.
      let volume = 0;
      for (let corner = 0; corner < 2 ** waits.length; corner++) {
        const taken = waits.filter((_, n) => (corner >> n) & 1);
        const rest = seconds - taken.reduce((a, b) => a + b, 0);
        volume += (taken.length % 2 === 0 ? 1 : -1) * Math.max(0, rest) ** waits.length;
      }
      expected += waits.reduce((chance, wait, n) => chance / (wait * (n + 1)), volume);
    }
    return expected;
  }
});

describe("under drop", () => {
  it("every 429 is the end, and nobody waits", () => {
    const bodies = fc.oneof(
      traffic().map((body) => ({ ...body, policy: "drop" })),
      traceCase({ most: 60, policy: "drop" }).map(({ body }) => body),
    );
    fc.assert(
      fc.property(bodies, (body) => {
        const answer = simulated(body);
        for (const { throttled, failed, delayed, queued, waitMs } of [answer, ...answer.pools]) {
          expect({ throttled, delayed, queued, max: waitMs.max ?? 0, mean: waitMs.mean ?? 0 }).toEqual({
            throttled: failed,
            delayed: 0,
            queued: 0,
            max: 0,
            mean: 0,
          });
        }
        for (const { throttled, failed, queued } of answer.perMinute) expect([throttled, queued]).toEqual([failed, 0]);
      }),
      runs(12),
    );
  });
});

describe("under queue", () => {
  it("there are no 429s, and where nobody waits no other policy throttles either", () => {
    const bodies = fc.oneof(
      traffic().map((body) => ({ ...body, policy: "queue" as const })),
      traceCase({ most: 8, policy: "queue" }).map(({ body }) => body),
    );
    let calm = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        const queue = simulated(body);
        expect([queue.throttled, queue.failed]).toEqual([0, 0]);
        if (queue.delayed > 0 || queue.queued > 0) return;
        calm += 1;
        for (const policy of ["retry", "drop"] as const) {
          const other = simulated({ ...body, policy });
          expect({ ...other, notes: null, pools: null }).toEqual({ ...queue, notes: null, pools: null });
        }
      }),
      runs(15),
    );
    expect(calm).toBeGreaterThan(5);
  });

  it("whoever comes behind changes nothing for those ahead", () => {
    fc.assert(
      fc.property(
        traceCase({ least: 2, most: 40, policy: "queue" }),
        fc.nat(),
        ({ requests, limits, horizonMs }, pick) => {
          const some = 1 + (pick % (requests.length - 1));
          const [all, ahead] = [requests, requests.slice(0, some)].map((part) => slowQueue(part, limits, horizonMs));
          ahead!.fates.forEach((fate, index) => {
            const whole = all!.fates[index]!;
            if (typeof fate !== "bigint" || typeof whole !== "bigint") expect(whole).toBe(fate);
            else expect(whole * ahead!.ticksPerMs).toBe(fate * all!.ticksPerMs);
          });
        },
      ),
      runs(15),
    );
  });
});
