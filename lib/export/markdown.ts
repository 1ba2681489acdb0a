import type { Estimate } from "@/lib/estimate";
import { billView, verdictView } from "@/lib/view/plan";
import { plainText } from "@/lib/view/text";

const escaped = (text: string) => text.replace(/[\\|*_`<>[\]]/g, "\\$&").replace(/\s+/g, " ");

/** The verdict and the bill as a Markdown table, with the figures as the page shows them. */
export function toMarkdown(estimate: Estimate): string {
  const verdict = verdictView(estimate);
  const bill = billView(estimate);
  const row = (...cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  return [
    [`**${plainText(verdict.lead)}**`, ...[plainText(verdict.rest), ...verdict.asides].map(escaped)].join(" "),
    "",
    row("Workload", "Line item", "Million tokens a month", "$ a million", "A month", "Share"),
    "| --- | --- | ---: | ---: | ---: | ---: |",
    ...bill.workloads.flatMap((workload) =>
      workload.lines.map((line) =>
        row(`${workload.name} (${workload.about})`, line.label, line.millions, line.price, line.month.text, line.share),
      ),
    ),
    row("Total", "", "", "", bill.total.text, bill.itemsText ? "100 %" : ""),
    "",
  ].join("\n");
}
