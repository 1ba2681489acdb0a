import type { ColumnUse } from "../report";
import { NO_PLACES, placesOf, plainName, type FieldPlaces } from "./fields";
import { FORMATS } from "./formats";
import { GUESSES, guessedPlaces } from "./guesses";
import type { CountedIn } from "../log/instant";

/** How the rows of a table are read. */
export interface Layout {
  readonly format: string;
  /** `false`: the columns were guessed or chosen, and are shown so that they can be corrected. */
  readonly known: boolean;
  readonly at: FieldPlaces;
  /** The unit of times that count from the beginning of a trace. */
  readonly countedIn: CountedIn;
  /** Whether a row counts requests together over a time. */
  readonly together: boolean;
  /** Whether a request without output has failed. */
  readonly failedWithoutOutput: boolean;
  /** What a report says of every table of this format. */
  readonly remark: string | null;
}

const MILLISECONDS = /ms$|millis/;

/**
 * How a table with these columns is read. Columns that a person chose (`uses`) replace all that names tell.
 */
export function layoutOf(columns: readonly string[], uses?: Readonly<Partial<Record<ColumnUse, number>>>): Layout {
  const plain = columns.map(plainName);
  const rest = { together: false, failedWithoutOutput: false, remark: null };
  if (!uses) {
    const format = FORMATS.find(
      ({ has, only }) =>
        has.every((names) => names.some((name) => plain.includes(name))) &&
        (!only || plain.every((name) => only.includes(name))),
    );
    if (format) {
      const { name, names, countedIn = "seconds", has: _has, only: _only, ...own } = format;
      return { ...rest, ...own, format: name, known: true, at: placesOf(plain, names), countedIn };
    }
  }
  const at = uses ? { ...NO_PLACES, ...uses } : guessedPlaces(columns, plain);
  return {
    ...rest,
    format: "Table",
    known: false,
    at,
    countedIn: MILLISECONDS.test(plain[at.time] ?? "") ? "milliseconds" : "seconds",
  };
}

/** The place of the column in which a sum of the others is named: the first, where it is read for nothing; -1: none. */
export const labelPlace = ({ at }: Layout): number => (Object.values(at).includes(0) ? -1 : 0);

/** The column of each use that a person can choose, by a layout. */
export function usesOf({ at }: Layout): Partial<Record<ColumnUse, number>> {
  const uses: Partial<Record<ColumnUse, number>> = {};
  for (const use of Object.keys(GUESSES) as ColumnUse[]) if (at[use] >= 0) uses[use] = at[use];
  return uses;
}

/** Whether some column of the layout holds tokens or cost. */
export const tellsUsage = ({ at }: Layout): boolean =>
  [at.input, at.plain, at.output, at.visible, at.reasoning, at.total, at.cost, at.details].some((place) => place >= 0);
