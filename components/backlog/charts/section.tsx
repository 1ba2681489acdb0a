"use client";

import { memo, useDeferredValue, useMemo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { frontierChart, wavesChart } from "@/lib/view/backlog/charts";
import { LazyChart } from "@/components/charts/lazy-chart";
import { ChartsSection } from "@/components/charts/section";

const loadWaves = () => import("./waves");
const loadFrontier = () => import("./frontier");

/** The plan in time, and what waiting saves; nothing where nothing runs. */
export const BacklogCharts = memo(function BacklogCharts({ plan }: { readonly plan: BacklogPlan }) {
  const deferred = useDeferredValue(plan);
  const waves = useMemo(() => wavesChart(deferred), [deferred]);
  const frontier = useMemo(() => frontierChart(deferred), [deferred]);
  if (!waves) return null;
  return (
    <ChartsSection>
      <LazyChart view={waves} load={loadWaves} />
      <LazyChart view={frontier} load={loadFrontier} />
    </ChartsSection>
  );
});
