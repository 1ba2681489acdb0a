import { z } from "zod";
import { catalogueModelSchema, catalogueSchema } from "./catalogue-calls";
import { compareSchema } from "./compare-schema";
import { forecastSchema } from "./forecast-schema";
import { errorSchema, estimateSchema } from "./estimate-schema";
import { rangeSchema } from "./range-schema";
import { simulationSchema } from "./simulate/answer-schema";
import { simulateRequestSchema } from "./simulate/request-schema";

/** A JSON Schema as the schema library writes it. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Where the document keeps its schemas. */
export const ROOT = "#/components/schemas/";

/**
 * Every schema of the API by name, as JSON Schema. Where an answer always holds what a request may leave out,
 * the answer's schema is named `Complete…`.
 */
export function jsonSchemas(): Record<string, JsonSchema> {
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
  for (const schema of [
    estimateSchema,
    compareSchema,
    forecastSchema,
    rangeSchema,
    simulationSchema,
    catalogueSchema,
    catalogueModelSchema,
    errorSchema,
  ])
    hoist(schema, "output");
  return JSON.parse(JSON.stringify(found).replaceAll('"#/$defs/', `"${ROOT}`)) as Record<string, JsonSchema>;
}
