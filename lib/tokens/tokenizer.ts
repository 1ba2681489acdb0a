import { countMerged, type Ranks } from "./byte-pairs";

/** An encoding that an OpenAI text model of the catalogue reads its text in. */
export type Encoding = "o200k_base" | "cl100k_base";

const CL100K = /^(?:ft:)?(?:gpt-4(?:-|$)|gpt-3\.5|gpt-35|text-embedding-)/i;

/**
 * The encoding a model reads its text in: cl100k_base for GPT-4, GPT-3.5 and embeddings, o200k_base for
 * GPT-4o and all that came after.
 */
export const encodingOf = (model: string | null): Encoding =>
  model !== null && CL100K.test(model) ? "cl100k_base" : "o200k_base";

/** Counts the tokens of a text. */
export type CountText = (text: string) => number;

/**
 * What a tokenizer library gives. Its own merging takes time by the square of a piece's length, so that long
 * pieces are merged here.
 */
export interface Vocabulary {
  readonly count: CountText;
  /** How a text is cut into the pieces that are merged. */
  readonly pieces: RegExp;
  readonly ranks: () => Ranks;
}

/** Blocks of a text that are looked at for a long piece, and how long a piece the library counts. */
const BLOCK = 256;
const LONGEST_PIECE = 512;
const [SPACE, LETTER, SIGN] = [1, 2, 4];

/** What kinds of piece a character may stand in the middle of; digits stand in short ones only. */
function kindsOf(code: number): number {
  if (code >= 128)
    return (code >= 0x3001 && code <= 0x3002) ||
      (code >= 0xff01 && code <= 0xff0f) ||
      code === 0xff1a ||
      code === 0xff1b ||
      code === 0xff1f
      ? SIGN
      : SPACE | LETTER | SIGN;
  if (code === 32 || (code >= 9 && code <= 13)) return SPACE;
  if ((code | 32) >= 97 && (code | 32) <= 122) return LETTER;
  return code >= 48 && code <= 57 ? 0 : SIGN;
}

/**
 * Whether a piece of twice `LONGEST_PIECE` may be in the text: a whole block is of one kind. In ordinary text
 * a few characters of each block tell that it is not.
 */
function mayHoldLongPiece(text: string): boolean {
  for (let from = 0; from + BLOCK <= text.length; from += BLOCK) {
    let kinds = SPACE | LETTER | SIGN;
    for (let at = from; at < from + BLOCK && kinds !== 0; at++) kinds &= kindsOf(text.charCodeAt(at));
    if (kinds !== 0) return true;
  }
  return false;
}

/**
 * A counter of tokens: exactly the tokenizer's own count, of any text in time that grows with its length. A
 * byte order mark in front is none of the text; words such as `<|endoftext|>` are text.
 */
export function counterOf({ count, pieces, ranks }: Vocabulary): CountText {
  return (whole) => {
    const text = whole.charCodeAt(0) === 0xfeff ? whole.slice(1) : whole;
    if (!mayHoldLongPiece(text)) return count(text);
    let tokens = 0;
    let from = 0;
    for (const { 0: piece, index } of text.matchAll(pieces)) {
      if (piece.length <= LONGEST_PIECE) continue;
      tokens += count(text.slice(from, index)) + countMerged(piece, ranks());
      from = index + piece.length;
    }
    return tokens + count(text.slice(from));
  };
}
