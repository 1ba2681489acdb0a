"use client";

import { memo, useDeferredValue, useMemo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { frontierChart, wavesChart } from "@/lib/view/backlog";
import { Chart } from "@/components/charts/lazy-chart";

const loadWaves = () => import("@/components/backlog/charts/waves");
const loadFrontier = () => import("@/components/backlog/charts/frontier");

/** The plan in time, and what waiting saves; nothing where nothing runs. */
export const BacklogCharts = memo(function BacklogCharts({ plan }: { plan: BacklogPlan }) {
  const late = useDeferredValue(plan);
  const waves = useMemo(() => wavesChart(late), [late]);
  const frontier = useMemo(() => frontierChart(late), [late]);
  if (!waves) return null;
  return (
    <section className="sec @container" aria-label="Charts">
      <div className="charts">
        <Chart view={waves} load={loadWaves} />
        <Chart view={frontier} load={loadFrontier} />
      </div>
    </section>
  );
});
