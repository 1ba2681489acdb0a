import { trafficReport } from "@/lib/export";
import { busiestPool } from "@/lib/view/traffic";
import { loadChart, queueChart, throttledChart, waitsChart } from "@/lib/view/traffic/charts";
import type { Printable } from "@/components/report/outlet";
import { PaperChart } from "@/components/report/paper-chart";
import FlowDrawing from "./charts/flow";
import LoadDrawing from "./charts/load";
import WaitsDrawing from "./charts/waits";
import type { TrafficRunner } from "./simulation/runner";

/** What the runner has run so far as a report. */
function toReport(runner: TrafficRunner, link: string) {
  const { request, runs } = runner.get();
  return trafficReport({ scenario: request.scenario, runs }, link);
}

/** The charts of the report: load, queue, waits and refusals of the model with most trouble. */
function Charts({ of: runner }: { readonly of: TrafficRunner }) {
  const { runs } = runner.get();
  if (!runs || runs.main.pools.length === 0) return null;
  const pool = busiestPool(runs.main);
  return (
    <>
      <PaperChart view={loadChart(runs, pool)} drawing={LoadDrawing} isWide />
      <PaperChart view={queueChart(runs, pool)} drawing={FlowDrawing} />
      <PaperChart view={waitsChart(runs, pool)} drawing={WaitsDrawing} />
      <PaperChart view={throttledChart(runs, pool)} drawing={FlowDrawing} />
    </>
  );
}

const printable: Printable<TrafficRunner> = { toReport, Charts, chartsAfter: "policies" };
export default printable;
