import type { Day } from "@/lib/catalogue";
import type { Item } from "@/lib/cost";
import type { Tone } from "@/lib/view/estimate";

/** A value of a report: as the page shows it, and as programs read it. */
export interface Cell {
  readonly text: string;
  /** A word of the API, or an exact decimal without separators; `null` for unknown. Absent: the text is the value. */
  readonly value?: string | null;
  /** How it stands against a limit. */
  readonly tone?: "ok" | "near" | "over";
}

/** One value with its name: `per_month_usd`, `A month, 730 hours`. The last word of a name is its unit. */
export interface NamedValue {
  readonly name: string;
  readonly label: string;
  readonly cell: Cell;
}

/** A column of a table. */
interface Column {
  readonly name: string;
  readonly label: string;
  /** Behind the value where it stands in a line by itself: `tokens`. */
  readonly unit?: string;
  /** Numbers end at one edge. */
  readonly isNumeric?: boolean;
  /** Sentences, which may take several lines. */
  readonly isProse?: boolean;
  /** For programs only: the text of another column says it. */
  readonly isForPrograms?: boolean;
  /** What a cell says where nothing was entered: a column of nothing else is left out on paper. */
  readonly usual?: string;
}

/** A part of the bar of a row: `from` and `to` are shares of the whole bar, 0–1. */
export interface BarPart {
  readonly from: number;
  readonly to: number;
  readonly of: Item | "mean" | "peak" | "near" | "over";
}

/** A row of a table. */
export interface Row {
  readonly cells: readonly Cell[];
  /** `total`: what the rows over it add up to; `head`: what the rows under it are part of. */
  readonly is?: "head" | "total";
  readonly bar?: readonly BarPart[];
  /** Left out on paper, where another table has it too. */
  readonly isMinor?: boolean;
}

interface BlockHead {
  /** Names the block for programs: `bill`. */
  readonly key: string;
  readonly title: string;
  readonly remark?: string;
}

/** Values by name. */
export interface ValueList extends BlockHead {
  readonly facts: readonly NamedValue[];
}

/** Rows of values. */
export interface ReportTable extends BlockHead {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Where on the bars 100 % is, 0–1; what heads their column. Absent: no bars. */
  readonly bars?: { readonly label: string; readonly full: number };
  /** What is said on paper in place of minor rows. */
  readonly minor?: string;
}

/** A part of a report. */
export type Block = ValueList | ReportTable;

/** What to know before relying on the report. */
interface ReportNote {
  readonly severity: "error" | "warning" | "info";
  readonly fact: string;
  readonly consequence: string;
}

/** Where facts of the report come from. */
interface ReportSource {
  readonly title: string;
  readonly url: string;
  readonly about: string;
  /** As the page shows it. */
  readonly checkedOn: string;
}

/** The answer of a report in a sentence. `tone` is `null` where nothing is judged. */
interface ReportVerdict {
  readonly tone: Tone | "near" | null;
  readonly lead: string;
  /** What follows the lead, with the space between them. */
  readonly rest: string;
  readonly asides: readonly string[];
}

/**
 * A page restated for readers who cannot press: whatever prints, copies or saves it goes through this form, so that
 * all of them say the same.
 */
export interface Report {
  readonly page: "plan" | "compare" | "forecast" | "traffic" | "backlog" | "import";
  /** Never empty. */
  readonly title: string;
  /** Whose prices and limits count. */
  readonly day: Day;
  /** The whole address at which the page opens again. */
  readonly link: string;
  readonly verdict: ReportVerdict;
  readonly totals: ValueList;
  /** What the verdict rests on. */
  readonly fit: ValueList | null;
  /** What was entered. */
  readonly inputs: readonly Block[];
  readonly blocks: readonly Block[];
  readonly notes: readonly ReportNote[];
  readonly sources: readonly ReportSource[];
}
