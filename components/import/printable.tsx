import { encodeLink } from "@/lib/link";
import { logReport, type ReadLog } from "@/lib/export";
import { hoursOfDay, requestsThroughTime, sizesChart, tokensThroughTime } from "@/lib/view/import/charts";
import { PaperChart } from "@/components/report/paper-chart";
import { ROUTES } from "@/components/ui/routes";
import SizesDrawing from "./charts/sizes";
import StackDrawing from "./charts/stack";

export const CHARTS_AFTER = "cost";

/** The log as a report, whose link leads to the workloads made of it; `null` before one is read. */
export function toReport(log: ReadLog | null, link: string) {
  const origin = link.slice(0, -ROUTES.import.length);
  return log && logReport(log, (scenario) => (scenario ? origin + encodeLink(scenario) : link));
}

/** The charts of the report: requests and tokens through time, sizes, hours of the day. */
export function Charts({ of: log }: { readonly of: ReadLog | null }) {
  if (!log) return null;
  const { report } = log;
  return (
    <>
      <PaperChart view={requestsThroughTime(report)} drawing={StackDrawing} />
      <PaperChart view={tokensThroughTime(report)} drawing={StackDrawing} />
      <PaperChart view={sizesChart(report)} drawing={SizesDrawing} />
      <PaperChart view={hoursOfDay(report)} drawing={StackDrawing} />
    </>
  );
}
