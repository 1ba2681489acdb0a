import type { BacklogPlan } from "@/lib/batch";
import { frontierChart, wavesChart } from "@/lib/view/backlog/charts";
import { PaperChart } from "@/components/report/paper-chart";
import FrontierDrawing from "./charts/frontier";
import WavesDrawing from "./charts/waves";

export { backlogReport as toReport } from "@/lib/export";
export const CHARTS_AFTER = "ways";

/** The charts of the report: the plan in time, and what waiting saves. */
export function Charts({ of: plan }: { readonly of: BacklogPlan }) {
  const waves = wavesChart(plan);
  if (!waves) return null;
  return (
    <>
      <PaperChart view={waves} drawing={WavesDrawing} />
      <PaperChart view={frontierChart(plan)} drawing={FrontierDrawing} />
    </>
  );
}
