import { backlogReport } from "@/lib/export";
import type { BacklogPlan } from "@/lib/batch";
import { frontierChart, wavesChart } from "@/lib/view/backlog/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import FrontierDrawing from "./charts/frontier";
import WavesDrawing from "./charts/waves";

/** The charts of the report: the plan in time, and what waiting saves. */
function Charts({ of: plan }: { readonly of: BacklogPlan }) {
  const waves = wavesChart(plan);
  if (!waves) return null;
  return (
    <>
      <PaperChart view={waves} drawing={WavesDrawing} />
      <PaperChart view={frontierChart(plan)} drawing={FrontierDrawing} />
    </>
  );
}

const printable: Printable<BacklogPlan> = { toReport: backlogReport, Charts, chartsAfter: "ways" };
export default printable;
