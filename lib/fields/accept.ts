import { compare, parseDecimal, toShortestText, ZERO } from "@/lib/money";
import type { ChoiceKind, EndsKind, Ends, Kind, LeafKind, RawObject } from "./kinds";
import { accepts, DECIMAL_ACCEPTED, describeRule } from "./numbers";
import { isDay } from "./day";
import { hasLoneSurrogate, isWithin } from "./texts";

/** What a kind accepts, as the end of a sentence. */
export function describeKind(kind: Kind): string {
  switch (kind.kind) {
    case "number":
      return describeRule(kind.rule);
    case "decimal":
      return kind.aboveZero ? `${DECIMAL_ACCEPTED}, above 0` : DECIMAL_ACCEPTED;
    case "text":
      return `text of at most ${kind.most} characters without lone surrogates`;
    case "day":
      return "a day of the calendar as YYYY-MM-DD";
    case "id":
      return kind.accepted;
    case "choice":
      return `one of ${[...kind.values, ...Object.keys(kind.readAs)].map((value) => JSON.stringify(value)).join(", ")}`;
    case "flag":
      return "true or false";
    case "ends":
      return `[low, high] with 0 < low < high, each ${describeRule(kind.rule)}`;
    case "open":
      return kind.accepted;
    case "record":
      return "an object";
    case "list":
      return `a list of ${kind.least} to ${kind.most}`;
  }
}

/**
 * The value in canonical form: −0 as 0, a decimal at its shortest. `undefined` where the kind does not accept
 * it.
 */
export function readLeaf(kind: LeafKind, value: unknown): string | number | boolean | Ends | RawObject | undefined {
  if (kind.kind === "choice") return kind.values.find((one) => one === value) ?? readAs(kind, value);
  if (kind.kind === "flag") return typeof value === "boolean" ? value : undefined;
  if (kind.kind === "number") return typeof value === "number" && accepts(kind.rule, value) ? value + 0 : undefined;
  if (kind.kind === "ends") return readEnds(kind, value);
  if (kind.kind === "open") return isObject(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  switch (kind.kind) {
    case "decimal": {
      const amount = parseDecimal(value);
      return amount && !(kind.aboveZero && compare(amount, ZERO) === 0) ? toShortestText(amount) : undefined;
    }
    case "text":
      return isWithin(value, kind.most) && !hasLoneSurrogate(value) ? value : undefined;
    case "day":
      return isDay(value) ? value : undefined;
    case "id":
      return kind.isId(value) ? value : undefined;
  }
}

/** Whether the value is an object, and no list. */
export const isObject = (value: unknown): value is RawObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Two ends in their order. */
function readEnds({ rule }: EndsKind, value: unknown): Ends | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [low, high] = value as readonly unknown[];
  const isEnd = (end: unknown): end is number => typeof end === "number" && accepts(rule, end);
  return isEnd(low) && isEnd(high) && 0 < low && low < high ? [low, high] : undefined;
}

/** The value that another word stands for. */
const readAs = ({ readAs: words }: ChoiceKind, value: unknown) =>
  typeof value === "string" && Object.hasOwn(words, value) ? words[value] : undefined;
