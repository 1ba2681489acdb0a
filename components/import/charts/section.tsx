"use client";

import { memo, useMemo } from "react";
import type { UsageReport } from "@/lib/usage";
import { hoursOfDay, requestsThroughTime, sizesChart, tokensThroughTime } from "@/lib/view/import/charts";
import { LazyChart } from "@/components/charts/lazy-chart";
import { ChartsSection } from "@/components/charts/section";

const loadStack = () => import("./stack");
const loadSizes = () => import("./sizes");

/** What of the log can be drawn; nothing where nothing can. */
export const ImportCharts = memo(function ImportCharts({ report }: { readonly report: UsageReport }) {
  const requests = useMemo(() => requestsThroughTime(report), [report]);
  const tokens = useMemo(() => tokensThroughTime(report), [report]);
  const sizes = useMemo(() => sizesChart(report), [report]);
  const hours = useMemo(() => hoursOfDay(report), [report]);
  if (![requests, tokens, sizes, hours].some(({ drawn }) => drawn)) return null;
  return (
    <ChartsSection>
      {requests.drawn && <LazyChart view={requests} load={loadStack} />}
      {tokens.drawn && <LazyChart view={tokens} load={loadStack} />}
      {sizes.drawn && <LazyChart view={sizes} load={loadSizes} />}
      {hours.drawn && <LazyChart view={hours} load={loadStack} />}
    </ChartsSection>
  );
});
