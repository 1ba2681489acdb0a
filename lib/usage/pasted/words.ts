import type { TextField } from "./labels";
import { piecesOf, type Piece } from "./pieces";

/** What a text says in words, each count as it stands there. */
export interface TextCounts {
  readonly counts: Readonly<Partial<Record<TextField, number>>>;
  /** Cached tokens were written behind a plus: they are added to the input. */
  readonly beside: boolean;
  /** Numbers beside a label that may be read in two ways. */
  readonly unread: readonly string[];
  /** Amounts of money, which are no counts. */
  readonly amounts: readonly string[];
}

/** A refusal names limits and what exceeds them, and no usage. */
const REFUSAL = /\b(?:exceed(?:s|ed|ing)?|error|rate limit|too (?:large|long)|retry|try again|at most)\b/i;
const MOST_LINES = 400;

type Bound = readonly [TextField | "other", number];

interface Clause {
  readonly bound: readonly Bound[];
  readonly labels: number;
  readonly numbers: number;
  readonly beside: boolean;
}

const isWord = (piece: Piece) => piece.is === "word";
const isField = (piece: Piece) => piece.is === "label" && piece.field !== "other";

/**
 * Labels and numbers in turn, either first; `null` where it cannot be told which belong together. `behindWord`: a word
 * stands right before them, to which a number at the beginning may belong.
 */
function pairs(part: readonly Piece[], behindWord: boolean): readonly Bound[] | null {
  const named = part.slice(part.findIndex(({ is }) => is !== "sign"));
  const pieces = named.filter(({ is }) => is !== "sign");
  const isLabelFirst = pieces[0]!.is === "label";
  if (!isLabelFirst && (pieces.length < named.length || (behindWord && pieces.length > 2))) return null;
  const bound: Bound[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const [label, number] = isLabelFirst ? [pieces[at], pieces[at + 1]] : [pieces[at + 1], pieces[at]];
    if (label?.is !== "label" || number?.is !== "number") return null;
    bound.push([label.field, number.value]);
  }
  return bound;
}

/** A clause; `null` where labels and numbers stand in it and cannot be told apart. */
function clauseOf(pieces: readonly Piece[], beside: boolean): Clause | null {
  const bound: Bound[] = [];
  let [labels, numbers] = [0, 0];
  for (const part of split(pieces, isWord)) {
    const counts = part.filter(({ is }) => is === "number").length;
    const named = part.filter(({ is }) => is === "label").length;
    if (counts === 0 || named === 0) {
      labels += part.filter(isField).length;
      numbers += counts;
      continue;
    }
    const found = pairs(part, part[0] !== pieces[0]);
    if (!found) return null;
    bound.push(...found);
  }
  return { bound, labels, numbers, beside };
}

function split(pieces: readonly Piece[], at: (piece: Piece) => boolean): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (at(piece)) parts.push([]);
    else parts.at(-1)!.push(piece);
  }
  return parts.filter((part) => part.length > 0);
}

/** Whether two labels are joined by a sign alone: `input/output`, `prompt and completion`. */
const isJoined = (pieces: readonly Piece[]) =>
  pieces.some((piece, at) => {
    const [before, after] = [pieces[at - 1], pieces[at + 1]];
    return piece.is === "break" && piece.joins && before?.is === "label" && after?.is === "label" && at > 0
      ? pieces[at - 2]?.is !== "number"
      : false;
  });

/** What one line says; `null` where a number may belong to more than one label. */
function lineCounts(line: string): readonly { readonly bound: Bound; readonly beside: boolean }[] | null {
  const pieces = piecesOf(line);
  if (!pieces.some(isField) || !pieces.some(({ is }) => is === "number")) return [];
  if (isJoined(pieces)) return null;
  const clauses: Clause[] = [];
  let [part, beside]: [Piece[], boolean] = [[], false];
  for (const piece of [...pieces, { is: "break", joins: false, beside: false } as const]) {
    if (piece.is !== "break") {
      part.push(piece);
      continue;
    }
    if (part.length > 0) {
      const clause = clauseOf(part, beside);
      if (!clause) return null;
      clauses.push(clause);
      beside = false;
    }
    part = [];
    beside ||= piece.beside;
  }
  const bound = clauses.flatMap((clause) => clause.bound.map((one) => ({ bound: one, beside: clause.beside })));
  const labels = clauses.reduce((sum, clause) => sum + clause.labels, 0);
  const numbers = clauses.reduce((sum, clause) => sum + clause.numbers, 0);
  if (labels === 0 || numbers === 0) return bound;
  // A row of two cells: one label, one number, and nothing else that could be meant.
  const label = pieces.find(isField);
  const number = pieces.find(({ is }) => is === "number");
  const alone = bound.length === 0 && labels === 1 && numbers === 1 && !pieces.some(isWord);
  return alone && label?.is === "label" && number?.is === "number"
    ? [{ bound: [label.field, number.value], beside: false }]
    : null;
}

/**
 * What a text says in words, `1,234 input, 567 output` or a label a line; words and numbers of different lines
 * are never joined. `null` where it says nothing; a text where it may be meant in two ways.
 */
export function countsInWords(text: string): TextCounts | string | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");
  if (lines.length > MOST_LINES) return null;
  const counts: Partial<Record<TextField, number>> = {};
  let beside = false;
  const unread: string[] = [];
  const amounts: string[] = [];
  for (const line of lines) {
    if (REFUSAL.test(line)) continue;
    unread.push(...unreadIn(line));
    amounts.push(...amountsIn(line));
    const found = lineCounts(line);
    if (!found) return `It cannot be told which number is which in “${line.trim().slice(0, 80)}”.`;
    for (const { bound, beside: added } of found) {
      const [field, value] = bound;
      if (field === "other") continue;
      if (counts[field] !== undefined && counts[field] !== value)
        return `${NAMES[field]} is there twice, as ${counts[field]} and ${value}.`;
      counts[field] = value;
      beside ||= added && field === "cached";
    }
  }
  if (Object.keys(counts).length > 0) return { counts, beside, unread, amounts };
  return unread.length > 0 ? unreadText(unread[0]!) : null;
}

function unreadIn(line: string): string[] {
  const pieces = piecesOf(line);
  return pieces.some(isField)
    ? pieces.flatMap((piece) => (piece.is === "word" && piece.unread ? [piece.unread] : []))
    : [];
}

const AMOUNT = /[$€£¥]\s*[\d.,]*\d(?:e-?\d+)?/gi;

/** The amounts of money in a line; where nothing else is counted there, the whole line. */
function amountsIn(line: string): readonly string[] {
  const amounts = line.match(AMOUNT) ?? [];
  return amounts.length > 0 && !piecesOf(line).some(isField) ? [line.trim().slice(0, 80)] : amounts;
}

/** What is said of an amount of money. */
export const moneyText = (amount: string): string =>
  `“${amount}” is an amount of money: left out, since the cost follows from the counts.`;

/** What is said of a number that may be read in two ways. */
export const unreadText = (digits: string): string =>
  `“${digits}” may be ${digits.replace(/[.,]/, "")} or a number with decimals: write it without a point or comma.`;

const NAMES: Readonly<Record<TextField, string>> = {
  input: "Input",
  plain: "Uncached input",
  cached: "Cached input",
  written: "What is written to the cache",
  output: "Output",
  visible: "Visible output",
  reasoning: "Reasoning",
  total: "A total",
  audioInput: "Audio input",
  audioOutput: "Audio output",
  requests: "The number of requests",
};
