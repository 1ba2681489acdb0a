import type { LineItem } from "@/lib/cost";
import type { Estimate } from "@/lib/estimate";
import { divide, type Exact } from "@/lib/money";
import { type BillLine, billView, type BillView, type BillWorkload } from "@/lib/view/plan";
import { UNKNOWN } from "@/lib/view/text";
import { exactly, usd, words } from "../cells";
import type { BarPart, Cell, Row, ReportTable } from "../report";

const NOTHING: Cell = { text: "", value: null };

/** A share of the total, 1 for all of it. */
function share(text: string, part: Exact | null, total: Exact | null): Cell {
  const isKnown = part && total && total.n > 0n && text !== UNKNOWN;
  return exactly(text, isKnown ? divide(part, total) : null);
}

/** Tokens a request, tokens a month and their price; of a tool calls in words, for programs unknown. */
function sizeCells(line: BillLine, exact: LineItem): Cell[] {
  if ("callsPerMonth" in exact) return [line.tokens, line.millions, line.price].map((text) => words(text, null));
  return [
    // The text is exact already.
    words(line.tokens, line.tokens.replaceAll(",", "")),
    exactly(line.millions, exact.tokensPerMonth),
    exactly(line.price, exact.pricePerMTok),
  ];
}

function workloadRow({ name, about, tokens, month, share: part, lines }: BillWorkload): Row {
  const texts = [`${name}, ${about}`, tokens, "", "", month.text, part];
  return {
    is: "head",
    cells: [NOTHING, NOTHING, NOTHING, NOTHING, ...texts.map((text) => words(text))],
    bar: lines.map(({ item, start, width }) => ({ from: start, to: start + width, of: item })),
  };
}

/** The items of the whole bill side by side. */
function stacked(items: BillView["items"]): BarPart[] {
  let from = 0;
  return items.map(({ item, width }) => ({ from, to: (from += width), of: item }));
}

/** The bill line by line, its months as they add up on the page; a share of the total is 0–1. */
export function billBlock(estimate: Estimate): ReportTable {
  const { scenario, cost } = estimate;
  const view = billView(estimate);
  const rows = view.workloads.flatMap((bill, index): Row[] => {
    const { model, serviceTier } = scenario.workloads[index]!;
    const lines = bill.lines.map((line, n): Row => {
      const exact = cost.workloads[index]!.lineItems[n]!;
      return {
        cells: [
          words(bill.name),
          words(model),
          words(serviceTier),
          words(line.item),
          words(line.label),
          ...sizeCells(line, exact),
          usd(exact.perMonth, line.month.text),
          share(line.share, exact.perMonth, cost.perMonth),
        ],
        bar: [{ from: line.start, to: line.start + line.width, of: line.item }],
      };
    });
    return view.workloads.length > 1 ? [workloadRow(bill), ...lines] : lines;
  });
  const total = ["Total a month", "", "", "", view.total.text, view.share];
  return {
    key: "bill",
    title: view.finding,
    columns: [
      { name: "workload", label: "Workload", isForPrograms: true },
      { name: "model", label: "Model", isForPrograms: true },
      { name: "service_tier", label: "Service tier", isForPrograms: true },
      { name: "item", label: "Item", isForPrograms: true },
      { name: "line_item", label: "Line item" },
      { name: "tokens_per_request", label: "Tokens a request", isNumeric: true },
      { name: "tokens_per_month", label: "Million a month", isNumeric: true },
      { name: "price_per_mtok_usd", label: "$ a million", isNumeric: true },
      { name: "per_month_usd", label: "A month", isNumeric: true },
      { name: "share", label: "Share", isNumeric: true },
    ],
    rows: [
      ...rows,
      {
        is: "total",
        cells: [NOTHING, NOTHING, NOTHING, NOTHING, ...total.map((text) => words(text))],
        bar: stacked(view.items),
      },
    ],
    bars: { label: "Where it falls in the total", full: 1 },
  };
}
