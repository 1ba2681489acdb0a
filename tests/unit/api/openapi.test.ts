import { existsSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareByLink, FAILURES, openapi, openapiDocument, toEstimateJson } from "@/lib/api";
import {
  catalogueModelSchema,
  catalogueSchema,
  compareSchema,
  rangeSchema,
  errorSchema,
  estimateSchema,
  forecastSchema,
  simulationSchema,
  simulateRequestSchema,
} from "@/lib/api/schema";
import { estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { checkScenario, NUMBERS } from "@/lib/scenario";
import { scenarioSchema } from "@/lib/scenario/schema";
import { scenarioArbitrary } from "../../support/arbitrary/scenario";
import { scenarios } from "../../support/make/checked";
import { runs } from "../../support/make/runs";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

interface Json {
  [key: string]: Json;
}
const document = JSON.parse(openapi().body!) as Json;
const schemas = {
  Scenario: scenarioSchema,
  Estimate: estimateSchema,
  Comparison: compareSchema,
  Forecast: forecastSchema,
  Range: rangeSchema,
  Error: errorSchema,
  Catalogue: catalogueSchema,
  CatalogueModel: catalogueModelSchema,
  SimulateRequest: simulateRequestSchema,
  Simulation: simulationSchema,
};

describe("the OpenAPI document", () => {
  it("is of version 3.1 and lists every call there is, each with its route", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(Object.entries(document.paths!).map(([path, methods]) => [path, Object.keys(methods)])).toEqual([
      ["/api/v1/estimate", ["get", "post"]],
      ["/api/v1/compare", ["get", "post"]],
      ["/api/v1/forecast", ["get", "post"]],
      ["/api/v1/range", ["post"]],
      ["/api/v1/simulate", ["post"]],
      ["/api/v1/models", ["get"]],
      ["/api/v1/models/{id}", ["get"]],
      ["/api/v1/openapi.json", ["get"]],
    ]);
    for (const path of Object.keys(document.paths!))
      expect(existsSync(`app${path.replace("{id}", "[id]")}/route.ts`)).toBe(true);
  });

  it("refers to nothing it does not hold, and holds nothing of a schema library", () => {
    const text = JSON.stringify(document);
    const refs = new Set(text.match(/(?<="\$ref":")[^"]+/g));
    for (const ref of refs)
      expect(Object.keys(document.components!.schemas!)).toContain(ref.replace("#/components/schemas/", ""));
    expect(refs.size).toBeGreaterThan(15);
    expect(text).not.toMatch(/\$defs|\$schema|~standard|"id":"[A-Z]/);
  });

  it("gives examples that its own schemas accept, of every status", () => {
    const statuses = new Set<string>();
    for (const path of Object.values(document.paths!)) {
      for (const { requestBody, responses } of Object.values(path)) {
        for (const [status, { content }] of [
          ...Object.entries(responses!),
          ...(requestBody ? [["request", requestBody] as const] : []),
        ]) {
          statuses.add(status);
          const { schema, example } = content!["application/json"]!;
          const name = schema!.$ref === undefined ? "" : String(schema!.$ref).replace("#/components/schemas/", "");
          if (example !== undefined)
            expect(schemas[name as keyof typeof schemas].safeParse(example).success).toBe(true);
        }
      }
    }
    expect([...statuses].sort()).toEqual(["200", "400", "404", "413", "422", "503", "request"]);
    for (const [status, { answer }] of Object.entries(FAILURES)) expect(answer().status).toBe(Number(status));
  });

  it("says of each number what the table of fields says", () => {
    const { Workload, Scenario, Backlog, OwnLimits, ModelOverride, Growth } = openapiDocument().components.schemas;
    for (const [field, rule] of Object.entries(NUMBERS)) {
      const schema = [Workload, Scenario, Backlog, OwnLimits, ModelOverride, Growth]
        .map((holder) => holder!.properties?.[field])
        .find(Boolean);
      const { above, min, max, integer } = { above: undefined, min: undefined, integer: false, ...rule };
      expect(schema).toMatchObject({
        maximum: max,
        type: integer ? "integer" : "number",
        ...(above === undefined ? { minimum: min } : { exclusiveMinimum: above }),
      });
    }
  });

  it("tells what a request may leave out from what an answer never does", () => {
    const { Workload, CompleteWorkload, Scenario, CompleteScenario, ModelOverride } =
      openapiDocument().components.schemas;
    expect(Workload!.required).toEqual(["model", "requests", "per", "inputTokens"]);
    expect(Scenario!.required).toEqual(["workloads"]);
    expect(CompleteWorkload!.required).toEqual([
      "name",
      "model",
      "serviceTier",
      "requests",
      "per",
      "peakToMean",
      "inputTokens",
      "cachedInputTokens",
      "visibleOutputTokens",
      "reasoningTokens",
      "retryShare",
    ]);
    expect(CompleteScenario!.required).toEqual([
      "title",
      "asOf",
      "usageTier",
      "tokenAccounting",
      "rpmWindowSeconds",
      "batchTurnaroundHours",
      "modelOverrides",
      "workloads",
    ]);
    expect(ModelOverride!.required).toEqual(["model"]);
  });
});

describe("the schema of an estimate", () => {
  it("accepts every estimate, and gives it back as it was", () => {
    fc.assert(
      fc.property(scenarioArbitrary(), (body) => {
        const checked = checkScenario(body);
        if (!("scenario" in checked)) return;
        const json = toEstimateJson(estimate(checked.scenario));
        expect(estimateSchema.parse(json)).toStrictEqual(json);
      }),
      runs(150),
    );
  });

  it("of a comparison accepts every one, and gives it back as it was", () => {
    fc.assert(
      fc.property(scenarios(), (scenario) => {
        const json = JSON.parse(compareByLink(encodeLink(scenario).slice(1)).body!) as object;
        expect(compareSchema.parse(json)).toStrictEqual(json);
      }),
      runs(20),
    );
  });

  it("refuses a number where a decimal string stands, and a field nobody knows", () => {
    const json = toEstimateJson(estimate(O1_MINI_EXAMPLE));
    expect(estimateSchema.safeParse({ ...json, cost: { ...json.cost, perMonthUsd: 36_111.58 } }).success).toBe(false);
    expect(estimateSchema.safeParse({ ...json, total: 1 }).success).toBe(false);
  });
});
