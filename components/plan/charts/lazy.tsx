"use client";

import { memo, useMemo, useState } from "react";
import type { Estimate } from "@/lib/estimate";
import { billChart, capChart, capWorkload, tokensChart, volumeChart } from "@/lib/view/plan";
import { workloadName } from "@/lib/view/text";
import { Chart } from "@/components/charts/lazy-chart";

const loadCap = () => import("./cap");
const loadVolume = () => import("./volume");
const loadTokens = () => import("./tokens");
const loadBill = () => import("./bill");

interface EstimateProps {
  readonly estimate: Estimate;
}

/** Cap against throughput. Starts with the workload whose tokens weigh most; with several standard workloads a select chooses. */
export const CapChart = memo(function CapChart({ estimate }: EstimateProps) {
  const [chosen, choose] = useState<number | null>(null);
  const { workloads } = estimate.scenario;
  const standard = workloads.flatMap(({ serviceTier }, index) => (serviceTier !== "batch" ? [index] : []));
  const index = chosen !== null && standard.includes(chosen) ? chosen : capWorkload(estimate);
  const view = useMemo(() => capChart(estimate, index), [estimate, index]);
  const choice = standard.length > 1 && (
    <select
      className="only-with-scripts field-sizing-content max-w-[60%] truncate bg-bg text-12 text-ink-2"
      aria-label="Workload of the chart"
      value={index}
      onChange={({ target }) => choose(Number(target.value))}
    >
      {standard.map((each) => (
        <option key={each} value={each}>
          {workloadName(estimate.scenario, each)}
        </option>
      ))}
    </select>
  );
  return <Chart view={view} load={loadCap} choice={choice} />;
});

/** Cost a month against traffic, with the usage limit of each tier. */
export const VolumeChart = memo(function VolumeChart({ estimate }: EstimateProps) {
  const view = useMemo(() => volumeChart(estimate), [estimate]);
  return <Chart view={view} load={loadVolume} />;
});

/** Tokens a minute against the limits of the tiers. */
export const TokensChart = memo(function TokensChart({ estimate }: EstimateProps) {
  const view = useMemo(() => tokensChart(estimate), [estimate]);
  return <Chart view={view} load={loadTokens} />;
});

/** The month’s bill by workload and line item. */
export const BillChart = memo(function BillChart({ estimate }: EstimateProps) {
  const view = useMemo(() => billChart(estimate), [estimate]);
  return <Chart view={view} load={loadBill} />;
});
