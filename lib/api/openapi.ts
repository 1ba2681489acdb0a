import { PART_KEYS, SCENARIO_KEYS } from "@/lib/link";
import { EXAMPLE, MOST } from "@/lib/scenario";
import { okLasting, type Answer } from "./answer";
import {
  comparisonExample,
  estimateExample,
  EXAMPLE_GROWTH,
  EXAMPLE_BODIES,
  EXAMPLE_LINK,
  failureExample,
  FAILURES,
  forecastExample,
  rangeExample,
  simulationExample,
} from "./examples";
import { jsonSchemas, ROOT, type JsonSchema } from "./json-schemas";

const ref = (name: string) => ({ $ref: `${ROOT}${name}` });
const json = (name: string, example?: unknown) => ({
  "application/json": { schema: ref(name), ...(example !== undefined && { example }) },
});

const failure = (status: keyof typeof FAILURES) => ({
  description: FAILURES[status].meaning,
  content: json("Error", failureExample(status)),
});
const errors = (...statuses: (keyof typeof FAILURES)[]) =>
  Object.fromEntries(statuses.map((status) => [status, failure(status)]));

const formatParameter = {
  name: "format",
  in: "query",
  description: "`csv` for the bill alone, one row a line item. Without it the Accept header decides.",
  schema: { type: "string", enum: ["json", "csv"], default: "json" },
};
const estimated = () => {
  const { json: example, csv } = estimateExample();
  const content = { ...json("Estimate", example), "text/csv": { schema: { type: "string" }, example: csv } };
  return { description: "The estimate.", content };
};
const simulated = () => ({
  description: "What became of the traffic.",
  content: json("Simulation", simulationExample()),
});

const compared = () => ({
  description: "The scenario on every model and in every service tier.",
  content: json("Comparison", comparisonExample()),
});
const foretold = () => ({
  description: "The months.",
  content: json("Forecast", forecastExample()),
});
const ranged = () => ({ description: "What ranges make of the month.", content: json("Range", rangeExample()) });
const workloadParameter = {
  name: "workload",
  in: "query",
  description: "The place of the one workload that moves, from 0; the others stay as they are. Without it all move.",
  schema: { type: "integer", minimum: 0, maximum: MOST.workloads - 1 },
};

const EXAMPLE_QUERY = new URLSearchParams(EXAMPLE_LINK.slice(2));

/** A list of the link's query: one key, given once for each item. */
function listParameter(name: string, description: string, least: number, most: number) {
  const example = EXAMPLE_QUERY.getAll(name);
  return {
    name,
    in: "query",
    required: least > 0,
    description,
    schema: { type: "array", items: { type: "string" }, minItems: least, maxItems: most },
    style: "form",
    explode: true,
    ...(example.length > 0 && { example }),
  };
}

const linkParameters = (scenarioFields: Record<string, JsonSchema>) => [
  {
    name: "v",
    in: "query",
    required: true,
    description: "Version of the grammar.",
    schema: { type: "string", const: "1" },
    example: "1",
  },
  ...SCENARIO_KEYS.map(([key, field]) => ({
    name: key,
    in: "query",
    schema: scenarioFields[field]!,
    ...(EXAMPLE_QUERY.has(key) && { example: EXAMPLE[field] }),
  })),
  ...(["backlog", "growth"] as const).map((part) => ({
    name: PART_KEYS[part],
    in: "query",
    description: `The scenario’s ${part}, in the grammar of links.`,
    schema: { type: "string" },
  })),
  listParameter(
    PART_KEYS.modelOverrides,
    "Your own facts on one model, in the grammar of links.",
    0,
    MOST.modelOverrides,
  ),
  listParameter(PART_KEYS.workloads, "A workload, in the grammar of links.", 1, MOST.workloads),
  listParameter(PART_KEYS.variants, "A variant of the scenario, in the grammar of links.", 0, MOST.variants),
];

function build() {
  const schemas = jsonSchemas();
  const parameters = linkParameters(schemas["Scenario"]!.properties as Record<string, JsonSchema>);
  return {
    openapi: "3.1.0",
    info: {
      title: "Headroom",
      version: "1",
      summary: "What an OpenAI workload costs and whether it fits its rate limits.",
      description:
        "The engine of the planner. No state, no key. Amounts are decimal strings from exact arithmetic. Every address also answers HEAD like GET, and OPTIONS; any other method is answered as MethodNotAllowed.",
    },
    servers: [{ url: "/" }],
    paths: {
      "/api/v1/estimate": {
        get: {
          operationId: "estimateByLink",
          summary: "The estimate of a link",
          description:
            "Takes the query of a planner link as it is. Strict: anything that cannot be read or is unknown is a 422 that lists every fault.",
          parameters: [...parameters, formatParameter],
          responses: { 200: estimated(), ...errors(422) },
        },
        post: {
          operationId: "estimate",
          summary: "The estimate of a scenario",
          parameters: [formatParameter],
          requestBody: { required: true, content: json("Scenario", EXAMPLE) },
          responses: { 200: estimated(), ...errors(400, 413, 422) },
        },
      },
      "/api/v1/compare": {
        get: {
          operationId: "compareByLink",
          summary: "The scenario of a link on every model",
          description: "Takes the query of a link, strictly, and `workload` beside it.",
          parameters: [...parameters, workloadParameter],
          responses: { 200: compared(), ...errors(422, 503) },
        },
        post: {
          operationId: "compare",
          summary: "A scenario on every model",
          parameters: [workloadParameter],
          requestBody: { required: true, content: json("Scenario", EXAMPLE) },
          responses: { 200: compared(), ...errors(400, 413, 422, 503) },
        },
      },
      "/api/v1/forecast": {
        get: {
          operationId: "forecastByLink",
          summary: "The months of a link with growth",
          description: "Takes the query of a link, strictly. A link without growth is a 422.",
          parameters,
          responses: { 200: foretold(), ...errors(422) },
        },
        post: {
          operationId: "forecast",
          summary: "A scenario month by month",
          requestBody: { required: true, content: json("Scenario", EXAMPLE_GROWTH) },
          responses: { 200: foretold(), ...errors(400, 413, 422) },
        },
      },
      "/api/v1/range": {
        post: {
          operationId: "range",
          summary: "How sure a month is",
          description:
            "Fields whose mean is a range, each log-normal and independent: quantiles of cost and headroom, the share of cases that fit each usage tier, and what each range decides.",
          requestBody: { required: true, content: json("Scenario", EXAMPLE_BODIES.ranges) },
          responses: { 200: ranged(), ...errors(400, 413, 422, 503) },
        },
      },
      "/api/v1/simulate": {
        post: {
          operationId: "simulate",
          summary: "Traffic under limits",
          description:
            "Uneven traffic against the buckets of each model: of the scenario itself, or a trace of real requests on the pool of its first standard workload. At most 2,000,000 generated requests, 100,000 given ones.",
          requestBody: { required: true, content: json("SimulateRequest", EXAMPLE_BODIES.trace) },
          responses: { 200: simulated(), ...errors(400, 413, 422, 503) },
        },
      },
      "/api/v1/models": {
        get: {
          operationId: "models",
          summary: "The catalogue",
          description: "Every model and usage tier, each fact with its source and the day it was checked.",
          responses: { 200: { description: "The catalogue.", content: json("Catalogue") } },
        },
      },
      "/api/v1/models/{id}": {
        get: {
          operationId: "model",
          summary: "One model",
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              description: "A catalogue id or snapshot.",
              schema: { type: "string" },
              example: "o1-mini",
            },
          ],
          responses: { 200: { description: "The model.", content: json("CatalogueModel") }, ...errors(404) },
        },
      },
      "/api/v1/openapi.json": {
        get: {
          operationId: "openapi",
          summary: "This document",
          responses: {
            200: { description: "OpenAPI 3.1.", content: { "application/json": { schema: { type: "object" } } } },
          },
        },
      },
    },
    components: { schemas, responses: { MethodNotAllowed: failure(405) } },
  };
}

let document: ReturnType<typeof build> | undefined;

/** The API as OpenAPI 3.1, with examples that its own calls answered. Built once, on the first call. */
export function openapiDocument(): ReturnType<typeof build> {
  return (document ??= build());
}

let answer: Answer | undefined;

/** `GET /api/v1/openapi.json`. */
export function openapi(): Answer {
  return (answer ??= okLasting(openapiDocument()));
}
