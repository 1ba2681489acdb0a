import type { Estimate } from "@/lib/estimate";
import { capChart, capWorkload, volumeChart } from "@/lib/view/plan/charts";
import { PaperChart } from "@/components/report/paper-chart";
import CapDrawing from "./charts/cap";
import VolumeDrawing from "./charts/volume";

export { planReport as toReport } from "@/lib/export";

export const CHARTS_AFTER = "tiers";

/** The charts of the report: how much a cap lets through, and how far each usage tier pays. */
export function Charts({ of: estimate }: { readonly of: Estimate }) {
  return (
    <>
      <PaperChart view={capChart(estimate, capWorkload(estimate))} drawing={CapDrawing} />
      <PaperChart view={volumeChart(estimate)} drawing={VolumeDrawing} />
    </>
  );
}
