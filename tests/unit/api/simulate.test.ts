import { describe, expect, it } from "vitest";
import { EXAMPLE_BODIES, MOST_SIMULATE_BYTES, readBody, simulateByBody } from "@/lib/api";
import type { SimulationJson } from "@/lib/api/schema";

const body = (value: unknown) => ({
  bytes: new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value)),
});
const call = (value: unknown) => {
  const { status, body: text } = simulateByBody(body(value));
  return {
    status,
    json: JSON.parse(text!) as SimulationJson & {
      error: { code: string; issues: { path: string; message: string }[] };
    },
  };
};
const issues = (value: unknown) => {
  const { status, json } = call(value);
  expect(status).toBe(422);
  return json.error.issues;
};

const limited = (rpm: number | undefined, tpm: number | undefined, more: object = {}) => ({
  scenario: {
    modelOverrides: [{ model: "mine", limits: { ...(rpm && { rpm }), ...(tpm && { tpm }) } }],
    workloads: [{ model: "mine", requests: 1, per: "minute", inputTokens: 1 }],
    ...more,
  },
  policy: "queue",
  horizonMinutes: 1,
  seed: 1,
});
const at = (atMs: number, inputTokens: number, outputTokens = 0) => ({ atMs, inputTokens, outputTokens });

describe("a trace", () => {
  it.each([
    ["openai/codex 88", 200_000, 162_960, 42_288, 1574.4],
    ["MetaGPT 523", 10_000, 8554, 3082, 9816],
    ["codel 72", 30_000, 14_567, 24_754, 18_642],
  ])("waits as the 429 message of %s says: limit %d, used %d, requested %d", (_, tpm, used, requested, wait) => {
    const { json } = call({ ...limited(undefined, tpm), requests: [at(0, used), at(0, requested)] });
    expect(json.waitMs).toEqual({ mean: wait / 2, p50: 0, p90: wait, p95: wait, p99: wait, max: wait });
    expect(json).toMatchObject({ offered: 2, admitted: 2, delayed: 1, throttled: 0, lastAdmittedMs: wait });
  });

  it("that meets a bucket to the last token does not wait, and waits for one token more", () => {
    expect(call({ ...limited(undefined, 60_000), requests: [at(0, 60_000), at(1000, 1000)] }).json).toMatchObject({
      admitted: 2,
      delayed: 0,
    });
    expect(call({ ...limited(undefined, 60_000), requests: [at(0, 60_000), at(1000, 1001)] }).json).toMatchObject({
      admitted: 2,
      delayed: 1,
      waitMs: { max: 1 },
    });
  });

  it("never runs a request above TPM, and a limit that is not known does not bind", () => {
    expect(call({ ...limited(10, 1000), requests: [at(0, 1001), at(0, 600, 400), at(0, 1)] }).json).toMatchObject({
      offered: 3,
      admitted: 2,
      neverFits: 1,
      delayed: 1,
      waitMs: { max: 60 },
    });
    expect(call({ ...limited(undefined, undefined), requests: [at(0, 1e12), at(0, 1e12)] }).json).toMatchObject({
      offered: 2,
      admitted: 2,
      neverFits: 0,
      delayed: 0,
    });
  });

  it("starts one request a second where the request bucket holds one second", () => {
    const { json } = call({
      ...limited(60, undefined, { rpmWindowSeconds: 1 }),
      requests: [at(0, 1), at(0, 1), at(0, 1)],
    });
    expect(json.waitMs).toMatchObject({ p50: 1000, max: 2000 });
    expect(call({ ...limited(60, undefined), requests: [at(0, 1), at(0, 1), at(0, 1)] }).json.delayed).toBe(0);
  });

  it("still waits where a request is due more than 30 days past the horizon", () => {
    // One request a minute: the last of 43,202 at minute 0 would start 43,201 minutes later; the run ends after 43,201.
    const requests = Array.from({ length: 43_203 }, () => at(0, 1));
    expect(call({ ...limited(1, undefined), requests }).json).toMatchObject({
      offered: 43_203,
      admitted: 43_202,
      queued: 1,
    });
  });

  it("sends again after a 429 at most six times, and gives up at once under drop", () => {
    const hopeless = { ...limited(undefined, 60_000), requests: [at(0, 60_000), at(0, 60_000)] };
    expect(call({ ...hopeless, policy: "retry" }).json).toMatchObject({
      offered: 2,
      admitted: 1,
      failed: 1,
      throttled: 6,
      queued: 0,
    });
    expect(call({ ...hopeless, policy: "drop" }).json).toMatchObject({
      offered: 2,
      admitted: 1,
      failed: 1,
      throttled: 1,
    });
  });

  it("counts a throttled request against RPM where the bucket has one", () => {
    // Two a minute, a full bucket of two: the second request is too dear and takes one, so that the third finds none.
    const requests = [at(0, 1000), at(0, 1000), at(0, 0)];
    expect(call({ ...limited(2, 1000), policy: "drop", requests }).json).toMatchObject({
      admitted: 1,
      throttled: 2,
      failed: 2,
    });
  });

  it("is charged by the cap under the rule, else input + output; other workloads are left out", () => {
    const capped = (tokenAccounting: string) => {
      const given = limited(undefined, 1000, { tokenAccounting });
      const [first] = given.scenario.workloads;
      return call({
        ...given,
        scenario: {
          ...given.scenario,
          workloads: [
            { ...first, serviceTier: "batch" },
            { ...first, maxCompletionTokens: 500 },
            { ...first, model: "o1" },
          ],
        },
        requests: [at(0, 300, 100)],
      }).json;
    };
    expect(capped("prompt-plus-cap").perMinute[0]!.chargedTokens).toBe(800);
    expect(capped("larger-of").perMinute[0]!.chargedTokens).toBe(500);
    expect(capped("actual").perMinute[0]!.chargedTokens).toBe(400);
    expect(capped("actual").pools.map(({ pool }) => pool)).toEqual(["mine"]);
  });

  it("puts an instant on the edge of two minutes into the later one", () => {
    const { perMinute } = call({
      ...limited(undefined, undefined),
      horizonMinutes: 3,
      requests: [at(59_999.999, 1), at(60_000, 2)],
    }).json;
    expect(perMinute.map(({ admitted, chargedTokens }) => [admitted, chargedTokens])).toEqual([
      [1, 1],
      [1, 2],
      [0, 0],
    ]);
  });
});

describe("what cannot be simulated", () => {
  const trace = (requests: unknown) => ({ ...EXAMPLE_BODIES.trace, requests });
  it.each([
    [
      "out of order",
      [at(1, 1), at(0, 1)],
      "requests.1.atMs",
      "row 2: atMs: 0 is not accepted; give a time not before that of the row ahead, 1",
    ],
    [
      "negative",
      [at(-1, 1)],
      "requests.0.atMs",
      "row 1: atMs: -1 is not accepted; give a number from 0 to 1,000,000,000,000",
    ],
    [
      "not a number",
      [at(0, 1), at(NaN, 1)],
      "requests.1.atMs",
      "row 2: atMs: null is not accepted; give a number from 0 to 1,000,000,000,000",
    ],
    [
      "text",
      [{ ...at(0, 1), inputTokens: "12" }],
      "requests.0.inputTokens",
      'row 1: inputTokens: "12" is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals',
    ],
    ["no object", [at(0, 1), 7], "requests.1", "row 2: request: 7 is not accepted; give an object"],
    [
      "without output",
      [{ atMs: 0, inputTokens: 1 }],
      "requests.0.outputTokens",
      "row 1: outputTokens: is missing; give a number from 0 to 1,000,000,000,000, with at most three decimals",
    ],
    [
      "more cached than input",
      [{ ...at(0, 1), cachedInputTokens: 2 }],
      "requests.0.cachedInputTokens",
      "row 1: cachedInputTokens: 2 is not accepted; give at most inputTokens, 1",
    ],
    [
      "a field nobody knows",
      [{ ...at(0, 1), colour: 1 }],
      "requests.0.colour",
      "row 1: colour: unknown field with value 1; accepted here: atMs, inputTokens, cachedInputTokens, outputTokens",
    ],
    ["no list", 5, "requests", "requests: 5 is not accepted; give a list of 0 to 100,000 requests"],
  ])("a trace %s names the row", (_, requests, path, message) => {
    expect(issues(trace(requests))).toEqual([{ path, message }]);
  });

  it("a row 100,001", () => {
    expect(issues(trace(Array.from({ length: 100_001 }, () => at(0, 1))))).toEqual([
      { path: "requests.100000", message: "requests: row 100,001 is one too many; give at most 100,000 requests" },
    ]);
    expect(call(trace(Array.from({ length: 100_000 }, () => at(0, 1)))).json.offered).toBe(100_000);
  });

  it("a hundred faults are listed, the rest counted", () => {
    const listed = issues(trace(Array.from({ length: 400 }, () => 0)));
    expect([listed.length, listed.at(-1)!.message]).toEqual([101, "requests: 300 more faults in other rows"]);
  });

  it("a call without its conditions, each named", () => {
    expect(issues({}).map(({ path }) => path)).toEqual(["scenario", "policy", "horizonMinutes", "seed"]);
    expect(
      issues({ ...EXAMPLE_BODIES.trace, policy: "wait", horizonMinutes: 43_201, seed: 1.5, more: 1 }).map(
        ({ path }) => path,
      ),
    ).toEqual(["policy", "horizonMinutes", "seed", "more"]);
    expect(
      issues({
        ...EXAMPLE_BODIES.trace,
        scenario: { workloads: [{ model: "o1", requests: -1, per: "minute", inputTokens: 1 }] },
      }).map(({ path }) => path),
    ).toEqual(["scenario.workloads.0.requests"]);
    expect(issues([]).map(({ path }) => path)).toEqual([""]);
  });

  it("a trace without a standard workload, and more than 2,000,000 generated requests", () => {
    const batch = { workloads: [{ model: "o1", serviceTier: "batch", requests: 1, per: "minute", inputTokens: 1 }] };
    expect(issues({ ...EXAMPLE_BODIES.trace, scenario: batch }).map(({ path }) => path)).toEqual([
      "scenario.workloads",
    ]);
    const { requests: _, ...generated } = {
      ...EXAMPLE_BODIES.trace,
      scenario: { workloads: [{ model: "o1", requests: 30_000, per: "minute", inputTokens: 1 }] },
      horizonMinutes: 67,
    };
    expect(issues(generated)).toEqual([
      {
        path: "horizonMinutes",
        message:
          "horizonMinutes: 67 brings about 2010000 requests; give a horizon or a rate that brings at most 2000000",
      },
    ]);
    expect(call({ ...generated, horizonMinutes: 60 }).status).toBe(200);
    expect(call({ ...generated, scenario: batch }).json).toMatchObject({
      offered: 0,
      waitMs: { mean: null, max: null },
      lastAdmittedMs: null,
      pools: [],
    });
  });

  it("a body that is no JSON, no UTF-8 or over 16 MiB", async () => {
    expect(call('{"seed": NaN}').status).toBe(400);
    expect(simulateByBody({ bytes: Uint8Array.of(0xff) }).status).toBe(400);
    const long = await readBody(
      new Blob([new Uint8Array(MOST_SIMULATE_BYTES + 1)]).stream(),
      null,
      MOST_SIMULATE_BYTES,
    );
    expect(simulateByBody(long).status).toBe(413);
    expect(simulateByBody(body(EXAMPLE_BODIES.trace), "?seed=1").status).toBe(422);
  });
});

describe("generated traffic", () => {
  const steady = { ...limited(1000, 1_000_000), horizonMinutes: 60 };
  const scenario = {
    ...steady.scenario,
    workloads: [{ ...steady.scenario.workloads[0]!, requests: 120, arrivals: "steady" }],
  };

  it("steady, is as many as the rate says, each minute", () => {
    const { offered, perMinute } = call({ ...steady, scenario }).json;
    expect(offered).toBe(7200);
    expect(new Set(perMinute.map((minute) => minute.offered))).toEqual(new Set([120]));
  });

  it("is one answer to a seed, and another to another", () => {
    const poisson = {
      ...steady,
      scenario: { ...scenario, workloads: [{ ...scenario.workloads[0]!, arrivals: "poisson" }] },
    };
    const [one, same, other] = [7, 7, -7].map((seed) => simulateByBody(body({ ...poisson, seed })).body);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it("runs billed retries like requests, and each model in its own pool", () => {
    const two = {
      ...scenario,
      workloads: [
        { ...scenario.workloads[0]!, retryShare: 0.5 },
        { ...scenario.workloads[0]!, model: "o1-2024-12-17" },
        { ...scenario.workloads[0]!, serviceTier: "batch" },
      ],
    };
    const { offered, pools } = call({ ...steady, scenario: two }).json;
    expect([offered, ...pools.map((each) => [each.pool, each.offered])]).toEqual([
      18_000,
      ["mine", 10_800],
      ["o1", 7200],
    ]);
  });

  it("says what a reader must know of its workloads", () => {
    const free = { ...EXAMPLE_BODIES.trace.scenario, usageTier: "free" };
    expect(call({ ...EXAMPLE_BODIES.trace, scenario: free }).json.notes.map(({ code }) => code)).toEqual([
      "tier-not-supported",
      "model-retired",
    ]);
  });
});
