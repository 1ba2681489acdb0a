"use client";

import { useMemo } from "react";
import type { Estimate } from "@/lib/estimate";
import type { Forecast } from "@/lib/forecast";
import { decodeForecastKey, decodePlanKey } from "@/lib/view/text";
import { forecastWorkingOf, workingOf } from "@/lib/view/working";
import { WorkingPopover } from "@/components/figures/working-popover";

interface ForecastWorkingProps {
  readonly anchor: HTMLElement;
  readonly estimate: Estimate;
  readonly forecast: Forecast | null;
  readonly onClose: () => void;
}

/** The working of a figure of a forecast or, before there is one, of the month of today. */
export default function ForecastWorking({ anchor, estimate, forecast, onClose }: ForecastWorkingProps) {
  const pressed = anchor.dataset["work"]!;
  const work = useMemo(() => {
    const key = decodeForecastKey(pressed);
    if (key) return forecast && forecastWorkingOf(key, forecast);
    const today = decodePlanKey(pressed);
    return today && workingOf(today, estimate);
  }, [pressed, estimate, forecast]);
  return <WorkingPopover anchor={anchor} work={work} onClose={onClose} />;
}
