import type { TableColumns, ColumnUse } from "@/lib/usage";
import { formatCompact } from "@/lib/view/text";
import { listed } from "@/lib/view/names";

const LABELS: Readonly<Record<ColumnUse, string>> = {
  time: "time",
  model: "model",
  requests: "number of requests",
  input: "input tokens",
  cached: "cached input tokens",
  written: "tokens written to the cache",
  output: "output tokens",
  visible: "visible output tokens",
  reasoning: "reasoning tokens",
  total: "total tokens",
  status: "status",
  cost: "cost, USD",
  serviceTier: "service tier",
};

/** What a column of a table can be used for, in the order it is offered. */
export const COLUMN_USES = (Object.keys(LABELS) as ColumnUse[]).map((use) => ({ use, label: LABELS[use] }));

/** What a table still lacks, or that its columns are a guess. */
export function columnsFinding({ uses }: TableColumns): string {
  const { time, input, output, visible, total } = uses;
  const missing = [
    ...(input === undefined && total === undefined ? ["input tokens"] : []),
    ...(output === undefined && visible === undefined && (total === undefined || input === undefined)
      ? ["output tokens"]
      : []),
    ...(time === undefined ? ["the time"] : []),
  ];
  return missing.length > 0
    ? `No column is taken for ${listed(missing)}; say which one is`
    : "The columns are guessed from their names and values; correct what is wrong";
}

const UNITS = [
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
] as const;

/** A size of a file: `1.02 GB`, `340 kB`, `12 bytes`. */
export function formatBytes(bytes: number): string {
  const [size, unit] = UNITS.find(([least]) => bytes >= least) ?? [1, bytes === 1 ? "byte" : "bytes"];
  return `${formatCompact(bytes / size)}\u00a0${unit}`;
}
