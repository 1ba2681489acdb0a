import { readLimitNumber } from "./number";
import type { LimitField } from "./types";

/** What a limit counts, by its place in the text: a field of the scenario, TPD, or another kind’s name. */
export type Unit = { readonly field: LimitField | "TPD" } | { readonly other: string };

const PER_MINUTE = "(?:[ ]?(?:/|per|a|each)[ ]?(?:1[ ]?)?min(?:ute)?s?\\b)";
const PER_DAY = "(?:[ ]?(?:/|per|a|each)[ ]?(?:1[ ]?)?(?:day|d)\\b)";
/** Most telling first: “batch tokens per day” is the queue. */
const UNITS: readonly (readonly [pattern: string, unit: Unit])[] = [
  [
    `(?:input )?(?:enqueued|batch)(?: input)? tokens?${PER_DAY}?|(?:input )?tokens? enqueued|batch queue(?: limits?)?(?: tokens?)?|enqueued`,
    { field: "batchQueueTokens" },
  ],
  [`rpm\\b|(?:requests?|reqs?)${PER_MINUTE}`, { field: "rpm" }],
  [`tpm\\b|(?:tokens?|tok)${PER_MINUTE}`, { field: "tpm" }],
  [`rpd\\b|(?:requests?|reqs?)${PER_DAY}`, { field: "rpd" }],
  [`(?:tokens?|tok)${PER_DAY}`, { field: "tpd" }],
  ["tpd\\b", { field: "TPD" }],
  [`ipm\\b|(?:images?|img)${PER_MINUTE}`, { other: "images a minute" }],
  [`ipd\\b|(?:images?|img)${PER_DAY}`, { other: "images a day" }],
  [`ampm\\b|(?:audio )?(?:mb|megabytes?)${PER_MINUTE}`, { other: "audio a minute" }],
  ["concurrent (?:sessions|requests)", { other: "concurrent sessions" }],
];
const UNIT = new RegExp(`(?<![\\w.-])(?:${UNITS.map(([pattern]) => `(${pattern})`).join("|")})`, "gi");
const NUMBER =
  /(?<![\w.,'’-])\d[\d.,'’]*(?:[ \u00a0\u202f]\d{3}(?![\d.,]))*(?:[ \u00a0]?(?:k|thousand|mn?|million|bn?|billion)(?![\w/]))?/gi;

/** A part of a line, by its place. */
interface Part {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** Every unit in a text, in order. */
export function unitsIn(text: string): (Part & { readonly unit: Unit })[] {
  return [...text.matchAll(UNIT)].map(({ 0: found, index, ...groups }) => {
    const which = UNITS.findIndex((_, n) => (groups as Record<number, string | undefined>)[n + 1] !== undefined);
    return { at: index, end: index + found.length, text: found, unit: UNITS[which]![1] };
  });
}

/** Every number in a text, outside its units, in order. */
export function numbersIn(text: string, units: readonly Part[] = []): Part[] {
  return [...text.matchAll(NUMBER)]
    .map(({ 0: found, index }) => ({ at: index, end: index + found.length, text: found.replace(/[.,'’]+$/, "") }))
    .filter(({ at }) => !units.some((unit) => at >= unit.at && at < unit.end));
}

/** A limit of a line: its number, read or `null`, and what it counts. */
export interface Amount {
  readonly text: string;
  readonly value: number | null;
  readonly unit: Unit;
}

/** What a line says of limits, and where that begins; `stray` is a number that no unit tells the meaning of. */
export interface LineRead {
  readonly amounts: readonly Amount[];
  readonly from: number;
  readonly stray: string | null;
}

/** Units and digits that a page sets in elements of their own come without a space between them. */
export const unglued = (line: string) => line.replace(/([RTI]P[MD])(?=\d)/gi, "$1 ");

/**
 * The limits of one line, each a number with its unit, all units behind their numbers (`500 RPM 30,000 TPM`) or
 * all before them (`RPM: 500, TPM: 30,000`).
 */
export function readLine(line: string): LineRead {
  const units = unitsIn(line);
  const numbers = numbersIn(line, units);
  const isUnitFirst = units.length > 0 && numbers.length > 0 && units[0]!.at < numbers[0]!.at;
  const taken = new Set<Part>();
  const amounts = units.flatMap((unit, n): Amount[] => {
    const number = isUnitFirst
      ? numbers.find((one) => one.at >= unit.end && one.end <= (units[n + 1]?.at ?? Infinity) && !taken.has(one))
      : numbers.find((one) => one.end <= unit.at && !taken.has(one) && /^[\s|"']*$/.test(line.slice(one.end, unit.at)));
    if (!number) return [];
    taken.add(number);
    return [{ text: number.text, value: readLimitNumber(number.text), unit: unit.unit }];
  });
  return {
    amounts,
    from: Math.min(units[0]?.at ?? Infinity, numbers[0]?.at ?? Infinity, line.length),
    stray: numbers.find((one) => !taken.has(one))?.text ?? null,
  };
}
