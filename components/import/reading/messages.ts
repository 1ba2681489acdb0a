import type { ColumnUse, MadeWorkloads, Readings, UsageReport } from "@/lib/usage";

/** What each column of a table is used for, by its place. */
export type ColumnUses = Readonly<Partial<Record<ColumnUse, number>>>;

/**
 * Page → worker: read this log; `columns` is what a person said the columns of a table are, or `null`,
 * `readings` how its dates and numbers are written.
 */
export interface ImportTask {
  readonly source: Blob;
  readonly columns: ColumnUses | null;
  readonly readings: Readings;
}

/** Worker → page: `progress` any number of times (bytes and rows read so far), then `done` or `failed`. */
export type ImportReply =
  | { readonly type: "progress"; readonly bytes: number; readonly rows: number }
  | { readonly type: "done"; readonly report: UsageReport; readonly made: MadeWorkloads }
  | { readonly type: "failed"; readonly message: string };
