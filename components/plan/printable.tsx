import { planReport } from "@/lib/export";
import type { Estimate } from "@/lib/estimate";
import { capChart, capWorkload, volumeChart } from "@/lib/view/plan/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import CapDrawing from "./charts/cap";
import VolumeDrawing from "./charts/volume";

/** The charts of the report: how much a cap lets through, and how far each usage tier pays. */
function Charts({ of: estimate }: { readonly of: Estimate }) {
  return (
    <>
      <PaperChart view={capChart(estimate, capWorkload(estimate))} drawing={CapDrawing} />
      <PaperChart view={volumeChart(estimate)} drawing={VolumeDrawing} />
    </>
  );
}

const printable: Printable<Estimate> = { toReport: planReport, Charts, chartsAfter: "tiers" };
export default printable;
