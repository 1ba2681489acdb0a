import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { NOTE_SEVERITY, type NoteCode } from "@/lib/estimate";
import { estimateOf } from "../../support/make/checked";
import { slowEstimate } from "../../support/oracle/estimate";

// Every note of an estimate on its threshold: one under, exact, one over. Rooms that a case is not about are made wide.

const calm = { model: "o3-mini", requests: 1, per: "month", inputTokens: 2000, maxCompletionTokens: 50_000 };
const one = (own: object, rest: object = {}) => ({
  asOf: "2026-01-15",
  usageTier: 5,
  ...rest,
  workloads: [{ ...calm, ...own }],
});
/** Requests of one million input tokens at a dollar a million. */
const dollars = (requests: number, rest: object = {}) => ({
  usageTier: 1,
  modelOverrides: [{ model: "own", price: { input: "1", output: "0" }, limits: { rpm: 1e9, tpm: 1e12 } }],
  ...rest,
  workloads: [{ model: "own", requests, per: "month", inputTokens: 1e6, maxCompletionTokens: 1 }],
});

interface Rows {
  readonly path: string;
  /** What is varied, and in which steps. */
  readonly of: string;
  readonly body: (value: never) => object;
  readonly without: readonly unknown[];
  readonly having: readonly unknown[];
}

const rows = <T>(
  path: string,
  of: string,
  body: (value: T) => object,
  without: readonly T[],
  having: readonly T[],
): Rows => ({ path, of, body, without, having });

/** Large requests need a model that has rules for them, and one note is of simulations only. */
type Elsewhere = "exceeds-max-input" | "long-context" | "long-context-limits" | "daily-limit-not-simulated";

const THRESHOLDS: Readonly<Record<Exclude<NoteCode, Elsewhere>, readonly Rows[]>> = {
  "no-price": [
    rows(
      "workloads.0.model",
      "the day, at o1-mini’s first price",
      (asOf: string) => one({ model: "o1-mini" }, { asOf }),
      ["2024-09-13", "2024-09-12"],
      ["2024-09-11"],
    ),
    rows(
      "workloads.0.model",
      "the day, at o1’s first price",
      (asOf: string) => one({ model: "o1" }, { asOf }),
      ["2024-12-17"],
      ["2024-12-16"],
    ),
    rows(
      "workloads.0.model",
      "the day, at o3-mini’s first price",
      (asOf: string) => one({}, { asOf }),
      ["2025-01-31"],
      ["2025-01-30"],
    ),
    rows(
      "workloads.0.model",
      "batch prices of one’s own: both, or none",
      (price: object) =>
        one(
          { model: "own", serviceTier: "batch" },
          { modelOverrides: [{ model: "own", price: { input: "1", output: "1", ...price } }] },
        ),
      [{ batchInput: "0", batchOutput: "0" }],
      [{}, { batchInput: "1" }, { batchOutput: "1" }],
    ),
  ],
  "tier-not-supported": [
    rows(
      "workloads.0.model",
      "the usage tier",
      (usageTier: "free" | number) => one({}, { usageTier }),
      [1, 5],
      ["free"],
    ),
  ],
  "request-exceeds-tpm": [
    rows(
      "workloads.0",
      "the cap, of 30,000 tokens a minute less 2,000 input",
      (maxCompletionTokens: number) => one({ model: "o1", maxCompletionTokens }, { usageTier: 1 }),
      [27_999, 28_000],
      [28_001],
    ),
    rows(
      "workloads.0",
      "the cap, the larger of the two",
      (maxCompletionTokens: number) =>
        one({ model: "o1", maxCompletionTokens }, { usageTier: 1, tokenAccounting: "larger-of" }),
      [29_999, 30_000],
      [30_001],
    ),
    rows(
      "workloads.0",
      "the input by actual use",
      (inputTokens: number) =>
        one({ model: "o1", inputTokens, visibleOutputTokens: 1 }, { usageTier: 1, tokenAccounting: "actual" }),
      [29_998.999, 29_999],
      [29_999.001],
    ),
    rows(
      "workloads.0",
      "the input without a cap",
      (inputTokens: number) =>
        one({ model: "o1", inputTokens, visibleOutputTokens: 1, maxCompletionTokens: undefined }, { usageTier: 1 }),
      [29_998, 29_999],
      [29_999.001, 30_000],
    ),
    rows(
      "workloads.0",
      "the service tier: batch is not charged against it",
      (serviceTier: string) => one({ model: "o1", serviceTier, inputTokens: 40_000 }, { usageTier: 1 }),
      ["batch"],
      ["standard"],
    ),
  ],
  "exceeds-context": [
    rows(
      "workloads.0",
      "the input beside 60,000 output, of a window of 200,000",
      (inputTokens: number) => one({ inputTokens, visibleOutputTokens: 20_000, reasoningTokens: 40_000 }),
      [139_999, 140_000],
      [140_000.001, 140_001],
    ),
  ],
  "exceeds-max-output": [
    rows(
      "workloads.0",
      "reasoning beside 35,536 visible, of o1-mini’s 65,536",
      (reasoningTokens: number) => one({ model: "o1-mini", visibleOutputTokens: 35_536, reasoningTokens }),
      [29_999, 30_000],
      [30_000.001, 30_001],
    ),
    rows(
      "workloads.0",
      "visible output, of o3-mini’s 100,000",
      (visibleOutputTokens: number) => one({ visibleOutputTokens }),
      [99_999, 100_000],
      [100_001],
    ),
  ],
  "rpm-exceeded": [
    rows(
      "limits.o3-mini.rpm",
      "requests a minute at a peak of 2.5, of 1,000",
      (requests: number) =>
        one({ requests, per: "minute", peakToMean: 2.5, inputTokens: 1, maxCompletionTokens: 1 }, { usageTier: 1 }),
      [399.999, 400],
      [400.001],
    ),
    rows(
      "limits.o3-mini.rpm",
      "billed retries of 500 a minute",
      (retryShare: number) =>
        one({ requests: 500, per: "minute", retryShare, inputTokens: 1, maxCompletionTokens: 1 }, { usageTier: 1 }),
      [0.999, 1],
      [1.001],
    ),
  ],
  "tpm-exceeded": [
    rows(
      "limits.o1-mini.tpm",
      "requests a minute of 5,000 charged, of 200,000",
      (requests: number) =>
        one(
          { model: "o1-mini", requests, per: "minute", inputTokens: 3000, maxCompletionTokens: 2000 },
          { usageTier: 1 },
        ),
      [39.999, 40],
      [40.001, 41],
    ),
  ],
  "rpd-exceeded": [
    rows(
      "limits.o3-mini.rpd",
      "requests a day, of 10,000 of one’s own",
      (requests: number) =>
        one(
          { requests, per: "day", peakToMean: 9 },
          { modelOverrides: [{ model: "o3-mini", limits: { rpd: 10_000 } }] },
        ),
      [9999.999, 10_000],
      [10_000.001],
    ),
    rows(
      "limits.o3-mini.rpd",
      "billed retries of 5,000 a day, in flex",
      (retryShare: number) =>
        one(
          { serviceTier: "flex", requests: 5000, per: "day", retryShare },
          { modelOverrides: [{ model: "o3-mini", limits: { rpd: 10_000 } }] },
        ),
      [0.999, 1],
      [1.001],
    ),
    rows(
      "limits.o3-mini.rpd",
      "the service tier: batch does not count",
      (serviceTier: string) =>
        one({ serviceTier, requests: 2, per: "day" }, { modelOverrides: [{ model: "o3-mini", limits: { rpd: 1 } }] }),
      ["batch"],
      ["standard", "flex", "priority"],
    ),
  ],
  "tpd-exceeded": [
    rows(
      "limits.o3-mini.tpd",
      "the cap of ten requests a day of 2,000 input, of 100,000",
      (maxCompletionTokens: number) =>
        one(
          { requests: 10, per: "day", maxCompletionTokens },
          { modelOverrides: [{ model: "o3-mini", limits: { tpd: 100_000 } }] },
        ),
      [7999, 8000],
      [8001],
    ),
  ],
  "cache-write-not-priced": [
    rows(
      "workloads.0.cacheWriteTokens",
      "tokens written",
      (cacheWriteTokens: number) => one({ cacheWriteTokens }),
      [0],
      [0.001, 1],
    ),
    rows(
      "workloads.0.cacheWriteTokens",
      "a price of one’s own",
      (price: object) =>
        one(
          { cacheWriteTokens: 1500 },
          { modelOverrides: [{ model: "o3-mini", price: { input: "1", output: "1", ...price } }] },
        ),
      [{ cacheWrite: "0" }],
      [{}],
    ),
  ],
  "cache-lifetime-not-offered": [
    rows(
      "workloads.0.cacheLifetime",
      "how long writes stay",
      (cacheLifetime: string) => one({ cacheLifetime }),
      ["default"],
      ["12h"],
    ),
    rows(
      "workloads.0.cacheLifetime",
      "the model",
      (model: string) => one({ model, cacheLifetime: "12h" }, { asOf: "2026-11-27" }),
      ["gpt-6.1-terra", "gpt-6.2-astra"],
      ["o3-mini"],
    ),
    rows(
      "workloads.0.cacheLifetime",
      "a price of one’s own on a model that offers them",
      (modelOverrides: object[]) =>
        one({ model: "gpt-6.1-terra", cacheLifetime: "12h" }, { asOf: "2026-11-27", modelOverrides }),
      [[], [{ model: "gpt-6.1-terra", limits: { rpm: 1e9 } }]],
      [[{ model: "gpt-6.1-terra", price: { input: "1", cacheWrite: "2.5", output: "5" } }]],
    ),
  ],
  "batch-queue-exceeded": [
    rows(
      "limits.o1.batch-queue",
      "requests a day of 1,000 input held for 24 hours, of 90,000",
      (requests: number) =>
        one({ model: "o1", serviceTier: "batch", requests, per: "day", inputTokens: 1000 }, { usageTier: 1 }),
      [89, 90],
      [90.001, 91],
    ),
    rows(
      "limits.o1.batch-queue",
      "hours of turnaround of 10 requests an hour of 1,000",
      (batchTurnaroundHours: number) =>
        one(
          { model: "o1", serviceTier: "batch", requests: 10, per: "hour", inputTokens: 1000 },
          { usageTier: 1, batchTurnaroundHours },
        ),
      [8, 9],
      [9.001, 10],
    ),
  ],
  "usage-limit-exceeded": [
    rows(
      "limits.account.monthly-usage",
      "dollars a month, of tier 1’s 100",
      (requests: number) => dollars(requests),
      [99, 100],
      [100.001, 101],
    ),
    rows(
      "limits.account.monthly-usage",
      "dollars a month, of a limit of one’s own",
      (requests: number) => dollars(requests, { monthlyUsageLimitUsd: "7.5" }),
      [7.499, 7.5],
      [7.501],
    ),
  ],
  "output-exceeds-cap": [
    rows(
      "workloads.0.maxCompletionTokens",
      "reasoning beside 400 visible, of a cap of 1,000",
      (reasoningTokens: number) => one({ visibleOutputTokens: 400, reasoningTokens, maxCompletionTokens: 1000 }),
      [599, 600],
      [600.001, 601],
    ),
  ],
  "cap-exceeds-max-output": [
    rows(
      "workloads.0.maxCompletionTokens",
      "the cap, of o1-mini’s 65,536",
      (maxCompletionTokens: number) => one({ model: "o1-mini", maxCompletionTokens }),
      [65_535, 65_536],
      [65_537],
    ),
    rows(
      "workloads.0.maxCompletionTokens",
      "the cap, of o3-mini’s 100,000",
      (maxCompletionTokens: number) => one({ maxCompletionTokens }),
      [99_999, 100_000],
      [100_001],
    ),
  ],
  "cached-ignored-in-batch": [
    rows(
      "workloads.0.cachedInputTokens",
      "cached tokens",
      (cachedInputTokens: number) => one({ serviceTier: "batch", cachedInputTokens }),
      [0],
      [0.001, 1],
    ),
  ],
  "cached-not-offered": [
    rows(
      "workloads.0.cachedInputTokens",
      "the day, at the first day of prompt caching",
      (asOf: string) => one({ model: "o1-mini", cachedInputTokens: 1500 }, { asOf }),
      ["2024-10-02", "2024-10-01"],
      ["2024-09-30"],
    ),
    rows(
      "workloads.0.cachedInputTokens",
      "cached tokens on the day before",
      (cachedInputTokens: number) => one({ model: "o1-mini", cachedInputTokens }, { asOf: "2024-09-30" }),
      [0],
      [0.001, 1],
    ),
    rows(
      "workloads.0.cachedInputTokens",
      "a cached price of one’s own",
      (price: object) =>
        one(
          { cachedInputTokens: 1500 },
          { modelOverrides: [{ model: "o3-mini", price: { input: "1", output: "1", ...price } }] },
        ),
      [{ cachedInput: "0" }],
      [{}],
    ),
  ],
  "cached-below-1024": [
    rows(
      "workloads.0.cachedInputTokens",
      "input tokens",
      (inputTokens: number) => one({ inputTokens, cachedInputTokens: 512 }),
      [1025, 1024],
      [1023.999, 1023],
    ),
    rows(
      "workloads.0.cachedInputTokens",
      "cached tokens of an input of 1,000",
      (cachedInputTokens: number) => one({ inputTokens: 1000, cachedInputTokens }),
      [0],
      [0.001, 1000],
    ),
  ],
  "batch-queue-unpublished": [
    rows(
      "limits.o1-mini.batch-queue",
      "the usage tier",
      (usageTier: number) => one({ model: "o1-mini", serviceTier: "batch" }, { usageTier }),
      [3, 4, 5],
      [1, 2],
    ),
    rows(
      "limits.o1-mini.batch-queue",
      "a queue of one’s own at tier 2",
      (limits: object) =>
        one(
          { model: "o1-mini", serviceTier: "batch" },
          { usageTier: 2, modelOverrides: [{ model: "o1-mini", limits }] },
        ),
      [{ batchQueueTokens: 0.001 }],
      [{ rpm: 1 }],
    ),
  ],
  "model-retired": [
    rows(
      "workloads.0.model",
      "the day, of o1-mini",
      (asOf: string) => one({ model: "o1-mini" }, { asOf }),
      ["2025-10-25", "2025-10-26"],
      ["2025-10-27", "2025-10-28"],
    ),
    rows(
      "workloads.0.model",
      "the day, of o1",
      (asOf: string) => one({ model: "o1" }, { asOf }),
      ["2026-10-22"],
      ["2026-10-23"],
    ),
    rows(
      "workloads.0.model",
      "the day, of o3-mini",
      (asOf: string) => one({}, { asOf }),
      ["2026-10-22"],
      ["2026-10-23"],
    ),
  ],
  "limit-unpublished": [
    rows(
      "limits.own.tpm",
      "tokens a minute of one’s own",
      (limits: object) => one({ model: "own" }, { modelOverrides: [{ model: "own", limits: { rpm: 1, ...limits } }] }),
      [{ tpm: 0.001 }, { tpm: 1e12 }],
      [{}, { batchQueueTokens: 1 }],
    ),
    rows(
      "limits.own.rpm",
      "the usage tier: of Free another note says it",
      (usageTier: "free" | number) =>
        one({ model: "own" }, { usageTier, modelOverrides: [{ model: "own", limits: { tpm: 1 } }] }),
      ["free"],
      [1, 5],
    ),
    rows(
      "limits.own.rpm",
      "the service tier: batch has no requests a minute",
      (serviceTier: string) =>
        one({ model: "own", serviceTier }, { modelOverrides: [{ model: "own", limits: { tpm: 1 } }] }),
      ["batch"],
      ["standard", "flex", "priority"],
    ),
  ],
  "model-retires": [
    rows(
      "workloads.0.model",
      "the day, of o3-mini: twelve months before its end, that day included, until the day before it",
      (asOf: string) => one({}, { asOf }),
      ["2025-10-22", "2026-10-23"],
      ["2025-10-23", "2026-10-22"],
    ),
    rows(
      "workloads.0.model",
      "the day, of gpt-5",
      (asOf: string) => one({ model: "gpt-5" }, { asOf }),
      ["2025-12-10", "2026-12-11"],
      ["2025-12-11", "2026-11-27", "2026-12-10"],
    ),
    rows(
      "workloads.0.model",
      "the model: no end of it is known",
      (model: string) => one({ model }, { asOf: "2026-11-27", modelOverrides: [{ model: "own", limits: { rpm: 1 } }] }),
      ["gpt-6.1-terra", "own"],
      ["gpt-5", "gpt-5-2025-08-07", "gpt-4o-mini"],
    ),
  ],
  "reasoning-not-supported": [
    rows(
      "workloads.0.reasoningTokens",
      "reasoning tokens on gpt-4o-mini",
      (reasoningTokens: number) => one({ model: "gpt-4o-mini", reasoningTokens }),
      [0],
      [0.001, 900],
    ),
    rows(
      "workloads.0.reasoningTokens",
      "the model: of one’s own it is not known",
      (model: string) =>
        one({ model, reasoningTokens: 900 }, { modelOverrides: [{ model: "own", limits: { rpm: 1 } }] }),
      ["gpt-5", "o3-mini", "own"],
      ["gpt-4o-mini", "gpt-4o-mini-2024-07-18"],
    ),
  ],
  "writes-by-default": [
    rows(
      "workloads.0.cacheWriteTokens",
      "input tokens",
      (inputTokens: number) => one({ model: "gpt-6.1-terra", inputTokens }, { asOf: "2026-11-27" }),
      [1023, 1023.999],
      [1024, 300_000],
    ),
    rows(
      "workloads.0.cacheWriteTokens",
      "cached tokens of 2,000: a token is left to write, or none",
      (cachedInputTokens: number) => one({ model: "gpt-6.1-terra", cachedInputTokens }, { asOf: "2026-11-27" }),
      [2000],
      [0, 1999.999],
    ),
    rows(
      "workloads.0.cacheWriteTokens",
      "tokens written, as entered",
      (cacheWriteTokens: number) => one({ model: "gpt-6.1-terra", cacheWriteTokens }, { asOf: "2026-11-27" }),
      [0.001, 2000],
      [0],
    ),
    rows(
      "workloads.0.cacheWriteTokens",
      "the service tier, each with a price of its own",
      (serviceTier: string) => one({ model: "gpt-6.2-astra", serviceTier }, { asOf: "2026-11-27" }),
      ["flex"],
      ["standard", "batch", "priority"],
    ),
    rows(
      "workloads.0.cacheWriteTokens",
      "a price of one’s own: writes that cost no more than input need no word",
      (price: object) =>
        one(
          { model: "gpt-6.1-terra" },
          {
            asOf: "2026-11-27",
            modelOverrides: [{ model: "gpt-6.1-terra", price: { input: "1", output: "5", ...price } }],
          },
        ),
      [{}, { cacheWrite: "1" }],
      [{ cacheWrite: "1.000001" }],
    ),
    rows(
      "workloads.0.cacheWriteTokens",
      "the model: of one’s own its mode is not known, and gpt-5 writes nothing",
      (model: string) =>
        one(
          { model },
          {
            asOf: "2026-11-27",
            modelOverrides: [{ model: "own", price: { input: "1", output: "5", cacheWrite: "2" } }],
          },
        ),
      ["gpt-5", "own"],
      ["gpt-6.1-terra"],
    ),
  ],
  "budget-exceeded": [
    rows(
      "monthlyBudgetUsd",
      "dollars a month, of a budget of 12.10",
      (requests: number) => dollars(requests, { monthlyBudgetUsd: "12.10" }),
      [12.099, 12.1],
      [12.101],
    ),
  ],
  "charge-assumed": [
    rows(
      "workloads.0",
      "the cap, or none",
      (maxCompletionTokens: number | undefined) => one({ maxCompletionTokens }),
      [1, 1e12],
      [undefined],
    ),
    rows(
      "workloads.0",
      "the service tier, without a cap",
      (serviceTier: string) => one({ serviceTier, maxCompletionTokens: undefined }),
      ["batch"],
      ["standard"],
    ),
  ],
  "support-disputed": [
    rows(
      "workloads.0.serviceTier",
      "the model in batch",
      (model: string) => one({ model, serviceTier: "batch" }),
      ["o1", "o3-mini"],
      ["o1-mini", "o1-mini-2024-09-12"],
    ),
  ],
};

const withoutUndefined = (body: object) => JSON.parse(JSON.stringify(body)) as object;

describe.each(Object.entries(THRESHOLDS) as [keyof typeof THRESHOLDS, readonly Rows[]][])("%s", (code, tables) => {
  describe.each(tables)("by $of", ({ path, body, without, having }) => {
    const cases = [
      ...without.map((value) => [value, false] as const),
      ...having.map((value) => [value, true] as const),
    ];
    it.each(cases)("%j: %s", (value, expected) => {
      const given = withoutUndefined(body(value as never));
      const found = toEstimateJson(estimateOf(given)).notes.filter((note) => note.code === code);
      expect(found.map((note) => [note.path, note.severity])).toEqual(expected ? [[path, NOTE_SEVERITY[code]]] : []);
      expect(
        slowEstimate(given)
          .notes.filter((note) => note.code === code)
          .map((note) => note.path),
      ).toEqual(expected ? [path] : []);
    });
  });
});
