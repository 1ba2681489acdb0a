import { formatNumber as n } from "@/lib/view/text";
import { recoveryOf, type Recovery } from "@/lib/simulation";
import { MINUTE_MS } from "@/lib/rates";
import { minutesWords, momentText, policyOf, type SimulatedTraffic } from "../words";
import { type TrafficFigure, toFigure, POLICY_RULES } from "./figure";
import { retriesFigure } from "./retries";
import { flightFigures } from "./flights";

function recoveryFormula({ minute, queued, minutes }: Recovery, { input }: SimulatedTraffic): string {
  const at = (each: number) => momentText(input, each * MINUTE_MS);
  const longest = `${n(queued)} waiting at ${at(minute + 1)}`;
  return minutes === null
    ? `${longest}; some still wait at the end of the run`
    : `${longest}, none at ${at(minute + 1 + minutes)}`;
}

/** When 429s came, how long the queue grew, and what the requests took up. */
export function timeFigures(traffic: SimulatedTraffic): TrafficFigure[] {
  const { input, main } = traffic;
  const { scenario } = input;
  const policy = policyOf(scenario);
  const recovery = policy === "drop" ? null : recoveryOf(main.minutes);
  const throttled = main.minutes.throttled.reduce((most, count) => Math.max(most, count), 0);
  const retries = retriesFigure(traffic);
  const recovered = recovery?.minutes === null ? "never" : minutesWords(recovery?.minutes ?? 0);
  return [
    toFigure({
      figure: "first",
      label: "First 429",
      text: main.firstThrottledMs === null ? "none" : momentText(input, main.firstThrottledMs),
      formula:
        main.firstThrottledMs === null
          ? "no request was answered with a 429"
          : `${n(Math.floor(main.firstThrottledMs))} ms from the start`,
      rule: POLICY_RULES[policy],
    }),
    toFigure({
      figure: "longest",
      label: "Longest queue",
      text: recovery ? n(recovery.queued) : "0",
      formula: recovery
        ? `came − admitted − failed − never fit, all up to ${momentText(input, (recovery.minute + 1) * MINUTE_MS)}`
        : "nothing waited past the end of a minute",
      rule: "traffic-recovery",
    }),
    toFigure({
      figure: "recovery",
      label: "Recovery after the peak",
      text: recovery ? recovered : "0",
      formula: recovery ? recoveryFormula(recovery, traffic) : "nothing waited past the end of a minute",
      rule: "traffic-recovery",
    }),
    ...flightFigures(traffic),
    toFigure({
      figure: "taken",
      label: "Requests a minute 429s took",
      text: throttled ? `up to ${n(throttled)}` : "0",
      formula: throttled
        ? `${n(throttled)} answers in the worst minute; each takes 1 where the bucket has one`
        : "no 429 took any",
      rule: POLICY_RULES[policy],
    }),
    ...(retries ? [retries] : []),
  ];
}
