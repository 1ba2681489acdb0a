import { formatNumber as n } from "@/lib/view/text";
import { formatWait, type SimulatedTraffic } from "../words";
import { type TrafficFigure, toFigure } from "./figure";

const RANKS = [50, 90, 95, 99] as const;

/** The waits of the requests that were admitted: mean, percentiles by nearest rank, longest. */
export function waitFigures({ main: { waits: found, admitted, delayed } }: SimulatedTraffic): TrafficFigure[] {
  const rank = (percent: number) =>
    `wait number ⌈${percent / 100} × ${n(admitted)}⌉ = ${n(Math.ceil((percent * admitted) / 100))} of ${n(admitted)} in order`;
  const none = "no request was admitted";
  return [
    toFigure({
      figure: "mean",
      label: "Mean wait",
      text: formatWait(found.mean),
      formula: admitted ? `all waits ÷ ${n(admitted)} admitted, ${n(admitted - delayed)} of them at once` : none,
      rule: "traffic-waits",
    }),
    ...RANKS.map((percent) =>
      toFigure({
        figure: `p${percent}`,
        label: `p${percent}`,
        text: formatWait(found[`p${percent}`]),
        formula: admitted ? rank(percent) : none,
        rule: "traffic-waits",
      }),
    ),
    toFigure({
      figure: "max",
      label: "Longest wait",
      text: formatWait(found.max),
      formula: admitted ? `the last of ${n(admitted)} waits in order` : none,
      rule: "traffic-waits",
    }),
  ];
}
