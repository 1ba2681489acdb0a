import { NUMBERS } from "@/lib/scenario";
import { flagOrText } from "./words";

const NUMBER = /^(0|[1-9]\d{0,12})(\.\d{1,3})?$/;

/** The number a whole token stands for; the text itself where it is none, so that the check can name it. */
export function numberOrText(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}

/** The same of a number that may be below zero. */
export function signedOrText(text: string): number | string {
  const size = text.startsWith("-") ? numberOrText(text.slice(1)) : text;
  return typeof size === "number" ? -size : numberOrText(text);
}

/** The two ends of a range, `300~2000`, each a number where it is one; `null` where the text is no range. */
export function rangeEnds(text: string): readonly [low: number | string, high: number | string] | null {
  const ends = text.split("~");
  return ends.length === 2 ? [numberOrText(ends[0]!), numberOrText(ends[1]!)] : null;
}

/** A value of the scenario's own keys as JSON: a number, yes or no where the field is one, else the text. */
export function keyValue(field: string, text: string): number | boolean | string {
  if (field === "regional") return flagOrText(text);
  if (field === "usageTier") return /^[1-5]$/.test(text) ? Number(text) : text;
  return field in NUMBERS ? numberOrText(text) : text;
}
