import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkScenario } from "@/lib/scenario";
import { parseScenario } from "@/lib/scenario/schema";
import { invalidScenarioArbitrary, scenarioArbitrary } from "../support/arbitrary/scenario";
import { runs } from "../support/make/runs";

describe("the hand check and the schema", () => {
  it("read the same scenario out of every valid one, key for key", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (body) => {
        const byHand = checkScenario(body);
        expect(byHand).toHaveProperty("scenario");
        expect(JSON.stringify(parseScenario(body))).toBe(JSON.stringify(byHand));
        expect(parseScenario(body)).toStrictEqual(byHand);
      }),
      runs(1000),
    );
  });

  it("name the same faults in the same words", () => {
    fc.assert(
      fc.property(invalidScenarioArbitrary(), ({ body, path }) => {
        const byHand = checkScenario(body);
        expect(parseScenario(body)).toStrictEqual(byHand);
        expect("issues" in byHand && byHand.issues.map((issue) => issue.path)).toContain(path);
      }),
      runs(1500),
    );
  });

  it("agree on any JSON at all", () => {
    const keys = fc.constantFrom(
      "workloads",
      "modelOverrides",
      "model",
      "requests",
      "per",
      "inputTokens",
      "price",
      "limits",
      "title",
      "policy",
      "seed",
      "shape",
      "backlog",
      "total",
      "__proto__",
      "constructor",
    );
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, true, 0, -0, 1, 1e13, "", "o1-mini", "minute", "free"),
        fc.double(),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("value"), { maxLength: 4 }),
      object: fc.dictionary(keys, tie("value"), { maxKeys: 6 }),
    })).value;
    fc.assert(
      fc.property(anything, (value) => {
        const body: unknown = JSON.parse(JSON.stringify(value));
        expect(parseScenario(body)).toStrictEqual(checkScenario(body));
      }),
      runs(1500),
    );
  });
});
