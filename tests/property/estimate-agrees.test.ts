import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { estimate } from "@/lib/estimate";
import { checkScenario } from "@/lib/scenario";
import { applyVariant } from "@/lib/scenario/variants";
import { grown } from "../support/arbitrary/grown";
import { plainScenario } from "../support/arbitrary/plain-scenario";
import { scenarioArbitrary, type ScenarioJson } from "../support/arbitrary/scenario";
import { runs } from "../support/make/runs";
import { slowEstimate } from "../support/oracle/estimate";
import { slowVariants } from "../support/oracle/variants";

type Answered = ReturnType<typeof toEstimateJson>;

function answerOf(body: ScenarioJson): Answered {
  const checked = checkScenario(body);
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return JSON.parse(JSON.stringify(toEstimateJson(estimate(checked.scenario)))) as Answered;
}

/** An answer without what the slow engine does not say. */
function figuresOf({ link: _link, catalogue: _catalogue, notes, ...rest }: Omit<Answered, "variants">) {
  return { ...rest, notes: notes.map(({ message: _message, ...note }) => note) };
}

/** What the API answers, as it reads after a trip through JSON, its variants left out. */
function answered(body: ScenarioJson) {
  const { variants: _, ...own } = answerOf(body);
  return figuresOf(own);
}

describe("the engine and a slow one in plain fractions", () => {
  it("give the same estimate of every scenario: each amount, count, limit, ratio, verdict and note, to the last digit", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (body) => {
        expect(answered(body)).toStrictEqual(slowEstimate(body));
      }),
      runs(400),
    );
  });

  it("give the same of every variant, and of the difference it makes", () => {
    const width = { mostWorkloads: 4, mostOverrides: 2, numbers: "modest" } as const;
    fc.assert(
      fc.property(grown(plainScenario(width)), (body) => {
        const { scenario, variants = [] } = answerOf(body);
        expect(
          variants.map(({ differs: _, ...variant }) => ({ ...variant, estimate: figuresOf(variant.estimate) })),
        ).toStrictEqual(slowVariants(body));
        for (const { differs, estimate: own } of variants) {
          const changes = Object.fromEntries(differs.map(({ path, variant }) => [path, variant]));
          expect(applyVariant(scenario, { changes })).toEqual(own.scenario);
          for (const { base, variant } of differs) expect(variant).not.toEqual(base);
        }
      }),
      runs(25),
    );
  });
});
