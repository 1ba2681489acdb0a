import type { FigureKey } from "./figure-key";

/** A figure on screen: its text, and the key under which its working is found. */
export interface Figure {
  readonly text: string;
  readonly work: FigureKey;
}

/** A sentence with figures in it. */
export type Sentence = readonly (string | Figure)[];

/** A figure with the key of its working. */
export function figure(text: string, work: FigureKey): Figure {
  return { text, work };
}

/** The sentence without its figures' workings, for titles and announcements. */
export function plainText(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}
