import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { toEstimateJson } from "@/lib/api";
import { estimate } from "@/lib/estimate";
import { decodeLink, encodeLink } from "@/lib/link";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { scenarioArbitrary, type ScenarioJson } from "../support/arbitrary/scenario";
import { runs } from "../support/make/runs";
import { slowEstimate } from "../support/oracle/estimate";

vi.mock("@/lib/catalogue", async (original) =>
  (await import("../support/make/long-model")).withLongModel(await original<typeof import("@/lib/catalogue")>()),
);
vi.mock("../support/oracle/facts", async (original) =>
  (await import("../support/make/long-model")).withSlowLongModel(
    await original<typeof import("../support/oracle/facts")>(),
  ),
);

function complete(body: ScenarioJson): Scenario {
  const checked = checkScenario(body);
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

describe("a model with every kind of price and limit", () => {
  it("has the same estimate in the engine and in a slow one in plain fractions: each amount, limit, verdict and note", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(scenarioArbitrary(), (body) => {
        const scenario = complete(body);
        const {
          link: _link,
          catalogue: _catalogue,
          variants: _variants,
          notes,
          ...rest
        } = JSON.parse(JSON.stringify(toEstimateJson(estimate(scenario)))) as ReturnType<typeof toEstimateJson>;
        expect({ ...rest, notes: notes.map(({ message: _message, ...note }) => note) }).toStrictEqual(
          slowEstimate(body),
        );
        for (const { code } of notes) seen.add(code);
        for (const { lineItems } of rest.cost.workloads) for (const { item } of lineItems) seen.add(item);
        expect(decodeLink(encodeLink(scenario).slice(1))).toStrictEqual({ scenario, faults: [] });
      }),
      runs(80),
    );
    for (const found of [
      "long-context",
      "cache-write-not-priced",
      "rpd-exceeded",
      "tpd-exceeded",
      "cache-write",
      "cached-input",
      "cache-lifetime-not-offered",
      "web-search",
      "file-search",
    ])
      expect(seen).toContain(found);
  });
});
