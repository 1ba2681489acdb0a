import type { RunFigureKey } from "@/lib/view/text";
import { trafficFigure, type SimulatedTraffic } from "@/lib/view/traffic";
import { working, type Working } from "./compose";

/** The working of a figure of a run; `null` where the run has no such figure. */
export function trafficWorkingOf(key: RunFigureKey, traffic: SimulatedTraffic): Working | null {
  const found = trafficFigure(traffic, key);
  return (
    found &&
    working({
      title: found.label,
      steps: [],
      result: { label: found.label, expression: found.formula, value: found.text },
      rule: found.rule,
    })
  );
}
