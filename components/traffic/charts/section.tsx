"use client";

import { useMemo, useState } from "react";
import type { RunInput, Simulation } from "@/lib/simulation";
import { poolName } from "@/lib/view/names";
import { busiestPool } from "@/lib/view/traffic";
import { loadChart, queueChart, throttledChart, waitsChart } from "@/lib/view/traffic/charts";
import { ChartChoice } from "@/components/charts/choice";
import { LazyChart } from "@/components/charts/lazy-chart";
import { ChartsSection } from "@/components/charts/section";

const loadLoad = () => import("./load");
const loadFlow = () => import("./flow");
const loadWaits = () => import("./waits");

/** The charts of one pool; with several a select chooses, at first the one with most trouble. */
export function TrafficCharts({ runs }: { readonly runs: { readonly input: RunInput; readonly main: Simulation } }) {
  const [chosen, choose] = useState<string | null>(null);
  const { main } = runs;
  const pool = main.pools.some((run) => run.pool === chosen) ? chosen! : busiestPool(main);
  const traffic = useMemo(() => ({ input: runs.input, main }), [runs.input, main]);
  const load = useMemo(() => loadChart(traffic, pool), [traffic, pool]);
  const queue = useMemo(() => queueChart(traffic, pool), [traffic, pool]);
  const waits = useMemo(() => waitsChart(traffic, pool), [traffic, pool]);
  const throttled = useMemo(() => throttledChart(traffic, pool), [traffic, pool]);
  const choice = main.pools.length > 1 && (
    <ChartChoice
      label="Model of the charts"
      value={pool}
      options={main.pools.map((run) => ({ value: run.pool, name: poolName(run.pool) }))}
      onChoose={choose}
    />
  );
  return (
    <ChartsSection>
      <LazyChart view={load} load={loadLoad} choice={choice} />
      <LazyChart view={queue} load={loadFlow} choice={choice} />
      <LazyChart view={waits} load={loadWaits} choice={choice} />
      <LazyChart view={throttled} load={loadFlow} choice={choice} />
    </ChartsSection>
  );
}
