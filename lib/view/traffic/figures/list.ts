import type { HeadFigure } from "@/lib/view/estimate";
import { type RunFigureKey } from "@/lib/view/text";
import { policyOf, type SimulatedTraffic } from "../words";
import type { TrafficGroup, TrafficFigure } from "./figure";
import { requestFigures } from "./counts";
import { waitFigures } from "./waits";
import { timeFigures } from "./time";

/** Every figure of a run, in groups. */
export function trafficFigures(traffic: SimulatedTraffic): TrafficGroup[] {
  return [
    { title: "Requests", figures: requestFigures(traffic) },
    { title: "Waits of the admitted", figures: waitFigures(traffic) },
    { title: "Time and load", figures: timeFigures(traffic) },
  ];
}

/** The figure of a run with this key; `null` where this run has none. */
export function trafficFigure(traffic: SimulatedTraffic, { figure }: RunFigureKey): TrafficFigure | null {
  return (
    trafficFigures(traffic)
      .flatMap(({ figures }) => figures)
      .find((each) => each.work.figure === figure) ?? null
  );
}

const HEAD_FIGURES = {
  queue: ["delayedShare", "max", "p95", "longest", "recovery"],
  retry: ["failedShare", "throttled", "first", "max", "taken"],
  drop: ["failedShare", "throttled", "first", "admitted", "taken"],
} as const;

/** The head figures, first the one by which the policy is judged; none on Free, where nothing runs. */
export function trafficKeys(traffic: SimulatedTraffic): HeadFigure[] {
  if (traffic.input.scenario.usageTier === "free") return [];
  const all = trafficFigures(traffic).flatMap(({ figures }) => figures);
  const { offered, neverFits } = traffic.main;
  const names =
    neverFits > 0 && neverFits === offered
      ? (["neverFits", "admitted"] as const)
      : HEAD_FIGURES[policyOf(traffic.input.scenario)];
  return names.map((name) => {
    const { label, text, work } = all.find((one) => one.work.figure === name)!;
    return { label, figure: { text, work } };
  });
}
