import { planReport } from "@/lib/export";
import type { Estimate } from "@/lib/estimate";
import type { RangeView } from "@/lib/view/ranges";
import { capChart, capWorkload, volumeChart } from "@/lib/view/plan/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import CapDrawing from "./charts/cap";
import VolumeDrawing from "./charts/volume";

/** A scenario as it is shown: its estimate, and what its ranges make of it. */
interface RangedPlan {
  readonly estimate: Estimate;
  readonly range: RangeView | null;
}

/** The charts of the report: how much a cap lets through, and how far each usage tier pays. */
function Charts({ of: { estimate } }: { readonly of: RangedPlan }) {
  return (
    <>
      <PaperChart view={capChart(estimate, capWorkload(estimate))} drawing={CapDrawing} />
      <PaperChart view={volumeChart(estimate)} drawing={VolumeDrawing} />
    </>
  );
}

const printable: Printable<RangedPlan> = {
  toReport: ({ estimate, range }, link) => planReport(estimate, link, range),
  Charts,
  chartsAfter: "tiers",
};
export default printable;
