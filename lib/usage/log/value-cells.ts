import type { Cells } from "./cells";
import type { InstantReader, InstantKind } from "./instant";
import { countOf, objectOf, type Json } from "./values";

const DEEPEST = 3;
const MOST_NAMES = 300;
/** Objects that are read whole, as the cell of a table would hold them. */
const WHOLE = new Set(["metadata", "usagedetails", "usage_details", "usage", "request_body"]);

/** An object as the row of a table: what is inside objects has their names before its own. */
export class ValueCells implements Cells {
  private constructor(
    readonly names: readonly string[],
    private readonly values: readonly unknown[],
  ) {}

  static of(object: Json): ValueCells {
    const names: string[] = [];
    const values: unknown[] = [];
    const walk = (inner: Json, before: string, depth: number) => {
      for (const [name, value] of Object.entries(inner)) {
        if (names.length >= MOST_NAMES) return;
        const nested = objectOf(value);
        if (!nested || depth === DEEPEST || WHOLE.has(name.toLowerCase())) {
          names.push(before + name);
          values.push(value);
        }
        if (nested && depth < DEEPEST) walk(nested, `${before}${name}.`, depth + 1);
      }
    };
    walk(object, "", 1);
    return new ValueCells(names, values);
  }

  number(place: number): number {
    const value = this.values[place];
    return typeof value === "boolean" ? -1 : countOf(value);
  }

  text(place: number): string {
    const value = this.values[place];
    if (value === null || value === undefined) return "";
    return typeof value === "object" ? JSON.stringify(value) : String(value).trim();
  }

  time(place: number, reader: InstantReader): InstantKind {
    const value = this.values[place];
    if (typeof value === "number") return reader.readNumber(value);
    return typeof value === "string" ? reader.readText(value) : "none";
  }

  isBlank(place: number): boolean {
    const value = this.values[place];
    return value === null || value === undefined || value === "";
  }

  word(place: number): string {
    return this.text(place);
  }

  amount(place: number): number | string {
    const value = this.values[place];
    return typeof value === "number" ? value : this.text(place);
  }

  countNamed(place: number, name: string): number {
    const inside = (value: unknown): number => {
      const object = objectOf(value);
      if (!object) return NaN;
      const own = countOf(object[name]);
      return own >= 0
        ? own
        : (Object.values(object)
            .map(inside)
            .find((count) => count >= 0) ?? NaN);
    };
    return inside(this.values[place]);
  }
}
