import { findModel, modelNamed } from "@/lib/catalogue";

const EFFORT = /-(?:none|minimal|low|medium|high|xhigh|extra-high|max|thinking)$/;
const DAY_TOGETHER = /-(20\d\d)(\d\d)(\d\d)$/;
const MOST_KNOWN = 1_000;

/** A word in place of a model, in a row that sums the rows above it. */
const SUM = /^(?:(?:grand|sub)[ -]?)?totals?:?$|^sum:?$|^(?:summe|gesamt|insgesamt|totale|suma):?$/i;

/** Whether a word names a row that sums the rows above it. */
export const isSumWord = (word: string): boolean => SUM.test(word);

/** A model as a log means it: `fast` where its name asks for priority processing. */
export interface LoggedModel {
  readonly model: string | null;
  readonly fast: boolean;
  /** No model: the row sums others. */
  readonly isSum?: boolean;
}

const known = new Map<string, LoggedModel>();

/**
 * The model that a name in a log means: the catalogue’s where the name is that of one with a router before it, its day
 * written together (`openai/gpt-5.1-20251113`), or an effort behind it (`gpt-5.6-luna-high`); else the name itself.
 */
export function loggedModel(word: string): LoggedModel {
  const seen = known.get(word);
  if (seen) return seen;
  const read = isSumWord(word) ? { model: null, fast: false, isSum: true } : meant(modelNamed(word));
  if (known.size < MOST_KNOWN) known.set(word, read);
  return read;
}

function meant(name: string | null): LoggedModel {
  if (name === null || findModel(name)) return { model: name, fast: false };
  let bare = name.replace(DAY_TOGETHER, "-$1-$2-$3");
  const fast = /-fast$/.test(bare);
  if (fast) bare = bare.slice(0, -"-fast".length);
  if (findModel(bare)) return { model: bare, fast };
  bare = bare.replace(EFFORT, "");
  return findModel(bare) ? { model: bare, fast } : { model: name, fast: false };
}
