import { LARGEST } from "@/lib/fields";
import { formatNumber } from "@/lib/view/text";
import { ROOT, type JsonSchema } from "./json-schemas";
import { openapiDocument } from "./openapi";

/** A type in words, with the names of other tables in it. */
type TypeText = readonly (string | { readonly table: string })[];

/** A field of an object as a table shows it. */
interface FieldRow {
  readonly name: string;
  readonly type: TypeText;
  /** What a request may leave out, and what then stands; `required` where it may not. */
  readonly absent: string;
  readonly meaning: string;
}

/** The fields of one object that the API takes or gives. */
interface SchemaTable {
  readonly name: string;
  readonly meaning: string;
  readonly fields: readonly FieldRow[];
}

const MOST_LISTED = 8;

/** A number and its ends, without the ends that every number has. */
function numberText({ type, minimum, exclusiveMinimum, maximum = LARGEST }: JsonSchema): string {
  const kind = type === "integer" ? "whole number" : "number";
  const to = maximum < LARGEST ? ` to ${formatNumber(maximum)}` : "";
  if (typeof exclusiveMinimum === "number") return `${kind} above ${exclusiveMinimum}${to}`;
  return minimum === undefined ? kind : `${kind} from ${minimum}${to}`;
}

/** The end of the meaning of every number; a table says it once for all. */
const EVERY_NUMBER = / (At most three decimals|A whole number)\.$/;

/** A string by its form. */
function textKind({ format, pattern = "" }: JsonSchema): string {
  if (format === "date" || pattern.startsWith("^\\d{4}-")) return "day, YYYY-MM-DD";
  if (/\\d\+|\[0-9\]\{0,12\}|\\d\{0,11\}/.test(pattern)) return "decimal string";
  return format === "uri" ? "address" : "text";
}

/** The type of a value in words; a schema with a name of its own is named by it. */
function typeOf(schema: JsonSchema): TypeText {
  if (schema.$ref) return [{ table: schema.$ref.slice(ROOT.length) }];
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum)
    return schema.enum.length > MOST_LISTED
      ? [`one of ${schema.enum.length} codes`]
      : [schema.enum.map((value) => JSON.stringify(value)).join(", ")];
  if (schema.anyOf)
    return schema.anyOf.flatMap((one, index) => [...(index > 0 ? [", or "] : []), ...typeOf(one as JsonSchema)]);
  const types = schema.type as string | readonly string[] | undefined;
  if (Array.isArray(types))
    return (types as string[]).flatMap((type, index) => [
      ...(index > 0 ? [", or "] : []),
      ...typeOf({ type } as JsonSchema),
    ]);
  switch (types) {
    case "array":
      return ["list of ", ...typeOf(schema.items as JsonSchema)];
    case "number":
    case "integer":
      return [numberText(schema)];
    case "boolean":
      return ["true or false"];
    case "string":
      return [textKind(schema)];
    case "object":
      return [schema.properties ? `{${Object.keys(schema.properties).join(", ")}}` : "object by id"];
    default:
      return ["null"];
  }
}

/** What a request may leave out, and what then takes its place. */
function absentOf(schema: JsonSchema, required: boolean): string {
  if (required) return "required";
  return schema.default === undefined ? "may be absent" : JSON.stringify(schema.default);
}

/** A table of the fields of each of these schemas, with the schemas' own descriptions. */
export function schemaTables(names: readonly string[]): SchemaTable[] {
  const { schemas } = openapiDocument().components;
  return names.map((name) => {
    const { description = "", properties = {}, required = [] } = schemas[name]!;
    return {
      name,
      meaning: description,
      fields: Object.entries(properties as Record<string, JsonSchema>).map(([field, schema]) => ({
        name: field,
        type: typeOf(schema),
        absent: absentOf(schema, required.includes(field)),
        meaning: (
          schema.description ?? (schema.$ref ? (schemas[schema.$ref.slice(ROOT.length)]!.description ?? "") : "")
        ).replace(EVERY_NUMBER, ""),
      })),
    };
  });
}
