import { isBroken, recoveryOf, type Simulation, type RunInput } from "@/lib/simulation";
import { type Sentence, formatNumber, formatPercent } from "@/lib/view/text";
import { neverFits } from "../never";
import {
  atMoment,
  minutesWords,
  offeredText,
  policyOf,
  portion,
  requestCount,
  runFigure,
  waited,
  waitWords,
  type SimulatedTraffic,
} from "../words";
import { type VerdictView } from "@/lib/view/estimate";

/**
 * The parts of a verdict that differ from one outcome to the next; `short` is the remark of the result bar.
 */
export type RunOutcome = Pick<VerdictView, "tone" | "lead" | "rest"> & { readonly short: string };

/** When the queue was last empty again, as the end of a sentence. */
function clearing({ minutes, queued }: Simulation): Sentence {
  if (queued > 0)
    return ["; ", runFigure(requestCount(queued), "queued"), ` still wait${queued === 1 ? "s" : ""} 30 days later.`];
  const recovery = recoveryOf(minutes);
  if (!recovery || recovery.minutes === null) return ["."];
  return ["; the queue clears ", runFigure(minutesWords(recovery.minutes), "recovery"), " after the peak."];
}

function paced(input: RunInput, main: Simulation): RunOutcome {
  const share = waited(main);
  if (share === 0)
    return {
      tone: "ok",
      lead: ["No request waited."],
      rest: [runFigure(offeredText(input, main.offered), "offered"), ", each admitted as it came."],
      short: "no waits",
    };
  const longest: Sentence = main.waits.max ? [", the longest ", runFigure(waitWords(main.waits.max), "max")] : [];
  return {
    tone: isBroken(main, "queue") ? "over" : "ok",
    lead: [
      runFigure(offeredText(input, main.offered), "offered"),
      ": ",
      runFigure(formatPercent(portion(share, main.offered)), "delayedShare"),
      " waited",
    ],
    rest: [...longest, ...clearing(main)],
    short: main.waits.max ? `the longest wait ${waitWords(main.waits.max)}` : "none is admitted",
  };
}

function refused(input: RunInput, main: Simulation, policy: "retry" | "drop"): RunOutcome {
  const { offered, throttled, failed, firstThrottledMs, waits } = main;
  if (throttled === 0)
    return {
      tone: "ok",
      lead: ["No request was refused."],
      rest: [runFigure(offeredText(input, offered), "offered"), ", each admitted as it came."],
      short: "no 429s",
    };
  const first = runFigure(atMoment(input, firstThrottledMs!), "first");
  if (failed === 0) {
    const answers = runFigure(`${formatNumber(throttled)} 429${throttled === 1 ? "" : "s"}`, "throttled");
    return {
      tone: "ok",
      lead: ["No request failed."],
      rest: [
        answers,
        throttled === 1 ? " " : ", the first ",
        first,
        "; the longest wait ",
        runFigure(waitWords(waits.max), "max"),
        ".",
      ],
      short: `${formatNumber(throttled)} 429${throttled === 1 ? "" : "s"}`,
    };
  }
  return {
    tone: "over",
    lead: [runFigure(requestCount(failed), "failed"), " failed"],
    rest: [
      policy === "retry" ? " after six attempts, " : " at the first 429, ",
      runFigure(formatPercent(portion(failed, offered)), "failedShare"),
      " of ",
      runFigure(offeredText(input, offered), "offered"),
      "; the first 429 came ",
      first,
      ".",
    ],
    short: `${formatPercent(portion(failed, offered))} failed`,
  };
}

/** That some, but not all, of the requests are too large to run. */
function tooLarge({ neverFits: count, offered }: Simulation): Sentence {
  return count === 0 || count === offered
    ? []
    : [
        " ",
        runFigure(requestCount(count), "neverFits"),
        count === 1 ? " is too large and never runs." : " are too large and never run.",
      ];
}

/** What became of a run, in a sentence. */
export function runOutcome({ input, main }: SimulatedTraffic): RunOutcome {
  const { scenario } = input;
  const policy = policyOf(scenario);
  if (main.offered === 0)
    return {
      tone: "ok",
      lead: ["No request came."],
      rest: ["Too few are wanted for one to come in this time; other seeds may bring one."],
      short: "no requests",
    };
  if (main.neverFits === main.offered)
    return { tone: "never", lead: ["Can never run."], rest: neverFits(scenario), short: "one request is too large" };
  const verdict = policy === "queue" ? paced(input, main) : refused(input, main, policy);
  const large = tooLarge(main);
  return { ...verdict, tone: large.length ? "over" : verdict.tone, rest: [...verdict.rest, ...large] };
}
