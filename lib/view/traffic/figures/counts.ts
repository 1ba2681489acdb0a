import type { RuleId } from "@/lib/rules";
import { formatCompact, formatPercent, type RunFigureKey, formatNumber as n } from "@/lib/view/text";
import { policyOf, portion, waited, type SimulatedTraffic } from "../words";
import { type TrafficFigure, POLICY_RULES, toFigure } from "./figure";

/** How many requests came, and what became of them. */
export function requestFigures({ input, main }: SimulatedTraffic): TrafficFigure[] {
  const { offered, admitted, delayed, neverFits, throttled, failed, queued } = main;
  const rule = POLICY_RULES[policyOf(input.scenario)];
  const share = (name: RunFigureKey["figure"], label: string, part: number, by: RuleId) =>
    toFigure({
      figure: name,
      label,
      text: formatPercent(portion(part, offered)),
      formula: `${n(part)} ÷ ${n(offered)} offered`,
      rule: by,
    });
  const tooLarge = toFigure({
    figure: "neverFits",
    label: "Never fit",
    text: n(neverFits),
    formula: `${n(neverFits)} of ${n(offered)} are charged more than a minute’s tokens`,
    rule: "request-too-large",
  });
  const waiting = toFigure({
    figure: "queued",
    label: "Still waiting",
    text: n(queued),
    formula: `${n(offered)} offered − ${n(admitted)} admitted − ${n(failed)} failed − ${n(neverFits)} never fit`,
    rule: "traffic-counts",
  });
  return [
    toFigure({
      figure: "offered",
      label: "Offered",
      text: n(offered),
      formula: `${n(admitted)} admitted + ${n(failed)} failed + ${n(neverFits)} never fit + ${n(queued)} still waiting`,
      rule: "traffic-counts",
    }),
    toFigure({
      figure: "admitted",
      label: "Admitted",
      text: n(admitted),
      formula: `${n(offered)} offered − ${n(failed)} failed − ${n(neverFits)} never fit − ${n(queued)} still waiting`,
      rule: "traffic-counts",
    }),
    toFigure({
      figure: "delayed",
      label: "Waited",
      text: n(waited(main)),
      formula: `${n(delayed)} admitted later + ${n(queued)} still waiting`,
      rule,
    }),
    share("delayedShare", "Share that waited", waited(main), rule),
    toFigure({
      figure: "throttled",
      label: "429 answers",
      text: n(throttled),
      formula:
        rule === "traffic-queue"
          ? "0: the client sends only what both buckets can pay"
          : `${n(throttled)} counted, ${formatCompact(portion(throttled, offered))} for each of ${n(offered)} requests`,
      rule,
    }),
    toFigure({
      figure: "failed",
      label: "Failed",
      text: n(failed),
      formula:
        rule === "traffic-queue"
          ? "0: a request that paces itself waits and does not fail"
          : `${n(failed)} counted, after ${rule === "traffic-drop" ? "one attempt" : "six attempts"} each`,
      rule,
    }),
    ...(rule === "traffic-queue" ? [] : [share("failedShare", "Share that failed", failed, rule)]),
    ...(neverFits ? [tooLarge] : []),
    ...(queued ? [waiting] : []),
  ];
}
