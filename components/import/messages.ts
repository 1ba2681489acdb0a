import type { ColumnUse, MadeWorkloads, UsageReport } from "@/lib/usage";

/** What each column of a table is used for, by its place. */
export type ColumnUses = Readonly<Partial<Record<ColumnUse, number>>>;

/** What the page asks of the worker: to read a log, with the columns of a table where a person has said what they are. */
export interface Order {
  readonly source: Blob;
  readonly columns: ColumnUses | null;
}

/** What the worker says: how many bytes and rows it has read, what they come to and the workloads they make, and that it failed. */
export type Report =
  | { readonly is: "progress"; readonly bytes: number; readonly rows: number }
  | { readonly is: "done"; readonly report: UsageReport; readonly made: MadeWorkloads }
  | { readonly is: "failed"; readonly message: string };
