import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { estimate } from "@/lib/estimate";
import { checkScenario } from "@/lib/scenario";
import { scenarioArbitrary, type ScenarioJson } from "../support/arbitrary/scenario";
import { runs } from "../support/make/runs";
import { slowEstimate } from "../support/oracle/estimate";

/** What the API answers, as it reads after a trip through JSON, without what the slow engine does not say. */
function answered(body: ScenarioJson) {
  const checked = checkScenario(body);
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  const {
    link: _link,
    catalogue: _catalogue,
    notes,
    ...rest
  } = JSON.parse(JSON.stringify(toEstimateJson(estimate(checked.scenario)))) as ReturnType<typeof toEstimateJson>;
  return { ...rest, notes: notes.map(({ message: _message, ...note }) => note) };
}

describe("the engine and a slow one in plain fractions", () => {
  it("give the same estimate of every scenario: each amount, count, limit, ratio, verdict and note, to the last digit", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (body) => {
        expect(answered(body)).toStrictEqual(slowEstimate(body));
      }),
      runs(1100),
    );
  }, 120_000);
});
