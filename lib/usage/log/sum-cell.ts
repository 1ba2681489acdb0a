import { isSumWord } from "./logged-model";

const [LF, CR] = [10, 13] as const;
/** How the names of a sum of other rows begin, and how long they are at most. */
const LETTERS = [..."gsti"].map((letter) => letter.charCodeAt(0));
const LONGEST = 16;

/** Whether the cell that begins here, of a row that is there whole, names a sum of other rows. */
export function isSumAt(buffer: Uint8Array, at: number, separator: number): boolean {
  if (!LETTERS.includes(buffer[at]! | 32)) return false;
  let end = at;
  while (buffer[end] !== separator && buffer[end] !== LF && buffer[end] !== CR) end++;
  return end - at < LONGEST && isSumWord(String.fromCharCode(...buffer.subarray(at, end)).trim());
}
