import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBacklog, type SplitAnswer, type Split } from "@/lib/batch";
import { compare, type Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { scenarioOf } from "../support/make/checked";
import { runs } from "../support/make/runs";
import { slowBest, slowFrontier, slowSplits, type SlowSplit } from "../support/oracle/backlog";
import { fromDecimal, fromNumber, isOver, type Fraction } from "../support/oracle/fraction";

const thousandths = (min: number, max: number) => fc.integer({ min, max }).map((value) => value / 1000);
const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => (value / 100).toString());
const missing = <T>(value: fc.Arbitrary<T>, weight = 6) => fc.option(value, { nil: undefined, freq: weight });

/**
 * Small backlogs on a model of one's own, where waves, rates, prices, deadline and budget are near enough to
 * each other to matter.
 */
const small = fc
  .record({
    total: fc.integer({ min: 1, max: 60 }),
    perWave: fc.integer({ min: 0, max: 14 }),
    spare: thousandths(0, 900),
    input: fc.oneof(fc.constant(0), thousandths(1000, 90_000)),
    cached: fc.double({ min: 0, max: 1, noNaN: true }),
    visible: thousandths(0, 50_000),
    cap: missing(fc.integer({ min: 1, max: 200 }), 1),
    tokenAccounting: fc.constantFrom("prompt-plus-cap" as const, "larger-of" as const, "actual" as const),
    batchTurnaroundHours: fc.oneof(fc.constantFrom(1, 24), thousandths(1000, 24_000)),
    rpm: missing(thousandths(1, 300), 12),
    tpm: missing(fc.oneof(thousandths(1, 20_000), fc.constant(1_000_000)), 12),
    rpd: missing(thousandths(500, 60_000), 1),
    tpd: missing(fc.oneof(thousandths(1, 20_000_000), fc.constant(1_000_000_000)), 1),
    liveShare: fc.oneof(fc.constant(0), thousandths(0, 990)),
    price: missing(
      fc.record({
        input: cents(400),
        cachedInput: missing(cents(400), 1),
        output: cents(400),
        batch: missing(
          fc.oneof(fc.record({ input: cents(400), output: cents(400) }), fc.constant("the same" as const)),
          8,
        ),
      }),
      12,
    ),
    published: fc.oneof({ weight: 12, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    deadlineHours: fc.oneof(thousandths(1, 200_000), fc.integer({ min: 1, max: 200 })),
    enqueuedRequests: missing(fc.integer({ min: 1, max: 16 }), 2),
    budget: missing(
      fc.integer({ min: 0, max: 40_000 }).map((value) => (value / 1_000_000).toFixed(6)),
      4,
    ),
  })
  .map(
    ({
      perWave,
      spare,
      input,
      cached,
      batchTurnaroundHours,
      tokenAccounting,
      price,
      published,
      rpm,
      tpm,
      rpd,
      tpd,
      budget,
      enqueuedRequests,
      cap,
      visible,
      total,
      liveShare,
      deadlineHours,
    }): Scenario => {
      const queue = Math.round((input * perWave + spare * (input || 1)) * 1000) / 1000;
      const batch =
        price?.batch === "the same"
          ? { batchInput: price.input, batchOutput: price.output }
          : price?.batch && { batchInput: price.batch.input, batchOutput: price.batch.output };
      const limits = {
        ...(rpm && { rpm }),
        ...(tpm && { tpm }),
        ...(rpd && { rpd }),
        ...(tpd && { tpd }),
        ...(published && { batchQueueTokens: Math.max(0.001, queue) }),
      };
      return scenarioOf({
        batchTurnaroundHours,
        tokenAccounting,
        modelOverrides: [
          {
            model: "own",
            limits,
            ...(price && {
              price: {
                input: price.input,
                output: price.output,
                ...(price.cachedInput && { cachedInput: price.cachedInput }),
                ...batch,
              },
            }),
          },
        ],
        workloads: [{ model: "own", requests: 1, per: "minute", inputTokens: 1 }],
        backlog: {
          model: "own",
          total,
          inputTokens: input,
          cachedInputTokens: Math.floor(cached * input * 1000) / 1000,
          visibleOutputTokens: visible,
          ...(cap && { maxCompletionTokens: cap }),
          deadlineHours,
          liveShare,
          ...(budget && { budgetUsd: budget }),
          ...(enqueuedRequests && { enqueuedRequests }),
        },
      });
    },
  );

const exactly = ({ numerator, denominator }: Fraction): Exact => ({ n: numerator, d: denominator });

/**
 * Checks that the two are one split in all that counts: hours and cost, and that the engine's own number of
 * requests in batch comes to just these.
 */
function expectSame(split: Split | null, slow: SlowSplit | null, all: readonly SlowSplit[]): void {
  expect(split === null).toBe(slow === null);
  if (!split || !slow) return;
  expect(compare(split.hours, exactly(slow.hours))).toBe(0);
  if (slow.cost) expect(compare(split.cost!, exactly(slow.cost))).toBe(0);
  else expect(split.cost).toBeNull();
  const own = all.find(({ batch }) => BigInt(batch) === split.batch)!;
  expect(compare(split.hours, exactly(own.hours))).toBe(0);
  expect(split.waves).toBe(BigInt(own.waves));
  if (own.cost) expect(compare(split.cost!, exactly(own.cost))).toBe(0);
}

const split = (answer: SplitAnswer | null) => answer?.split ?? null;

describe("the planner of backlogs and a search over every split", () => {
  it("agree on each service tier alone, the earliest, the cheapest by the deadline and the earliest within the budget", () => {
    fc.assert(
      fc.property(small, (scenario) => {
        const { answers } = planBacklog(scenario).own;
        const all = slowSplits(scenario);
        const { total, deadlineHours, budgetUsd } = scenario.backlog!;
        expectSame(split(answers.batch), all.find(({ batch }) => batch === total) ?? null, all);
        expectSame(split(answers.standard), all.find(({ batch }) => batch === 0) ?? null, all);
        expectSame(split(answers.earliest), slowBest(all, "hours"), all);
        const inTime = all.filter(({ hours, cost }) => cost && !isOver(hours, fromNumber(deadlineHours)));
        expectSame(split(answers.cheapest), slowBest(inTime, "cost"), all);
        const paid =
          budgetUsd === undefined ? [] : all.filter(({ cost }) => cost && !isOver(cost, fromDecimal(budgetUsd)));
        expectSame(split(answers["within-budget"]), slowBest(paid, "hours"), all);
      }),
      runs(600),
    );
  });

  it("agree on the whole frontier of cost against time", () => {
    fc.assert(
      fc.property(small, (scenario) => {
        const all = slowSplits(scenario);
        const { frontier } = planBacklog(scenario);
        const known = all.every(({ cost }) => cost);
        const slow = known ? slowFrontier(all) : [];
        expect(frontier).toHaveLength(slow.length);
        frontier.forEach((point, index) => expectSame(point, slow[index]!, all));
      }),
      runs(500),
    );
  });

  it("agree on why there is no split", () => {
    fc.assert(
      fc.property(small, (scenario) => {
        const { answers } = planBacklog(scenario).own;
        const all = slowSplits(scenario);
        const { deadlineHours, budgetUsd } = scenario.backlog!;
        if (!answers.cheapest.split) {
          const last = answers.cheapest.reasons.at(-1)!;
          const inTime = all.filter(({ hours }) => !isOver(hours, fromNumber(deadlineHours)));
          expect(last.code).toBe(all.length === 0 ? "closed" : inTime.length === 0 ? "deadline-missed" : "no-price");
          if (last.code === "deadline-missed") expectSame(last.earliest, slowBest(all, "hours"), all);
          if (last.code === "no-price") expectSame(last.earliest, slowBest(inTime, "hours"), all);
        }
        if (answers["within-budget"] && !answers["within-budget"].split) {
          const [last] = answers["within-budget"].reasons.slice(-1);
          const priced = all.filter(({ cost }) => cost);
          expect(last!.code).toBe(all.length === 0 ? "closed" : priced.length === 0 ? "no-price" : "budget-too-small");
          if (last!.code === "budget-too-small") expectSame(last!.least, slowBest(priced, "cost"), all);
        }
        expect(answers["within-budget"] === null).toBe(budgetUsd === undefined);
      }),
      runs(400),
    );
  });
});
