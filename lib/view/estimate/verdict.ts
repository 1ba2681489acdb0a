import { plainText, type Figure, type Sentence } from "@/lib/view/text";
import type { EndingView } from "./ending";
import type { Tone } from "./tone";

/** The verdict that a page leads with, in a sentence and in short. */
export interface VerdictView {
  readonly tone: Tone;
  /** The beginning, set bold: `Does not fit tier 3.` */
  readonly lead: Sentence;
  readonly rest: Sentence;
  /** Whether the rest goes on in the lead’s sentence, without a space between. */
  readonly joined: boolean;
  /** What to know beside it, each a sentence or more: that models are retired, or limits not published. */
  readonly asides: readonly string[];
  /** What ends within a year; `null` where nothing does. */
  readonly ending: EndingView | null;
  /** Title and remark of the result bar. */
  readonly short: { readonly title: string; readonly about: string };
}

/** One of the few figures that a page leads with; the first is the largest. */
export interface HeadFigure {
  readonly label: string;
  readonly figure: Figure;
}

/** The sentence of a verdict without its figures’ workings and without asides. */
export function verdictText({ lead, joined, rest }: Pick<VerdictView, "lead" | "joined" | "rest">): string {
  return `${plainText(lead)}${joined ? "" : " "}${plainText(rest)}`;
}
