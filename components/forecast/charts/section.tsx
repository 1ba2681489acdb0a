"use client";

import { memo, useDeferredValue, useMemo } from "react";
import type { Forecast } from "@/lib/forecast";
import { forecastCostChart, forecastLimitsChart } from "@/lib/view/forecast/charts";
import { LazyChart } from "@/components/charts/lazy-chart";
import { LoneChart } from "@/components/charts/section";
import { BareSection } from "@/components/ui/section";

const loadCost = () => import("./cost");
const loadLimits = () => import("./limits");

/** Cost month by month, then how much of each limit is used. */
export const ForecastCharts = memo(function ForecastCharts({ forecast }: { readonly forecast: Forecast }) {
  const deferred = useDeferredValue(forecast);
  const cost = useMemo(() => forecastCostChart(deferred), [deferred]);
  const limits = useMemo(() => forecastLimitsChart(deferred), [deferred]);
  return (
    <>
      <BareSection label="Cost a month" className="@container">
        <LoneChart>
          <LazyChart view={cost} load={loadCost} height="h-100 @cq:h-112" />
        </LoneChart>
      </BareSection>
      <BareSection label="Limits over time" className="@container">
        <LoneChart>
          <LazyChart view={limits} load={loadLimits} height="h-135 tablet:h-50" />
        </LoneChart>
      </BareSection>
    </>
  );
});
