import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/estimate";
import { toNumber } from "@/lib/money";
import { rangeOf, type Quantiles } from "@/lib/ranges";
import type { Scenario, Workload } from "@/lib/scenario";
import { RANGE_FIELDS, type RangeField } from "@/lib/scenario/ranges";
import { scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";

/** The narrowest range around a number: all its cases are the number, near enough. */
const narrow = (value: number) => [value, value * (1 + 1e-12)] as const;

/** The scenario with every field that may be a range, and is not 0, one around its own number. */
function narrowed(scenario: Scenario): Scenario {
  const around = (workload: Workload): Workload => {
    const fields = RANGE_FIELDS.filter((field) => workload[field] > 0);
    return { ...workload, ranges: Object.fromEntries(fields.map((field) => [field, narrow(workload[field])])) };
  };
  return { ...scenario, workloads: scenario.workloads.map(around) };
}

/** Every quantile at the value, or none where there is none. */
function expectAll(quantiles: Quantiles | null, value: number | null) {
  if (value === null) return expect(quantiles).toBeNull();
  for (const one of Object.values(quantiles!)) expect(Math.abs(Number(one) - value)).toBeLessThanOrEqual(1e-9 * value);
}

/** Whether some threshold is so near to a number that a range around it lies on both sides. */
const isOnEdge = ({ scenario, limits }: ReturnType<typeof estimate>) =>
  limits.some(({ utilisation }) => utilisation !== null && Math.abs(utilisation - 1) < 1e-8) ||
  scenario.workloads.some(({ inputTokens }) => [128_000, 200_000, 272_000].includes(inputTokens));

describe("cases on doubles and the exact engine", () => {
  it("agree on cost, headroom and every verdict where all ranges are a point", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const exact = estimate(scenario);
        fc.pre(!isOnEdge(exact));
        const range = rangeOf(narrowed(scenario));
        expectAll(range.perMonthUsd, exact.cost.perMonth && toNumber(exact.cost.perMonth));
        expectAll(range.scaleAtLimit, exact.fit.scaleAtLimit);
        const shares = exact.fit.tiers.map(({ fits }) => (fits === null ? null : Number(fits)));
        expect(range.fitShare.map(({ share }) => share)).toStrictEqual(shares);
      }),
      runs(15),
    );
  });

  it("order p10 ≤ p50 ≤ p90, shares within 0 and 1, and drivers by their swing", () => {
    const ends = fc.tuple(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.double({ min: 1.01, max: 30, noNaN: true }));
    const wide = fc.record(
      Object.fromEntries(RANGE_FIELDS.map((field) => [field, ends])) as Record<RangeField, typeof ends>,
    );
    fc.assert(
      fc.property(scenarios(), wide, (scenario, factors) => {
        const ranged = (workload: Workload): Workload => {
          const fields = RANGE_FIELDS.filter((field) => workload[field] > 0);
          const range = (field: RangeField) => factors[field].map((factor) => workload[field] * factor);
          return { ...workload, ranges: Object.fromEntries(fields.map((field) => [field, range(field)])) };
        };
        const result = rangeOf({ ...scenario, workloads: scenario.workloads.map(ranged) });
        for (const quantiles of [result.perMonthUsd, result.scaleAtLimit]) {
          if (!quantiles) continue;
          expect(quantiles.p10).toBeLessThanOrEqual(quantiles.p50);
          expect(quantiles.p50).toBeLessThanOrEqual(quantiles.p90);
          expect(Number.isFinite(quantiles.p10 + quantiles.p90)).toBe(true);
        }
        const shares = [...result.fitShare, ...result.binds].map(({ share }) => share);
        for (const share of shares) if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
        // Unknown ones last.
        const swings = result.drivers.map(({ costLow, costHigh }) =>
          costLow && costHigh ? Math.abs(toNumber(costHigh) - toNumber(costLow)) : -1,
        );
        swings.slice(1).forEach((swing, n) => expect(swing - swings[n]!).toBeLessThanOrEqual(Math.abs(swing) * 1e-9));
      }),
      runs(8),
    );
  });
});
