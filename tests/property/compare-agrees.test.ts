import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCompareRowJson } from "@/lib/api";
import { compareModels, type CompareRow, scenarioOn } from "@/lib/compare";
import { estimate } from "@/lib/estimate";
import { compare } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { scenarioArbitrary } from "../support/arbitrary/scenario";
import { scenarioOf } from "../support/make/checked";
import { runs } from "../support/make/runs";
import { CATALOGUE, EMBEDDINGS } from "../support/oracle/facts";
import { slowRow } from "../support/oracle/compare";

/** Valid scenarios, all workloads or one of them, and where among the rows a check begins. */
const compared = () =>
  fc.tuple(scenarioArbitrary(), fc.option(fc.nat({ max: 19 })), fc.nat({ max: 17 })).map(([body, place, first]) => {
    const scenario = scenarioOf(body);
    return { body, scenario, workload: place === null ? null : place % scenario.workloads.length, first };
  });

/** What the bare estimate says of the scenario of a row. */
function bareRow(scenario: Scenario, { model, serviceTier }: CompareRow, workload: number | null) {
  const { cost, fit, notes } = estimate(scenarioOn(scenario, { model, serviceTier }, workload));
  return {
    perMonth: cost.perMonth,
    fits: fit.fits,
    bindsFirst: fit.bindsFirst,
    scaleAtLimit: fit.scaleAtLimit,
    rates: fit.rates,
    minimumUsageTier: fit.minimumUsageTier,
    isTierOpen:
      fit.minimumUsageTier === null && fit.tiers.some(({ usageTier, fits }) => usageTier !== "free" && fits === null),
    codes: [...new Set(notes.map(({ code }) => code))],
  };
}

/** The models that the slow engine knows whole. */
const ORACLE_IDS: ReadonlySet<string> = new Set([...CATALOGUE, ...EMBEDDINGS].map(({ id }) => id));

/** Fits before open before not. */
const RANKS: readonly (boolean | null)[] = [true, null, false];

/** Fits, cannot be told, does not; then cost, unknown last; then id, then service tier. */
function expectInOrder(rows: readonly CompareRow[]): void {
  rows.slice(1).forEach((next, index) => {
    const row = rows[index]!;
    const [rank, nextRank] = [RANKS.indexOf(row.fits), RANKS.indexOf(next.fits)];
    if (rank > nextRank) expect(rank).toBeLessThanOrEqual(nextRank);
    if (rank < nextRank) return;
    if (row.perMonth === null && next.perMonth !== null) expect(next.perMonth).toBeNull();
    const cost = row.perMonth && next.perMonth ? compare(row.perMonth, next.perMonth) : row.perMonth ? -1 : 0;
    if (cost > 0) expect(cost).toBeLessThanOrEqual(0);
    if (cost < 0) return;
    if (row.model > next.model || (row.model === next.model && row.serviceTier === next.serviceTier))
      expect.fail(`${row.model} ${row.serviceTier} before ${next.model} ${next.serviceTier}`);
  });
}

describe("a row of Compare", () => {
  it("is the estimate of the scenario with that model and service tier, and nothing else; in total order", () => {
    fc.assert(
      fc.property(compared(), ({ scenario, workload, first }) => {
        const rows = compareModels(scenario, workload);
        expectInOrder(rows);
        rows.forEach((row, index) => {
          if (index % 18 !== first) return;
          const { model: _model, serviceTier: _tier, retires: _day, isTierOpen, ...own } = row;
          const { reasons: _reasons, contextWindow: _window, ...said } = own;
          const codes = said.codes.filter((code) => code !== "reasoning-dropped");
          expect({ ...said, codes, isTierOpen }).toStrictEqual(bareRow(scenario, row, workload));
        });
      }),
      runs(1000),
    );
  });

  it("is what a slow engine in plain fractions says of it; asked again, the same in the same place", () => {
    fc.assert(
      fc.property(compared(), ({ body, scenario, workload, first }) => {
        const rows = compareModels(scenario, workload);
        expect(compareModels(scenario, workload)).toStrictEqual(rows);
        const known = rows.filter(
          ({ model }) => ORACLE_IDS.has(model) || scenario.modelOverrides.some((own) => own.model === model),
        );
        known.forEach((row, index) => {
          if (index % 18 !== first) return;
          const { model, serviceTier } = row;
          expect(JSON.parse(JSON.stringify(toCompareRowJson(row)))).toStrictEqual(
            slowRow(body, model, serviceTier, workload),
          );
        });
      }),
      runs(80),
    );
  });
});
