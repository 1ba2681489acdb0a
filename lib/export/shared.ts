import type { Scenario } from "@/lib/scenario";
import type { VerdictView } from "@/lib/view/estimate";
import type { Working } from "@/lib/view/working";
import { plainText } from "@/lib/view/text";
import { words } from "./cells";
import type { Report, ReportTable } from "./report";

/** What a scenario is called on paper and in file names: its title, else its workloads. */
export function scenarioTitle({ title, workloads }: Pick<Scenario, "title" | "workloads">): string {
  const names = workloads.map(({ name, model }) => name || model);
  return title || names.slice(0, 2).join(", ");
}

/** A verdict of a page: of an estimate, or over the cases of its ranges. */
type ReportedVerdict = Pick<VerdictView, "lead" | "joined" | "rest" | "asides"> & {
  readonly tone: Report["verdict"]["tone"];
};

/** A verdict as a report says it. */
export const reportVerdict = ({ tone, lead, joined, rest, asides }: ReportedVerdict): Report["verdict"] => ({
  tone,
  lead: plainText(lead),
  rest: plainText(rest) && `${joined ? "" : " "}${plainText(rest)}`,
  asides,
});

/** Figures with the formula of each; those without a working are left out. */
export function workingBlock(workings: readonly (Working | null)[]): ReportTable {
  return {
    key: "working",
    title: "How the figures are made",
    columns: [
      { name: "figure", label: "Figure" },
      { name: "formula", label: "Formula", isProse: true },
      { name: "result", label: "Result", isNumeric: true },
    ],
    rows: workings.flatMap((working) => {
      if (!working) return [];
      const { title, result } = working;
      return [{ cells: [words(title), words(result.expression), words(result.value)] }];
    }),
  };
}
