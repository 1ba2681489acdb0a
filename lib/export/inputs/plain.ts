import { entered, words } from "../cells";
import type { Cell } from "../report";

/** A value of a scenario as it was entered. */
export function plainCell(value: unknown): Cell {
  if (value === undefined) return words("none", null);
  if (typeof value === "number") return entered(value);
  if (typeof value === "boolean") return words(value ? "yes" : "no", String(value));
  return words(String(value));
}
