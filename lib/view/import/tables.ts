import type { UsageBill } from "@/lib/estimate";
import { poolOf } from "@/lib/scenario";
import { findModel } from "@/lib/catalogue";
import { add, ZERO, type Exact } from "@/lib/money";
import type { Spread, UsageReport } from "@/lib/usage";
import { formatDay, formatNumber, formatPercent, UNKNOWN } from "@/lib/view/text";
import { tierWord } from "@/lib/view/names";
import { billText, formatSize, modelName, statedText, statedUsd, shareIn } from "./words";

/** A row of a table: its name, what is said under it, its cells. */
export interface ImportRow {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly cells: readonly string[];
}

/** The heads of the columns behind the first: of `sizeRows` and `workloadsView`. */
export const IMPORT_HEADS = {
  sizes: ["Mean", "p50", "p95", "p99", "Largest"],
  workloads: ["Rate", "Input", "Output", "Busiest minute", "Simulated"],
} as const;

function sizeRow(name: string, spread: Spread | null, text: (value: number) => string): ImportRow[] {
  if (!spread) return [];
  const { mean, p50, p95, p99, max, within } = spread;
  return [
    {
      key: name,
      name,
      about: within ? `quantiles within ${formatPercent(within)}` : "",
      cells: [mean, p50, p95, p99, max].map(text),
    },
  ];
}

/** Tokens of a request: mean, quantiles, largest; empty where no single request is known. */
export function sizeRows({ total }: UsageReport): ImportRow[] {
  return [
    ...sizeRow("Input tokens", total.input, formatSize),
    ...sizeRow("Output tokens", total.output, formatSize),
    ...sizeRow("Reasoning in output", total.reasoningShare, formatPercent),
  ];
}

/** The mean and the largest size of a request, in a sentence. */
export function sizesFinding({ total, told }: UsageReport): string {
  const { input, output, requests, inputTokens, outputTokens } = total;
  if (input && output)
    return `A request has ${formatSize(input.mean)} tokens in and ${formatSize(output.mean)} out on the mean; one in twenty has over ${formatSize(input.p95)} in`;
  if (requests > 0 && !(told.input && told.output)) {
    const untold = [...(told.input ? [] : ["input"]), ...(told.output ? [] : ["output"])].join(" and ");
    return `The log does not tell ${untold} tokens`;
  }
  return requests > 0
    ? `A request has ${formatSize(inputTokens / requests)} tokens in and ${formatSize(outputTokens / requests)} out on the mean; no single one is known`
    : "No request, so no sizes";
}

/**
 * Each model at each service tier, most tokens first; the last cell is the bill’s amount, or without a bill
 * what the log says. What was written to the cache has a column where the log tells it.
 */
export function modelTable(
  { groups, told }: UsageReport,
  bill: UsageBill | null,
): { head: readonly string[]; rows: readonly ImportRow[] } {
  const head = ["Requests", "Input", "Cached", ...(told.written ? ["Written"] : []), "Output", "Reasoning", "Cost"];
  const rows = groups.map((group, index): ImportRow => {
    const {
      model,
      serviceTier,
      requests,
      failedRequests,
      inputTokens,
      cachedInputTokens,
      cacheWriteTokens,
      outputTokens,
      reasoningTokens,
    } = group;
    const pool = model === null ? null : poolOf(model);
    return {
      key: `${serviceTier} ${model ?? ""}`,
      name: modelName(model),
      about: [
        ...(serviceTier === "standard" ? [] : [tierWord(serviceTier)]),
        ...(pool !== null && pool !== model ? [pool] : []),
        ...(model !== null && !findModel(model) ? ["not in the catalogue"] : []),
        ...(failedRequests > 0 ? [`${formatNumber(failedRequests)} failed`] : []),
      ].join(", "),
      cells: [
        requests === 0 && !told.input && !told.output ? UNKNOWN : formatNumber(requests),
        told.input ? formatNumber(inputTokens) : UNKNOWN,
        told.cached ? formatPercent(shareIn(cachedInputTokens, inputTokens)) : UNKNOWN,
        ...(told.written ? [formatPercent(shareIn(cacheWriteTokens, inputTokens))] : []),
        told.output ? formatNumber(outputTokens) : UNKNOWN,
        told.reasoning ? formatPercent(shareIn(reasoningTokens, outputTokens)) : UNKNOWN,
        bill ? billText(bill.groups[index] ?? null, null) : (statedCost({ total: group }) ?? UNKNOWN),
      ],
    };
  });
  return { head, rows };
}

/** How many models a log names and which has most, in a sentence. */
export function modelsFinding({ groups, total }: UsageReport): string {
  const [first] = groups;
  if (!first) return "No model";
  const tier = first.serviceTier === "standard" ? "" : ` in ${tierWord(first.serviceTier)}`;
  if (groups.length === 1)
    return first.model === null ? "The log names no model" : `All of it is ${first.model}${tier}`;
  const models = new Set(groups.map(({ model }) => model)).size;
  if (total.inputTokens + total.outputTokens === 0)
    return models === 1 ? "One model" : `${formatNumber(models)} models; the log does not tell their tokens`;
  const share = shareIn(first.inputTokens + first.outputTokens, total.inputTokens + total.outputTokens);
  return `${models === 1 ? "One model" : `${formatNumber(models)} models`}; ${modelName(first.model)}${tier} has ${formatPercent(share)} of the tokens`;
}

/** What the log itself says it cost; `null` where it does not say. */
export function statedCost({ total }: { readonly total: Pick<UsageReport["total"], "costUsd"> }): string | null {
  const usd = statedUsd(total.costUsd);
  return usd && statedText(usd);
}

/** What each day cost by the log itself, with a sentence; `null` for logs that tell tokens or no cost. */
export function costDays({ told, days }: UsageReport): { finding: string; rows: readonly ImportRow[] } | null {
  if (told.input || told.output) return null;
  const sums = new Map<string, Exact>();
  for (const { day, costUsd } of days) {
    const usd = statedUsd(costUsd);
    if (usd) sums.set(day, add(sums.get(day) ?? ZERO, usd));
  }
  if (sums.size === 0) return null;
  const count = sums.size === 1 ? "One day, as" : `${formatNumber(sums.size)} days, each as`;
  return {
    finding: `${count} the log says`,
    rows: [...sums].map(([day, usd]) => ({ key: day, name: formatDay(day), about: "", cells: [statedText(usd)] })),
  };
}

const MOST_ROWS = 8;

/**
 * Rows that were not counted, and rows that tell of failed requests: the reason, how many, and the first of
 * them by number.
 */
export function skippedRows({ skipped, failed }: UsageReport): ImportRow[] {
  return [
    ...skipped.map((rows) => ({ ...rows, about: "skipped" })),
    ...failed.map((rows) => ({ ...rows, about: "read as failed" })),
  ].map(({ reason, count, rows, about }): ImportRow => {
    const shown = rows.slice(0, MOST_ROWS).map(formatNumber).join(", ");
    return {
      key: `${about} ${reason}`,
      name: reason,
      about,
      cells: [formatNumber(count), `${shown}${count > Math.min(rows.length, MOST_ROWS) ? " …" : ""}`],
    };
  });
}

/** How many rows were read and skipped, in a sentence. */
export function readFinding({ rowsRead, rowsSkipped }: UsageReport): string {
  const all = rowsRead + rowsSkipped;
  if (all === 0) return "No row was read";
  if (rowsSkipped === 0)
    return rowsRead === 1 ? "The one row was read" : `All ${formatNumber(rowsRead)} rows were read`;
  return `${formatNumber(rowsRead)} of ${formatNumber(all)} rows were read; ${formatNumber(rowsSkipped)} ${rowsSkipped === 1 ? "was" : "were"} skipped`;
}
