import type { TableField, FieldTable, NumberKind, RecordKind } from "./kinds";

type Presence = TableField["presence"];

/** The values that stand for absent fields, of every field of this presence. */
type Absent<F, P extends Presence> = {
  readonly [K in keyof F as F[K] extends { presence: P } ? K : never]: F[K] extends { otherwise: infer V } ? V : never;
};

/**
 * What stands for the fields of an object that are absent: of those that are filled in, or of those that are
 * implied.
 */
export function absentValues<F extends FieldTable, P extends "filled" | "implied">(
  { fields }: RecordKind<F>,
  presence: P,
): Absent<F, P> {
  const of = Object.entries(fields).filter(([, field]) => field.presence === presence);
  return Object.fromEntries(of.map(([name, field]) => [name, (field as { otherwise?: unknown }).otherwise])) as Absent<
    F,
    P
  >;
}

/** Every number of an object with its rule. */
type NumberRules<F> = {
  readonly [K in keyof F as F[K] extends NumberKind ? K : never]: F[K] extends NumberKind<infer R> ? R : never;
};

/** The rule of every number of an object, by field. */
export function numberRules<F extends FieldTable>({ fields }: RecordKind<F>): NumberRules<F> {
  const numbers = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "number" ? [[name, field.rule]] : [],
  );
  return Object.fromEntries(numbers) as NumberRules<F>;
}
