import { z } from "zod";
import { describeKind, readLeaf } from "./accept";
import type { TableField, FieldTable, LeafKind, ListKind, NumberKind, RecordKind, RecordOf } from "./kinds";

/**
 * What a field means: a sentence; of an object its schema; of a list the schema of its items and a sentence.
 */
type Meaning<K> =
  K extends ListKind<FieldTable>
    ? { readonly items: z.ZodType; readonly meaning: string }
    : K extends RecordKind<FieldTable>
      ? z.ZodType
      : string;

/** The meaning of every field of an object. */
export type Meanings<F> = { readonly [K in keyof F]: Meaning<F[K]> };

const DECIMAL_PATTERN = "^(0|[1-9][0-9]{0,12})(\\.[0-9]{1,12})?$";

/** The ends of a rule in the words of JSON Schema. */
const bounds = ({ rule }: NumberKind) => ({
  ...(rule.integer && { type: "integer" as const }),
  ...(rule.above === undefined ? { minimum: rule.min } : { exclusiveMinimum: rule.above }),
  maximum: rule.max,
});

/** The type of a value without fields, and what JSON Schema can say of it. */
function leafForm(kind: LeafKind, meaning: string): { readonly type: z.ZodType; readonly meta: z.core.GlobalMeta } {
  switch (kind.kind) {
    case "number": {
      const grid = kind.rule.integer ? "A whole number." : "At most three decimals.";
      return { type: z.number(), meta: { description: `${meaning} ${grid}`, ...bounds(kind) } };
    }
    case "text": {
      const description = `${meaning} At most ${kind.most} code points.`;
      return { type: z.string(), meta: { description, maxLength: kind.most } };
    }
    case "choice": {
      const values = [...kind.values, ...Object.keys(kind.readAs)] as [string, ...string[]];
      const type = kind.values.every((value) => typeof value === "string") ? z.enum(values) : z.literal(values);
      return { type, meta: { description: meaning } };
    }
    case "ends": {
      const description = `${meaning} Low and high, 0 < low < high, at most three decimals.`;
      return { type: z.array(z.number()), meta: { description, minItems: 2, maxItems: 2 } };
    }
    case "open":
      return { type: z.record(z.string(), z.unknown()), meta: { description: meaning } };
    case "flag":
      return { type: z.boolean(), meta: { description: meaning } };
    case "decimal":
      return { type: z.string(), meta: { description: meaning, pattern: DECIMAL_PATTERN } };
    case "day":
      return { type: z.string(), meta: { description: meaning, format: "date" } };
    case "id":
      return { type: z.string(), meta: { description: meaning, pattern: kind.pattern.source } };
  }
}

/** A list of another length is refused whole, without a look at its items. */
function listSchema(field: TableField & ListKind, { items, meaning }: Meaning<ListKind>): z.ZodType {
  const { least: minItems, most: maxItems } = field;
  // Behind a pipe a schema forgets its default, which a request is still to be told.
  const isDefault = field.presence === "filled" && { default: field.otherwise };
  const list = z.array(items).meta({ description: meaning, minItems, maxItems, ...isDefault });
  return z.preprocess((value, context) => {
    if (!Array.isArray(value) || (value.length >= minItems && value.length <= maxItems)) return value;
    context.addIssue({ code: "custom", input: value, message: describeKind(field) });
    return z.NEVER;
  }, list);
}

function kindSchema(field: TableField, meaning: Meaning<TableField>): z.ZodType {
  if (field.kind === "record") return meaning as z.ZodType;
  if (field.kind === "list") return listSchema(field, meaning as Meaning<ListKind>);
  const { type, meta } = leafForm(field, meaning as string);
  return type.refine((value) => readLeaf(field, value) !== undefined).meta(meta);
}

function fieldSchema(field: TableField, meaning: Meaning<TableField>): z.ZodType {
  const schema = kindSchema(field, meaning);
  if (field.presence === "required") return schema;
  return field.presence === "filled" ? schema.default(field.otherwise) : schema.exactOptional();
}

/**
 * The schema of an object of the table, for JSON Schema and for answers that hold one. It accepts what
 * `checkRecord` accepts; messages and the canonical form are `checkRecord`'s alone.
 */
export function recordSchema<F extends FieldTable>(
  { fields, rules }: RecordKind<F>,
  about: { readonly id: string; readonly description: string },
  meanings: Meanings<F>,
): z.ZodType<RecordOf<F>> {
  const shape = Object.entries(fields).map(([name, field]) => [
    name,
    fieldSchema(field, (meanings as Record<string, Meaning<TableField>>)[name]!),
  ]);
  return z
    .strictObject(Object.fromEntries(shape) as Record<string, z.ZodType>)
    .superRefine((value, context) => {
      for (const { path, message } of rules.flatMap((rule) => rule(value, value)))
        context.addIssue({ code: "custom", path: path.split("."), message });
    })
    .meta(about) as unknown as z.ZodType<RecordOf<F>>;
}
