import type { Scenario } from "@/lib/scenario";
import type { Tone } from "@/lib/view/estimate";
import { capital } from "@/lib/view/names";
import { formatCount } from "@/lib/view/text";
import { poolsByLimits } from "./open";
import { beforehand } from "./verdict/beforehand";
import { runOutcome } from "./verdict/outcome";
import { offeredText, type SimulatedTraffic } from "./words";

/** What became of a run in a few words: `The longest wait 3 min`, and `57,600 requests in a day`. */
export interface DayRemark {
  readonly tone: Tone;
  readonly text: string;
  readonly about: string;
}

/** What is certain of a scenario’s day before it is run; `null` where nothing is. */
export function remarkBefore(scenario: Scenario): DayRemark | null {
  const early = beforehand(scenario, false);
  return early && { tone: early.tone, text: capital(early.short), about: "" };
}

/** What a simulated day of a scenario comes to. */
export function dayRemark(traffic: SimulatedTraffic): DayRemark {
  const { tone, short } = runOutcome(traffic);
  const isOpen = tone === "ok" && poolsByLimits(traffic.input).open.length > 0;
  return {
    tone: isOpen ? "unknown" : tone,
    text: capital(short),
    about: isOpen ? "a limit is not published" : offeredText(traffic.input, traffic.main.offered),
  };
}

/** Of a day with too many requests to run one beside the others. */
export const unrunRemark = (requests: number): DayRemark => ({
  tone: "unknown",
  text: "Not run beside others",
  about: `${formatCount(BigInt(Math.round(requests)), "request")}: show it to run them`,
});
