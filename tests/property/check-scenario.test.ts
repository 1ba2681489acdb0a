import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkScenario } from "@/lib/scenario";
import { scenarioSchema } from "@/lib/scenario/schema";
import { invalidScenarioArbitrary, scenarioArbitrary } from "../support/arbitrary/scenario";
import { runs } from "../support/make/runs";

describe("the check of a scenario", () => {
  it("gives back what it read, unchanged when read again", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (body) => {
        const checked = checkScenario(body);
        expect(checked).toHaveProperty("scenario");
        expect(checkScenario("scenario" in checked && checked.scenario)).toStrictEqual(checked);
      }),
      runs(400),
    );
  });

  it("names every fault with its place", () => {
    fc.assert(
      fc.property(invalidScenarioArbitrary(), ({ body, path }) => {
        const checked = checkScenario(body);
        expect("issues" in checked && checked.issues.map((issue) => issue.path)).toContain(path);
      }),
      runs(500),
    );
  });

  it("accepts any JSON exactly where the schema does", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          scenarioArbitrary(),
          invalidScenarioArbitrary().map(({ body }) => body),
        ),
        (body) => {
          expect(scenarioSchema.safeParse(body).success).toBe("scenario" in checkScenario(body));
        },
      ),
      runs(300),
    );
  });
});
