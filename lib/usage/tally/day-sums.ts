import type { Day } from "@/lib/catalogue";
import type { RowDraft } from "./row-draft";
import { Dollars, Sum } from "./sum";

/** Sums of a day, or of all days: tokens of answered requests, requests and dollars of all. */
export class DaySums {
  readonly requests = new Sum();
  readonly input = new Sum();
  readonly cached = new Sum();
  readonly written = new Sum();
  readonly output = new Sum();
  readonly reasoning = new Sum();
  readonly cost = new Dollars();
}

/** Adds the tokens of a row; NaN, unknown, adds nothing. */
export function addTokens(sums: DaySums, row: RowDraft): void {
  if (row.input > 0) sums.input.add(row.input);
  if (row.cached > 0) sums.cached.add(row.cached);
  if (row.written > 0) sums.written.add(row.written);
  if (row.output > 0) sums.output.add(row.output);
  if (row.reasoning > 0) sums.reasoning.add(row.reasoning);
}

/** Adds sums to sums. */
export function addSums(sums: DaySums, other: DaySums): void {
  for (const name of ["requests", "input", "cached", "written", "output", "reasoning"] as const)
    sums[name].addAll(other[name]);
}

/** The civil date of a day counted from 1970-01-01 (Howard Hinnant’s `civil_from_days`). */
export function civilDay(days: number): Day {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day;
}
