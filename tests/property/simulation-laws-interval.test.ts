import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traceCase, type TraceCase } from "../support/arbitrary/trace";
import { runs } from "../support/make/runs";
import { simulated } from "../support/make/simulated";
import {
  add,
  divide,
  type Fraction,
  fraction,
  fromNumber,
  isOver,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
} from "../support/oracle/fraction";
import type { SlowMinute } from "../support/oracle/simulation-answer";
import { slowDrop, slowQueue, type SlowLimits, type SlowRun } from "../support/oracle/simulation";

const POLICIES = ["queue", "retry", "drop"] as const;
const MINUTE = 60_000;

const total = (rows: readonly SlowMinute[], field: keyof SlowMinute) => rows.reduce((all, row) => all + row[field], 0);

/** The requests of a trace that started, first to last, on one clock. */
interface Started {
  readonly ticksPerMs: bigint;
  /** How far a start may be from where it is said to be. */
  readonly slack: bigint;
  readonly starts: readonly { readonly at: bigint; readonly chargeMilli: bigint }[];
}

function startedIn(run: SlowRun, { requests }: TraceCase): Started {
  const starts = run.fates.flatMap((at, index) =>
    typeof at === "bigint" ? [{ at, chargeMilli: requests[index]!.chargeMilli }] : [],
  );
  return { ticksPerMs: run.ticksPerMs, slack: 0n, starts };
}

/**
 * What the API says of every beginning of a trace tells when each request started: one more is admitted, and
 * it is the last.
 */
function startedByBeginnings({ body, requests }: TraceCase): Started {
  let before = 0;
  const starts = requests.flatMap(({ chargeMilli }, index) => {
    const { admitted, lastAdmittedMs } = simulated({ ...body, requests: body.requests.slice(0, index + 1) });
    const one = admitted - before;
    before = admitted;
    return one === 1 ? [{ at: BigInt(Math.round(lastAdmittedMs! * 1000)), chargeMilli }] : [];
  });
  return { ticksPerMs: 1000n, slack: 2n, starts };
}

/** How much the buckets may let through in so many ticks: what they hold, and what comes in. */
function allowance(
  { rpm, tpm, windowSeconds }: SlowLimits,
  ticks: bigint,
  ticksPerMs: bigint,
): { requests: Fraction | null; tokens: Fraction | null } {
  const minutes = fraction(ticks, 60_000n * ticksPerMs);
  const window = (limit: Fraction) => multiply(limit, fraction(BigInt(windowSeconds), 60n));
  return {
    requests: rpm && add(isOver(ONE, window(rpm)) ? ONE : window(rpm), multiply(rpm, minutes)),
    tokens: tpm && add(tpm, multiply(tpm, minutes)),
  };
}

function expectWithinLimits({ starts, ticksPerMs, slack }: Started, limits: SlowLimits): void {
  for (let from = 0; from < starts.length; from++) {
    let tokens = 0n;
    for (let to = from; to < starts.length; to++) {
      tokens += starts[to]!.chargeMilli;
      const most = allowance(limits, starts[to]!.at - starts[from]!.at + slack, ticksPerMs);
      if (most.requests && isOver(fraction(BigInt(to - from + 1)), most.requests))
        expect.fail(`${to - from + 1} requests from start ${from} to start ${to}`);
      if (most.tokens && isOver(fraction(tokens, 1000n), most.tokens))
        expect.fail(`${tokens} thousandths of a token from start ${from} to start ${to}`);
    }
  }
}

describe("over every interval no more is admitted than burst plus rate × time, in requests and in tokens", () => {
  /** Where the starts of a run come from. An engine that tells each start goes here as one more row. */
  const TELLERS: readonly (readonly [
    name: string,
    policy: (typeof POLICIES)[number],
    most: number,
    numRuns: number,
    started: (one: TraceCase) => Started,
  ])[] = [
    ["in the slow model", "queue", 30, 40, (one) => startedIn(slowQueue(one.requests, one.limits, one.horizonMs), one)],
    ["in the slow model", "drop", 30, 40, (one) => startedIn(slowDrop(one.requests, one.limits, one.horizonMs), one)],
    ["by what the API says of every beginning of a trace", "queue", 12, 20, startedByBeginnings],
    ["by what the API says of every beginning of a trace", "drop", 12, 20, startedByBeginnings],
  ];

  it.each(TELLERS)("%s, under %s", (_, policy, most, numRuns, started) => {
    fc.assert(
      fc.property(traceCase({ most, policy }), (one) => expectWithinLimits(started(one), one.limits)),
      runs(numRuns),
    );
  });

  it.each(POLICIES)("over every run of whole minutes, under %s", (policy) => {
    fc.assert(
      fc.property(traceCase({ most: 60, policy }), ({ body, limits }) => {
        const { perMinute } = simulated(body);
        for (const length of [1, 2, 3, 7]) {
          const most = allowance(limits, BigInt(length * MINUTE), 1n);
          for (let from = 0; from + length <= perMinute.length; from++) {
            const rows = perMinute.slice(from, from + length);
            if (total(rows, "admitted") === 0) continue;
            if (most.requests) expect(isOver(fraction(BigInt(total(rows, "admitted"))), most.requests)).toBe(false);
            if (most.tokens)
              expect(isOver(sum(rows.map(({ chargedTokens }) => fromNumber(chargedTokens))), most.tokens)).toBe(false);
          }
        }
      }),
      runs(40),
    );
  });

  it("and under queue no request waits longer than that makes it: one interval up to each start is full, unless it starts on arrival or with the one ahead", () => {
    fc.assert(
      fc.property(traceCase({ most: 30, policy: "queue" }), (one) => {
        const { rpm, tpm } = one.limits;
        const { ticksPerMs, fates, arrivals } = slowQueue(one.requests, one.limits, one.horizonMs);
        const inTicks = (perMinute: Fraction, amount: Fraction) =>
          multiply(divide(amount, perMinute), fraction(60_000n * ticksPerMs));
        const later = (a: Fraction, b: Fraction) => (isOver(a, b) ? a : b);
        const burst = allowance(one.limits, 0n, ticksPerMs).requests ?? ZERO;
        const started: { at: Fraction; chargeMilli: bigint }[] = [];
        fates.forEach((fate, index) => {
          if (typeof fate !== "bigint") return;
          const { chargeMilli } = one.requests[index]!;
          let earliest = later(fraction(arrivals[index]!), started.at(-1)?.at ?? ZERO);
          let tokens = fraction(chargeMilli, 1000n);
          let requests = ONE;
          for (const ahead of started.toReversed()) {
            tokens = add(tokens, fraction(ahead.chargeMilli, 1000n));
            requests = add(requests, ONE);
            // The bucket can have paid for all of these only once so much more than it holds has come in.
            if (rpm && isOver(requests, burst))
              earliest = later(earliest, add(ahead.at, inTicks(rpm, subtract(requests, burst))));
            if (tpm && isOver(tokens, tpm))
              earliest = later(earliest, add(ahead.at, inTicks(tpm, subtract(tokens, tpm))));
          }
          expect(fraction(fate)).toEqual(earliest);
          started.push({ at: fraction(fate), chargeMilli });
        });
      }),
      runs(40),
    );
  });
});
