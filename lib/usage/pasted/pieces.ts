import { LARGEST } from "@/lib/fields";
import { isShort, kindOf, labelOf, type TextField } from "./labels";

/** A line of a text as what counts in it: labels, whole numbers, words that are neither, and where clauses end. */
export type Piece =
  | { readonly is: "label"; readonly field: TextField | "other" }
  | { readonly is: "number"; readonly value: number }
  /** A colon or an equals sign: what is named stands before it. */
  | { readonly is: "sign" }
  /** A word, or a number that is no count: a time, a price. `unread`: digits that may be read in two ways. */
  | { readonly is: "word"; readonly unread?: string }
  /** `beside`: what follows is added to what came before (`+`). */
  | { readonly is: "break"; readonly joins: boolean; readonly beside: boolean };

const SIGNS =
  /(?<gap>(?:[^\S\t]|["'`*#.~–—]|-(?!\d))+)|(?<price>[$€£¥]\s*[\d.,]*\d)|(?<digits>[-−]?\d[\d.,:\u00a0\u202f\u2009/-]*(?<=\d))(?<unit>\s*%|\s*(?:thousand|million)\b|[a-z_]\w*)?|(?<name>[a-z][\w.-]*\d[\w.-]*)|(?<letters>[a-z]+)|(?<colon>[:=]\s*)|(?<end>[,;()|[\]{}•·+&/\t])|./giuy;
const THOUSANDS = /^\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+$/;
/** `59.200,00` and `1.234.567`: points between thousands and a comma before decimals, which are none. */
const EUROPEAN = /^\d{1,3}(?:(?:\.\d{3})+,0{1,2}|(?:\.\d{3}){2,})$/;
/** `1.234` is 1,234 in one country and a part of a token in another. */
const TWOFOLD = /^\d{1,3}(?:\.\d{3}|,\d{1,2})$/;
const UNIT_BEHIND =
  /^\s*(?:ms|milliseconds?|s|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|usd|eur|dollars?|cents?|bytes?|[kmg]i?b|chars?|characters?|words?|percent|times|x|(?:tok(?:en)?s?)?\s*(?:\/|per\s+(?!request|call)))(?![a-z])/i;
const JOINS = /^(?:and|plus|or)$/i;
const STARTS = /^(?:of which|thereof|including|incl|whereof|with)\b/i;
const SCALES: Readonly<Record<string, number>> = {
  "": 1,
  token: 1,
  tokens: 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
};

/** The count that digits stand for; NaN where they are none, or may be read in two ways. */
function countIn(digits: string, unit: string): number {
  if (EUROPEAN.test(digits) && unit === "") return Number(digits.split(",")[0]!.replaceAll(".", ""));
  const bare = digits.replace(/[,\u00a0\u202f\u2009]/g, "");
  const isWhole = /^\d+$/.test(digits) || THOUSANDS.test(digits);
  const scale = SCALES[unit.trim().toLowerCase()];
  if (scale === undefined || (!isWhole && !(scale > 1 && /^\d+\.\d{1,6}$/.test(digits)))) return NaN;
  const value = Math.round(Number(bare) * scale * 1e3) / 1e3;
  return Number.isInteger(value) && value <= LARGEST ? value : NaN;
}

/** `status=200 input=12`, as logs write it: each pair by itself. */
const PAIR = /\b[\w.]+=(?:"[^"]*"|[^\s",;]+)(?=\s)/g;
const LEAST_PAIRS = 2;

const plainLine = (line: string) =>
  (line.match(PAIR)?.length ?? 0) < LEAST_PAIRS ? withoutJoins(line) : withoutJoins(line.replace(PAIR, "$&,"));

const withoutJoins = (line: string) =>
  line
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/\bnon?[-_ ]cached?\b/gi, "uncached")
    .replace(/\bwritten (?:in)?to (?:the )?cache\b/gi, "cache written")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/(?<=[a-z])[_-](?=[a-z])/gi, " ");

/** Takes a line apart; no piece of one ever meets a piece of another line. */
export function piecesOf(given: string): Piece[] {
  const line = plainLine(given);
  const pieces: Piece[] = [];
  let words: string[] = [];
  /** The kind of the piece before, blanks and fillers left out. */
  const before = () => pieces.at(-1)?.is ?? "break";
  const close = () => {
    const field = labelOf(words);
    if (field !== null) pieces.push({ is: "label", field });
    words = [];
  };
  SIGNS.lastIndex = 0;
  for (let match = SIGNS.exec(line); match; match = SIGNS.exec(line)) {
    const { gap, price, digits, unit = "", name, letters, colon, end } = match.groups!;
    const rest = line.slice(SIGNS.lastIndex);
    if (gap !== undefined) continue;
    if (letters !== undefined) {
      if (STARTS.test(letters + rest)) {
        close();
        pieces.push({ is: "break", joins: false, beside: false });
        SIGNS.lastIndex += STARTS.exec(letters + rest)![0].length - letters.length;
      } else if (/^of$/i.test(letters)) continue;
      else if (JOINS.test(letters)) {
        close();
        pieces.push({ is: "break", joins: true, beside: false });
      } else if (kindOf(letters) && !(isShort(letters) && !isLabelHere(words, before(), rest))) words.push(letters);
      else {
        close();
        pieces.push({ is: "word" });
      }
      continue;
    }
    close();
    if (digits !== undefined) {
      const value = UNIT_BEHIND.test(rest) ? NaN : countIn(digits, unit);
      if (value === value) pieces.push({ is: "number", value });
      else pieces.push(unit === "" && TWOFOLD.test(digits) ? { is: "word", unread: digits } : { is: "word" });
    } else if (end !== undefined) pieces.push({ is: "break", joins: /[+&/,]/.test(end), beside: end === "+" });
    else if (colon !== undefined) pieces.push({ is: "sign" });
    else pieces.push({ is: "word" });
    if (price !== undefined || name !== undefined) continue;
  }
  close();
  return pieces;
}

/** `tokens in: 5`, `12 in,` and `in 12` at the beginning; `12 tokens in 5 requests` and `retry in 28` are sentences. */
function isLabelHere(words: readonly string[], before: Piece["is"], rest: string): boolean {
  const isLast = /^\s*(?:tokens?\s*)?(?:[,;()|[\]{}+/&.]|and\b|$)/i.test(rest);
  const isBeforeSign = /^\s*(?:tokens?\s*)?[:=]/i.test(rest);
  if (before === "number") return isLast || isBeforeSign;
  if (before !== "break") return false;
  return isBeforeSign || /^\s*\d/.test(rest) || (words.length > 0 && isLast);
}
