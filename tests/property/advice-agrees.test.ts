import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findModel, isEnding } from "@/lib/catalogue";
import { adviceOf, compareModels, type CompareRow } from "@/lib/compare";
import { toNumber } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import { scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";

const waits = (tier: string) => tier === "batch" || tier === "flex";

/** The rule in full: every row is judged, and the cheapest at the lowest tier is looked for among all. */
function slowMove(scenario: Scenario, mayWait: boolean) {
  const isAsked = scenario.workloads.some(
    ({ model, reasoningTokens }) => reasoningTokens > 0 && findModel(model)?.reasons !== false,
  );
  const rows = compareModels(scenario).filter(({ model, serviceTier, reasons, perMonth }) => {
    const known = findModel(model);
    const stays = !known || !isEnding(known, scenario.asOf);
    return perMonth && stays && !(isAsked && reasons === false) && (mayWait || !waits(serviceTier));
  });
  const month = ({ perMonth }: CompareRow) => toNumber(perMonth!);
  const least = (some: readonly CompareRow[]) => Math.min(...some.map(month));
  const fitting = rows.filter(({ fits }) => fits);
  if (fitting.length > 0) return { usageTier: scenario.usageTier, usd: least(fitting) };
  const elsewhere = rows.filter(({ minimumUsageTier }) => minimumUsageTier !== null);
  if (elsewhere.length === 0) return null;
  const usageTier = Math.min(...elsewhere.map(({ minimumUsageTier }) => minimumUsageTier!));
  return { usageTier, usd: least(elsewhere.filter(({ minimumUsageTier }) => minimumUsageTier === usageTier)) };
}

describe("what to move to", () => {
  it("is what a search through every row finds, though few are judged", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const allWait = scenario.workloads.every(({ serviceTier }) => waits(serviceTier));
        const { cheapest, ifWaiting } = adviceOf({ ...scenario });
        const told = (move: typeof cheapest) =>
          move && { usageTier: move.usageTier, usd: toNumber(move.row.perMonth!) };
        expect(told(cheapest)).toEqual(slowMove(scenario, allWait));
        const anyhow = slowMove(scenario, true);
        if (ifWaiting) expect([waits(ifWaiting.row.serviceTier), told(ifWaiting)]).toEqual([true, anyhow]);
        else expect(told(cheapest)).toEqual(anyhow);
      }),
      runs(100),
    );
  });
});
