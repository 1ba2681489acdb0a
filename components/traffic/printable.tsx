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
  const [queue, waits, throttled] = [queueChart(runs, pool), waitsChart(runs, pool), throttledChart(runs, pool)];
  const beside = [queue, waits, throttled].filter(({ drawn }) => drawn).length;
  return (
    <>
      <PaperChart view={loadChart(runs, pool)} drawing={LoadDrawing} isWide={beside % 2 === 0} />
      <PaperChart view={queue} drawing={FlowDrawing} />
      <PaperChart view={waits} drawing={WaitsDrawing} />
      <PaperChart view={throttled} drawing={FlowDrawing} />
    </>
  );
}

const printable: Printable<TrafficRunner> = { toReport, Charts, chartsAfter: "policies" };
export default printable;
