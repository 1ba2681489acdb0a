import type { Estimate } from "@/lib/estimate";
import { toFixedText, toShortestText, type Exact } from "@/lib/money";
import { csvCell } from "./formats/delimited";

/** The header of the CSV. */
export const CSV_COLUMNS = [
  "workload",
  "model",
  "service_tier",
  "item",
  "tokens_per_month",
  "price_per_mtok_usd",
  "per_month_usd",
] as const;

const known = (amount: Exact | null, text: (amount: Exact) => string) => (amount ? text(amount) : "");

/**
 * The bill, one row a line item, with the figures of the JSON answer; an unknown amount is an empty cell, and so
 * are tokens and their price where a line is calls of a tool.
 * Lines end in CRLF, the last one too.
 */
export function toCsv({ scenario, cost }: Estimate): string {
  const rows = cost.workloads.flatMap(({ name, model, lineItems }, index) =>
    lineItems.map((line) => [
      name,
      model,
      scenario.workloads[index]!.serviceTier,
      line.item,
      ...("callsPerMonth" in line
        ? ["", ""]
        : [toShortestText(line.tokensPerMonth), known(line.pricePerMTok, toShortestText)]),
      known(line.perMonth, (amount) => toFixedText(amount, 6)),
    ]),
  );
  return [CSV_COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
