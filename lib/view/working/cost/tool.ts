import { CHARGES } from "@/lib/catalogue";
import type { LineItem, ToolItem } from "@/lib/cost";
import type { Estimate } from "@/lib/estimate";
import { billView } from "@/lib/view/plan";
import { ITEMS, workloadName } from "@/lib/view/names";
import { step, working, type Working } from "../compose";
import { A_MONTH, attempts } from "../rates";
import { known, number, over, price, times } from "../term";

const TOOLS = {
  "web-search": { calls: "webSearchCalls", fact: CHARGES.webSearch },
  "file-search": { calls: "fileSearchCalls", fact: CHARGES.fileSearch },
} as const;

/** A line of calls of a tool, a month. */
export function toolWorking(
  estimate: Estimate,
  index: number,
  line: Extract<LineItem, { readonly item: ToolItem }>,
): Working {
  const { scenario } = estimate;
  const workload = scenario.workloads[index]!;
  const tool = TOOLS[line.item];
  const requests = attempts(workload, A_MONTH);
  const calls = number(workload[tool.calls]!);
  const view = billView(estimate).workloads[index]!.lines.find(({ item }) => item === line.item)!;
  return working({
    title: `${ITEMS[line.item]}, ${workloadName(scenario, index)}, a month`,
    steps: [
      step(workload.retryShare ? "Requests a month, with retries" : "Requests a month", requests),
      step("Calls each", calls),
      step("Calls a month", times(known(requests), known(calls))),
      step("Price of 1,000 calls", price(line.pricePerThousandCalls), "the same on every model"),
    ],
    result: step(
      "A month",
      over(times(known(requests), known(calls), price(line.pricePerThousandCalls)), number(1000)),
      view.month.text,
    ),
    rule: "tool-calls",
    facts: [tool.fact],
  });
}
