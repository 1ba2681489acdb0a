"use client";

import { memo, useMemo, useState } from "react";
import {
  busiestPool,
  latencyWanted,
  loadChart,
  queueChart,
  throttledChart,
  trafficFigures,
  trafficFinding,
  waitsChart,
} from "@/lib/view/traffic";
import { Chart } from "@/components/charts/lazy-chart";
import { FigureButton } from "@/components/figures/figure-button";
import { Section } from "@/components/ui/section";
import type { TrafficRuns } from "./runs";
import { Worked } from "./worked";

const loadLoad = () => import("@/components/traffic/charts/load");
const loadFlow = () => import("@/components/traffic/charts/flow");
const loadWaits = () => import("@/components/traffic/charts/waits");

/** Every figure of the run, each with its working. */
function Ledger({ runs }: { runs: TrafficRuns }) {
  const wanted = latencyWanted(runs.input.scenario);
  return (
    <Worked traffic={runs}>
      <div className="grid gap-x-12 gap-y-6 tablet:grid-cols-2 wide:grid-cols-3">
        {trafficFigures(runs).map(({ title, figures }) => (
          <div key={title}>
            <h3 className="eye mb-1">{title}</h3>
            <dl>
              {figures.map(({ work, label, text }) => (
                <div key={label} className="flex justify-between gap-4 border-t border-line py-1">
                  <dt className="text-ink-2">{label}</dt>
                  <dd className="text-right">
                    <FigureButton text={text} work={work} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      {wanted.length > 0 && (
        <p className="mt-3 text-small text-ink-2">
          Requests in flight need each workload’s latency. {wanted.join("; ")}.
        </p>
      )}
    </Worked>
  );
}

/** The charts of one pool; with several a select chooses, at first the one with most trouble. */
function Charts({ runs }: { runs: TrafficRuns }) {
  const [chosen, choose] = useState<string | null>(null);
  const { main } = runs;
  const pool = main.pools.some((run) => run.pool === chosen) ? chosen! : busiestPool(main);
  const traffic = useMemo(() => ({ input: runs.input, main }), [runs.input, main]);
  const load = useMemo(() => loadChart(traffic, pool), [traffic, pool]);
  const queue = useMemo(() => queueChart(traffic, pool), [traffic, pool]);
  const waits = useMemo(() => waitsChart(traffic, pool), [traffic, pool]);
  const throttled = useMemo(() => throttledChart(traffic, pool), [traffic, pool]);
  const choice = main.pools.length > 1 && (
    <select
      className="only-with-scripts field-sizing-content max-w-[60%] truncate bg-bg text-12 text-ink-2"
      aria-label="Model of the charts"
      value={pool}
      onChange={({ target }) => choose(target.value)}
    >
      {main.pools.map((run) => (
        <option key={run.pool} value={run.pool}>
          {run.pool}
        </option>
      ))}
    </select>
  );
  return (
    <section className="sec @container" aria-label="Charts">
      <div className="charts">
        <Chart view={load} load={loadLoad} choice={choice} />
        <Chart view={queue} load={loadFlow} choice={choice} />
        <Chart view={waits} load={loadWaits} choice={choice} />
        <Chart view={throttled} load={loadFlow} choice={choice} />
      </div>
    </section>
  );
}

/** What became of the traffic in figures, and drawn through the day; nothing on Free, where nothing runs. */
export const TrafficResults = memo(function TrafficResults({ runs }: { runs: TrafficRuns }) {
  if (runs.input.scenario.usageTier === "free") return null;
  return (
    <>
      <Section id="figures" eyebrow="What became of the requests" finding={trafficFinding(runs)}>
        <Ledger runs={runs} />
      </Section>
      <Charts runs={runs} />
    </>
  );
});
