import fc from "fast-check";
import { fromThousandths } from "./values";
import type { ScenarioJson, TokenAccounting, WorkloadJson } from "../make/estimate-json";
import { fromNumber } from "../oracle/fraction";
import { charged, type RequestJson, type SlowLimits, type SlowRequest } from "../oracle/simulation";

type GivenPolicy = "queue" | "drop";

/** A trace under limits: the body that asks for its simulation, and the same in the words of the slow model. */
export interface TraceCase {
  readonly body: {
    scenario: ScenarioJson;
    policy: GivenPolicy | "retry";
    horizonMinutes: number;
    seed: number;
    requests: RequestJson[];
  };
  readonly requests: readonly SlowRequest[];
  readonly limits: SlowLimits;
  readonly horizonMs: number;
}

/** How a trace is drawn; what is left out is drawn too. */
export interface TraceWidth {
  readonly most: number;
  readonly least?: number;
  readonly policy?: GivenPolicy | "retry";
}

/** Limits in thousandths, null where unpublished. */
interface Draw {
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly windowSeconds: number;
  readonly rule: TokenAccounting;
  readonly capShare: number | null;
  readonly horizonMinutes: number;
  readonly policy: GivenPolicy | "retry";
  readonly seed: number;
  readonly bystanders: number;
  readonly steps: readonly {
    readonly gap: Gap;
    readonly size: Size;
    readonly part: number;
    readonly cached: boolean;
  }[];
}

/**
 * Short traces on one pool with every limit there can be, full of ties, edges and charges that meet a bucket
 * exactly.
 */
export function traceCase({ most, least = 1, policy }: TraceWidth): fc.Arbitrary<TraceCase> {
  const step = fc.record({
    gap: fc.constantFrom(...GAPS),
    size: fc.constantFrom(...SIZES),
    part: fc.integer({ min: 0, max: 1_000_000 }),
    cached: fc.boolean(),
  });
  return fc
    .record<Draw>({
      rpm: fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 5, arbitrary: fc.constantFrom(...LIKELY_RPM) },
        { weight: 3, arbitrary: fc.integer({ min: 20, max: 5_000_000 }) },
      ),
      tpm: fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 5, arbitrary: fc.constantFrom(...LIKELY_TPM) },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 300_000_000 }) },
      ),
      windowSeconds: fc.oneof(fc.constantFrom(1, 60), fc.integer({ min: 1, max: 60 })),
      rule: fc.constantFrom("prompt-plus-cap", "larger-of", "actual"),
      capShare: fc.option(fc.constantFrom(0, 0.1, 0.25, 0.5, 1, 1.1), { nil: null, freq: 3 }),
      horizonMinutes: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) },
        { weight: 1, arbitrary: fc.constant(1440) },
      ),
      policy: policy === undefined ? fc.constantFrom("queue", "drop") : fc.constant(policy),
      seed: fc.nat(),
      bystanders: fc.integer({ min: 0, max: 3 }),
      steps: fc.array(step, { minLength: least, maxLength: most, size: "max" }),
    })
    .map(caseOf);
}

/** In thousandths. Half a request a minute, one that no window can hold, sevenths, thirds, tier 1 to 5. */
const LIKELY_RPM = [
  1, 20, 500, 999, 1000, 1500, 3000, 7000, 59_999, 60_000, 90_000, 333_333, 500_000, 1_000_000, 30_000_000,
];
const LIKELY_TPM = [1, 1000, 7000, 60_000, 99_999, 100_000, 1_000_000, 30_000_000, 200_000_000, 150_000_000_000];

type Gap = (now: number, draw: Draw, part: number, charge: number) => number;

const MINUTE = 60_000;
const nextEdge = (now: number) => (Math.floor(now / MINUTE) + 1) * MINUTE;

/**
 * When the next request comes: at once, after whole or noisy milliseconds, on an edge, or just as a bucket
 * could pay.
 */
const GAPS: readonly Gap[] = [
  (now) => now,
  (now) => now,
  (now, _, part) => now + (part % 3000),
  (now, _, part) => now + fromThousandths(part),
  (now, _, part) => now + part / 271,
  (now, _, part) => now + part / 1e13,
  nextEdge,
  (now) => Math.max(now, nextEdge(now) - 0.001),
  (now) => nextEdge(nextEdge(now)),
  (now, { rpm }, part) => now + (rpm === null ? 0 : Math.min(((1 + (part % 3)) * MINUTE * 1000) / rpm, 4 * MINUTE)),
  (now, { tpm }, _, charge) => now + (tpm === null ? 0 : Math.min((MINUTE * charge) / tpm, MINUTE)),
  (now, _, part) => now + part * 10,
];

type Size = (tpm: number, part: number) => number;

/** What a request should be charged, in thousandths of a token. */
const SIZES: readonly Size[] = [
  () => 0,
  () => 1,
  (tpm) => tpm,
  (tpm) => tpm + 1,
  (tpm) => tpm - 1,
  (tpm) => tpm + 1000,
  (tpm) => Math.floor(tpm / 2),
  (tpm) => Math.floor(tpm / 3),
  (tpm, part) => Math.floor((tpm * part) / 1_000_000),
  (tpm, part) => Math.floor((tpm * part) / 10_000_000),
  (_, part) => (part % 5000) * 1000,
];

function caseOf(draw: Draw): TraceCase {
  const { rpm, tpm, windowSeconds, rule, capShare, horizonMinutes, policy, seed, bystanders } = draw;
  const likelyTpm = tpm ?? 1_000_000;
  const cap = capShare === null ? null : Math.max(1, Math.floor((likelyTpm * capShare) / 1000));
  let now = 0;
  let last = 0;
  const requests = draw.steps.map(({ gap, size, part, cached }, index): RequestJson => {
    // The first may come at 0 as well.
    now = index === 0 && part % 2 === 0 ? 0 : gap(now, draw, part, last);
    last = size(likelyTpm, part);
    const request = sizesOf(last, part, rule, cap);
    return { atMs: now, ...request, ...(cached && { cachedInputTokens: Math.floor(request.inputTokens / 2) }) };
  });
  const workload: WorkloadJson = {
    model: "own",
    requests: 1,
    per: "minute",
    inputTokens: 10,
    ...(cap !== null && { maxCompletionTokens: cap }),
  };
  const scenario: ScenarioJson = {
    tokenAccounting: rule,
    rpmWindowSeconds: windowSeconds,
    modelOverrides: [
      {
        model: "own",
        limits: {
          ...(rpm !== null && { rpm: fromThousandths(rpm) }),
          ...(tpm !== null && { tpm: fromThousandths(tpm) }),
        },
      },
    ],
    // Neither a batch workload in front nor another standard one behind has anything to do with the trace.
    workloads: [
      ...(bystanders & 1 ? [{ ...BYSTANDER, serviceTier: "batch" as const }] : []),
      workload,
      ...(bystanders & 2 ? [BYSTANDER] : []),
    ],
  };
  return {
    body: { scenario, policy, horizonMinutes, seed, requests },
    requests: requests.map((request) => charged(request, rule, cap)),
    limits: {
      rpm: rpm === null ? null : fromNumber(fromThousandths(rpm)),
      tpm: tpm === null ? null : fromNumber(fromThousandths(tpm)),
      windowSeconds,
    },
    horizonMs: horizonMinutes * MINUTE,
  };
}

const BYSTANDER: WorkloadJson = {
  model: "o1-mini",
  requests: 500,
  per: "minute",
  inputTokens: 900,
  maxCompletionTokens: 77,
};

/** Token counts whose charge is what it should be, as far as the cap lets it. */
function sizesOf(
  charge: number,
  part: number,
  rule: TokenAccounting,
  cap: number | null,
): Pick<RequestJson, "inputTokens" | "outputTokens"> {
  if (cap !== null && rule === "prompt-plus-cap")
    return { inputTokens: fromThousandths(Math.max(0, charge - cap * 1000)), outputTokens: part % 700 };
  if (cap !== null && rule === "larger-of") return { inputTokens: fromThousandths(charge), outputTokens: part % 700 };
  const input = Math.floor((charge * (part % 101)) / 100);
  return { inputTokens: fromThousandths(input), outputTokens: fromThousandths(charge - input) };
}
