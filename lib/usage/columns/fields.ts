import type { ColumnUse } from "../report";

/** What a column is read for: a use that a person can choose, or one that only known formats have. */
export type Field =
  ColumnUse | "until" | "plain" | "failed" | "batch" | "cap" | "kind" | "details" | "metadata" | "ownCache" | "request";

/** The place of each field among the columns of a table, from 0; -1 for a field without a column. */
export type FieldPlaces = Readonly<Record<Field, number>>;

/**
 * The names a field’s column may have, as `plainName` makes them; of several that are there the one named
 * first.
 */
export type FieldNames = Readonly<Partial<Record<Field, readonly string[]>>>;

/** The places of a table in which no field has a column. */
export const NO_PLACES: FieldPlaces = {
  time: -1,
  model: -1,
  requests: -1,
  input: -1,
  cached: -1,
  written: -1,
  output: -1,
  visible: -1,
  reasoning: -1,
  total: -1,
  status: -1,
  cost: -1,
  serviceTier: -1,
  until: -1,
  plain: -1,
  failed: -1,
  batch: -1,
  cap: -1,
  kind: -1,
  details: -1,
  metadata: -1,
  ownCache: -1,
  request: -1,
};

/**
 * The letters and digits of a name, in small letters, at most 80: `Context Tokens` and `context_tokens` are
 * one.
 */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(0, 80);

/** The place of each field among columns of these plain names. */
export function placesOf(plain: readonly string[], wanted: FieldNames): FieldPlaces {
  const at = { ...NO_PLACES };
  for (const [field, names] of Object.entries(wanted) as [Field, readonly string[]][]) {
    for (const name of names) {
      at[field] = plain.indexOf(name);
      if (at[field] >= 0) break;
    }
  }
  return at;
}
