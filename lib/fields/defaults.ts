import type { Field, Fields, NumberKind, RecordKind } from "./kinds";

type Presence = Field["presence"];

/** The values that stand for absent fields, of every field of this presence. */
type Absent<F, P extends Presence> = {
  readonly [K in keyof F as F[K] extends { presence: P } ? K : never]: F[K] extends { otherwise: infer V } ? V : never;
};

/**
 * What stands for the fields of an object that are absent: of those that are filled in, or of those that are
 * implied.
 */
export function absentValues<F extends Fields, P extends "filled" | "implied">(
  { fields }: RecordKind<F>,
  presence: P,
): Absent<F, P> {
  const of = Object.entries(fields).filter(([, field]) => field.presence === presence);
  return Object.fromEntries(of.map(([name, field]) => [name, (field as { otherwise?: unknown }).otherwise])) as Absent<
    F,
    P
  >;
}

/** The rules of the numbers of an object, by field. */
export type NumberRules<F> = {
  readonly [K in keyof F as F[K] extends NumberKind ? K : never]: F[K] extends NumberKind<infer R> ? R : never;
};

export function numberRules<F extends Fields>({ fields }: RecordKind<F>): NumberRules<F> {
  const numbers = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "number" ? [[name, field.rule]] : [],
  );
  return Object.fromEntries(numbers) as NumberRules<F>;
}
