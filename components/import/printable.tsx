import { encodeLink } from "@/lib/link";
import { logReport, type ReadLog } from "@/lib/export";
import { hoursOfDay, requestsThroughTime, sizesChart, tokensThroughTime } from "@/lib/view/import/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import { ROUTES } from "@/components/ui/routes";
import SizesDrawing from "./charts/sizes";
import StackDrawing from "./charts/stack";

/** The log as a report, whose link leads to the workloads made of it; `null` before one is read. */
function toReport(log: ReadLog | null, link: string) {
  const origin = link.slice(0, -ROUTES.import.length);
  return log && logReport(log, (scenario) => (scenario ? origin + encodeLink(scenario) : link));
}

/** The charts of the report: requests and tokens through time, sizes, hours of the day. */
function Charts({ of: log }: { readonly of: ReadLog | null }) {
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

const printable: Printable<ReadLog | null> = { toReport, Charts, chartsAfter: "cost" };
export default printable;
