import type { FigureKey } from "./figure-key";

/** A figure on screen: its text, and the key under which its working is found. */
export interface Figure {
  readonly text: string;
  readonly work: FigureKey;
}

/** Words of a sentence that lead to a place of the page. */
interface Reference {
  readonly text: string;
  /** Where they lead without scripts. */
  readonly href: string;
  /** The place as its element names it, `data-at` or id. */
  readonly at: string;
}

/** A sentence with figures and references in it. */
export type Sentence = readonly (string | Figure | Reference)[];

/** A figure with the key of its working. */
export function figure(text: string, work: FigureKey): Figure {
  return { text, work };
}

/** The sentence without its figures' workings, for titles and announcements. */
export function plainText(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}
