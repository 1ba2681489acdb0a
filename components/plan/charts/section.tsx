"use client";

import { memo, useMemo, useState, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { billChart, capChart, capWorkload, tokensChart, volumeChart } from "@/lib/view/plan/charts";
import { workloadName } from "@/lib/view/names";
import { ChartChoice } from "@/components/charts/choice";
import { LazyChart } from "@/components/charts/lazy-chart";
import { ChartsSection } from "@/components/charts/section";

const loadCap = () => import("./cap");
const loadVolume = () => import("./volume");
const loadTokens = () => import("./tokens");
const loadBill = () => import("./bill");

interface PlanChartsProps {
  readonly estimate: Estimate;
  readonly place: Ref<HTMLElement>;
}

/**
 * The charts of an estimate: cap against throughput, cost against traffic, tokens against limits, the bill.
 */
export const PlanCharts = memo(function PlanCharts({ estimate, place }: PlanChartsProps) {
  const volume = useMemo(() => volumeChart(estimate), [estimate]);
  const tokens = useMemo(() => tokensChart(estimate), [estimate]);
  const bill = useMemo(() => billChart(estimate), [estimate]);
  return (
    <ChartsSection ref={place}>
      <CapOfWorkload estimate={estimate} />
      <LazyChart view={volume} load={loadVolume} />
      <LazyChart view={tokens} load={loadTokens} />
      <LazyChart view={bill} load={loadBill} low={bill.drawn && bill.bars.length === 1} />
    </ChartsSection>
  );
});

/**
 * The cap chart of one workload: at first the one whose tokens weigh most; a select chooses among several
 * standard ones.
 */
function CapOfWorkload({ estimate }: { readonly estimate: Estimate }) {
  const [chosen, choose] = useState<number | null>(null);
  const { scenario } = estimate;
  const standard = scenario.workloads.flatMap(({ serviceTier }, index) => (serviceTier !== "batch" ? [index] : []));
  const index = chosen !== null && standard.includes(chosen) ? chosen : capWorkload(estimate);
  const view = useMemo(() => capChart(estimate, index), [estimate, index]);
  const choice = standard.length > 1 && (
    <ChartChoice
      label="Workload of the chart"
      value={index}
      options={standard.map((each) => ({ value: each, name: workloadName(scenario, each) }))}
      onChoose={(value) => choose(Number(value))}
    />
  );
  return <LazyChart view={view} load={loadCap} choice={choice} />;
}
