import { Queue } from "@/lib/queue";

/** Tokens by their bytes, each byte a character up to U+00FF; the rank says how early it merges. */
export type Ranks = ReadonlyMap<string, number>;

/**
 * A tokenizer's vocabulary as gpt-tokenizer keeps it, by rank: a token is its text, or its bytes where they
 * are no text.
 */
export function ranksOf(vocabulary: readonly (string | readonly number[])[]): Ranks {
  const encoder = new TextEncoder();
  const ranks = new Map<string, number>();
  vocabulary.forEach((token, rank) =>
    ranks.set(typeof token === "string" ? binary(token, encoder) : String.fromCharCode(...token), rank),
  );
  return ranks;
}

const PIECE = 8192;

function binary(text: string, encoder: TextEncoder): string {
  const bytes = encoder.encode(text);
  if (bytes.length === text.length) return text;
  let out = "";
  for (let at = 0; at < bytes.length; at += PIECE) out += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return out;
}

/** More bytes than a text may have; a rank times this keeps rank and place in one number. */
const PLACES = 2 ** 32;

/**
 * How many tokens byte-pair merging leaves of one piece of text: again and again the pair of the lowest rank
 * is merged, the first of equals, until no pair has one. Time grows with n log n, so that a piece of a
 * million letters takes seconds and not hours.
 */
export function countMerged(piece: string, ranks: Ranks): number {
  const bytes = binary(piece, new TextEncoder());
  const size = bytes.length;
  const next = Int32Array.from({ length: size }, (_, at) => at + 1);
  const before = Int32Array.from({ length: size }, (_, at) => at - 1);
  const rank = new Int32Array(size).fill(-1);
  const merges = new Queue<number>((a, b) => a < b);
  const look = (at: number) => {
    const second = next[at]!;
    const found = second < size ? ranks.get(bytes.slice(at, next[second]!)) : undefined;
    rank[at] = found ?? -1;
    if (found !== undefined) merges.push(found * PLACES + at);
  };
  for (let at = 0; at < size; at++) look(at);
  let count = size;
  for (let item = merges.take(); item !== undefined; item = merges.take()) {
    const at = item % PLACES;
    // A pair that was merged, or grew, since it was noted.
    if (rank[at] !== Math.floor(item / PLACES)) continue;
    const second = next[at]!;
    next[at] = next[second]!;
    if (next[at]! < size) before[next[at]!] = at;
    rank[second] = -1;
    count--;
    look(at);
    if (before[at]! >= 0) look(before[at]!);
  }
  return count;
}
