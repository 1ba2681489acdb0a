/** `T` as the compiler reads it from a JSON file: its literals as text and numbers, its tuples as lists. */
type Loose<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer Item)[]
        ? readonly Loose<Item>[]
        : { [Key in keyof T]: Loose<T[Key]> | undefined };

/**
 * The content of a JSON file under `data/` as type `T`. The compiler checks its fields; the schemas check
 * ids, days, amounts and lengths of every file, in tests/unit/catalogue/schema.test.ts.
 */
export function fromData<T>(content: Loose<T>): T {
  return content as T;
}
