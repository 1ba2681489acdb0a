import { z } from "zod";
import { encodeLink, OVERRIDE_KEY, SCENARIO_KEYS, WORKLOAD_KEY } from "@/lib/link";
import { EXAMPLE } from "@/lib/scenario";
import { simulateRequestSchema } from "@/lib/simulation/schema";
import { notAllowed, ok, type Answer } from "./answer";
import { catalogueModelSchema, catalogueSchema, oneModel } from "./catalogue-calls";
import { estimateByBody, estimateByLink } from "./estimate-calls";
import { errorSchema, estimateSchema } from "./estimate-schema";
import { simulateByBody } from "./simulate-calls";
import { simulationSchema } from "./simulate-schema";

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const ROOT = "#/components/schemas/";

/** Schemas by name, as JSON Schema; those of answers that differ from what a request may leave out are named `Complete…`. */
function components(): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  const hoist = (schema: z.ZodType, io: "input" | "output") => {
    const { $defs = {} } = z.toJSONSchema(schema, { io });
    const clash = (name: string) => name in found && JSON.stringify(found[name]) !== JSON.stringify($defs[name]);
    const renamed = new Map(Object.keys($defs).map((name) => [name, clash(name) ? `Complete${name}` : name]));
    const raw = Object.fromEntries(Object.entries($defs).map(([name, definition]) => [renamed.get(name)!, definition]));
    Object.assign(
      found,
      JSON.parse(
        JSON.stringify(raw).replace(/"#\/\$defs\/(\w+)"/g, (_, name: string) => `"#/$defs/${renamed.get(name)}"`),
      ),
    );
  };
  hoist(simulateRequestSchema, "input");
  for (const schema of [estimateSchema, simulationSchema, catalogueSchema, catalogueModelSchema, errorSchema])
    hoist(schema, "output");
  return JSON.parse(JSON.stringify(found).replaceAll('"#/$defs/', `"${ROOT}`)) as Record<string, JsonSchema>;
}

const ref = (name: string) => ({ $ref: `${ROOT}${name}` });
const json = (name: string, example?: unknown) => ({
  "application/json": { schema: ref(name), ...(example !== undefined && { example }) },
});
const bodyOf = ({ body }: Answer): unknown => JSON.parse(body!);

/** The link of the worked example. */
export const EXAMPLE_LINK = encodeLink(EXAMPLE);
/** A trace of three requests that meets a limit: the numbers of a published 429 message. */
export const EXAMPLE_TRACE = {
  scenario: { usageTier: 1, workloads: [{ model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000 }] },
  policy: "queue",
  horizonMinutes: 1,
  seed: 1,
  requests: [
    { atMs: 0, inputTokens: 160_000, outputTokens: 2960 },
    { atMs: 0, inputTokens: 40_000, outputTokens: 2288 },
    { atMs: 30_000, inputTokens: 1500, outputTokens: 1200 },
  ],
};
const simulated = () => ({
  description: "What became of the traffic.",
  content: json("Simulation", bodyOf(simulateByBody(text(JSON.stringify(EXAMPLE_TRACE))))),
});
/** A body with two faults. */
export const FAULTY_BODY =
  '{"workloads": [{"model": "o1-mini", "requests": "120", "per": "minute", "inputTokens": 1500, "colour": "red"}]}';

const text = (bytes: string) => ({ bytes: new TextEncoder().encode(bytes) });

/** Every way to fail, each with an answer that a call really gives. */
export const FAILURES = {
  400: { meaning: "The body is not JSON.", answer: () => estimateByBody(text('{"workloads": ['), "", null) },
  404: { meaning: "There is no such call, or the catalogue has no such model.", answer: () => oneModel("gpt-99") },
  405: {
    meaning: "The address has no such method; the Allow header names those it has.",
    answer: () => notAllowed("PUT", ["GET", "HEAD", "OPTIONS", "POST"]),
  },
  413: {
    meaning: "The body is longer than 1 MiB; of a simulation, than 16 MiB.",
    answer: () => estimateByBody({ refused: "too-large", begun: false }, "", null),
  },
  422: {
    meaning: "The query or the JSON is not a valid scenario; every fault is listed.",
    answer: () => estimateByBody(text(FAULTY_BODY), "", null),
  },
} as const;
const failure = (status: keyof typeof FAILURES) => ({
  description: FAILURES[status].meaning,
  content: json("Error", bodyOf(FAILURES[status].answer())),
});
const errors = (...statuses: (keyof typeof FAILURES)[]) =>
  Object.fromEntries(statuses.map((status) => [status, failure(status)]));

const formatParameter = {
  name: "format",
  in: "query",
  description: "`csv` for the bill alone, one row a line item. Without it the Accept header decides.",
  schema: { type: "string", enum: ["json", "csv"], default: "json" },
};
const exampleCall = (more = "") => estimateByLink(`${EXAMPLE_LINK.slice(1)}${more}`, null);
const estimated = () => ({
  description: "The estimate.",
  content: {
    ...json("Estimate", bodyOf(exampleCall())),
    "text/csv": { schema: { type: "string" }, example: exampleCall("&format=csv").body },
  },
});

const EXAMPLE_QUERY = new URLSearchParams(EXAMPLE_LINK.slice(2));

/** A list of the link's query: one key, given once for each item. */
function listParameter(name: string, description: string, least: number) {
  const example = EXAMPLE_QUERY.getAll(name);
  return {
    name,
    in: "query",
    required: least > 0,
    description,
    schema: { type: "array", items: { type: "string" }, minItems: least, maxItems: 20 },
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
  listParameter(OVERRIDE_KEY, "Your own facts on one model, in the grammar of links.", 0),
  listParameter(WORKLOAD_KEY, "A workload, in the grammar of links.", 1),
];

function build() {
  const schemas = components();
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
      "/api/v1/simulate": {
        post: {
          operationId: "simulate",
          summary: "Traffic under limits",
          description:
            "Uneven traffic against the buckets of each model: of the scenario itself, or a trace of real requests on the pool of its first standard workload. At most 2,000,000 generated requests, 100,000 given ones.",
          requestBody: { required: true, content: json("SimulateRequest", EXAMPLE_TRACE) },
          responses: { 200: simulated(), ...errors(400, 413, 422) },
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

/** The API as OpenAPI 3.1: every schema is the one that checks requests or describes answers. Built once, when first asked for. */
export function openapiDocument(): ReturnType<typeof build> {
  return (document ??= build());
}

/** `GET /api/v1/openapi.json`. */
export function openapi(): Answer {
  return ok(openapiDocument(), true);
}
