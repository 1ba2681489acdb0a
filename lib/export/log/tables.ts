import type { UsageFit } from "@/lib/estimate";
import type { UsageReport } from "@/lib/usage";
import { IMPORT_HEADS, importTiers, modelsFinding, modelTable, sizeRows, sizesFinding } from "@/lib/view/import";
import { UNKNOWN } from "@/lib/view/text";
import { ratio, usd, words } from "../cells";
import type { Cell, ReportTable } from "../report";
import type { ReadLog } from "./report";

const COUNTS = {
  Requests: ["requests", "requests"],
  Input: ["input_tokens", "inputTokens"],
  Cached: ["cached_input_tokens", "cachedInputTokens"],
  Written: ["cache_write_tokens", "cacheWriteTokens"],
  Output: ["output_tokens", "outputTokens"],
  Reasoning: ["reasoning_tokens", "reasoningTokens"],
} as const;
type Counted = keyof typeof COUNTS;
const isCount = (head: string): head is Counted => head in COUNTS;

/** Each model at each service tier: requests, tokens and cost. */
export function modelsBlock({ report, bills }: Pick<ReadLog, "report" | "bills">): ReportTable {
  const bill = bills.dated ?? bills.now;
  const { head, rows } = modelTable(report, bill);
  const cell = (text: string, index: number, column: string): Cell => {
    if (text === UNKNOWN) return words(text, null);
    if (isCount(column)) return words(text, String(report.groups[index]![COUNTS[column][1]]));
    return bill?.groups[index] ? usd(bill.groups[index], text) : words(text, text.replace(/[$,]/g, ""));
  };
  return {
    key: "models",
    title: modelsFinding(report),
    columns: [
      { name: "model", label: "Model" },
      { name: "service_tier", label: "Service tier", isForPrograms: true },
      { name: "about", label: "", isProse: true },
      ...head.map((label) => ({ name: isCount(label) ? COUNTS[label][0] : "cost_usd", label, isNumeric: true })),
    ],
    rows: rows.map(({ name, about, cells }, index) => ({
      cells: [
        words(name, report.groups[index]!.model),
        words(report.groups[index]!.serviceTier),
        words(about),
        ...cells.map((text, column) => cell(text, index, head[column]!)),
      ],
    })),
  };
}

/** The busiest minute of each model against each usage tier. */
export function busiestAtTiers(fit: UsageFit, model: string | undefined): ReportTable[] {
  const view = importTiers(fit, model);
  if (!view) return [];
  const used = fit.pools.flatMap(({ tiers }) =>
    [0, 1].map((dimension) => tiers.map(({ against }) => against[dimension]!.utilisation)),
  );
  return [
    {
      key: "tiers",
      title: view.finding,
      columns: [
        { name: "limit", label: "" },
        { name: "of", label: "", isProse: true },
        ...view.heads.map(({ tier }) => ({ name: `tier_${tier}`, label: `Tier ${tier}` })),
      ],
      rows: view.rows.map(({ name, about, cells }, row) => ({
        cells: [
          words(name),
          words(about),
          ...cells.map(({ text, of, state }, column): Cell => {
            const tone = state === "over" || state === "near" ? { tone: state } : {};
            return { ...ratio(used[row]?.[column] ?? null, `${text} ${of}`), ...tone };
          }),
        ],
      })),
      ...(view.remark && { remark: view.remark }),
    },
  ];
}

const SIZE_NAMES = ["mean", "p50", "p95", "p99", "largest"] as const;

/** Tokens of a request: mean, quantiles, largest. */
export function sizesBlock(report: UsageReport): ReportTable[] {
  const rows = sizeRows(report);
  if (rows.length === 0) return [];
  const { input, output, reasoningShare } = report.total;
  const spreads = [input, output, reasoningShare].filter((spread) => spread !== null);
  return [
    {
      key: "sizes",
      title: sizesFinding(report),
      columns: [
        { name: "tokens", label: "Tokens of a request" },
        ...IMPORT_HEADS.sizes.map((label, index) => ({ name: SIZE_NAMES[index]!, label, isNumeric: true })),
      ],
      rows: rows.map(({ name, cells }, row) => {
        const { mean, p50, p95, p99, max } = spreads[row]!;
        return {
          cells: [words(name), ...[mean, p50, p95, p99, max].map((value, index) => ratio(value, cells[index]!))],
        };
      }),
    },
  ];
}
