import { factsOf } from "@/lib/facts";
import type { Policy, Scenario } from "@/lib/scenario";
import { conditionsOf, isBroken, recoveryOf, requestsOf, type Simulation, type RunInput } from "@/lib/simulation";
import {
  plainText,
  type Sentence,
  formatNumber,
  formatPercent,
  formatTier,
  formatTimes,
  capital,
  listed,
} from "@/lib/view/text";
import { neverFits, neverRuns, trafficPools } from "./never";
import { openAsides, poolsByLimits, unboundAsides, unpublishedText } from "./open";
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
} from "./words";
import { retiredAside, type Tone } from "@/lib/view/estimate";

export interface TrafficVerdict {
  readonly tone: Tone;
  /** `691,471 requests a day: 88 % waited` */
  readonly lead: Sentence;
  readonly rest: Sentence;
  readonly asides: readonly string[];
  /** Whether the rest goes on in the lead’s sentence, without a space between. */
  readonly joined: boolean;
  /** A few words, for the result bar. */
  readonly short: string;
}

type VerdictParts = Omit<TrafficVerdict, "asides" | "joined">;

const POLICY_NAMES: Readonly<Record<Policy, string>> = {
  queue: "client paces itself",
  retry: "sent again after a 429",
  drop: "dropped at a 429",
};

/** When the queue was last empty again, as the end of a sentence. */
function clearing({ minutes, queued }: Simulation): Sentence {
  if (queued > 0)
    return ["; ", runFigure(requestCount(queued), "queued"), ` still wait${queued === 1 ? "s" : ""} 30 days later.`];
  const recovery = recoveryOf(minutes);
  if (!recovery || recovery.minutes === null) return ["."];
  return ["; the queue clears ", runFigure(minutesWords(recovery.minutes), "recovery"), " after the peak."];
}

function paced(input: RunInput, main: Simulation): VerdictParts {
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

function refused(input: RunInput, main: Simulation, policy: "retry" | "drop"): VerdictParts {
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

function stated({ input, main }: SimulatedTraffic): VerdictParts {
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

/** What can be said before anything runs: `null` where that is nothing. */
function beforehand(scenario: Scenario, trace: boolean): VerdictParts | null {
  const pools = trafficPools(scenario);
  if (pools.length === 0)
    return {
      tone: "unknown",
      lead: ["Nothing to simulate."],
      rest: ["All workloads go in batch, which no rate limits. Backlog plans them."],
      short: "all in batch",
    };
  if (scenario.usageTier === "free")
    return {
      tone: "over",
      lead: [`Free does not offer ${listed(pools)}.`],
      rest: ["Its requests are refused at any rate; tier\u00a01 is the lowest that runs them."],
      short: "not offered on Free",
    };
  const never = trace ? null : neverRuns(scenario);
  return never && { tone: "never", lead: ["Can never run."], rest: never, short: "one request is too large" };
}

/** What a run comes to whose pools hold, but some of which have no known limit: nothing is sure, and what came of it is told as a supposition. */
function supposed(
  { input: { scenario } }: SimulatedTraffic,
  open: readonly string[],
  { lead: [first, ...others], rest }: VerdictParts,
): VerdictParts {
  const lower =
    typeof first === "string" ? [first.charAt(0).toLowerCase() + first.slice(1), ...others, " "] : [first!, ...others];
  return {
    tone: "unknown",
    lead: [`Cannot be told at ${formatTier(scenario.usageTier)}.`],
    rest: [`${capital(unpublishedText(open))}; enter your own on Plan. As if unlimited, `, ...lower, ...rest],
    short: "a limit is not published",
  };
}

/** The verdict in one sentence, number first: who waited and how long, or what failed and when; `null` while nothing is known yet. */
export function trafficVerdict(traffic: SimulatedTraffic | null, scenario: Scenario): TrafficVerdict | null {
  const shown = traffic?.input.scenario ?? scenario;
  const early = beforehand(shown, Boolean(traffic?.input.trace));
  if (!early && !traffic) return null;
  const run = traffic?.input ?? { scenario, trace: null };
  const byLimits = poolsByLimits(run);
  const found = early ?? stated(traffic!);
  const guess = traffic !== null && byLimits.open.length > 0 && found.tone === "ok" && traffic.main.offered > 0;
  const verdict = guess ? supposed(traffic, byLimits.open, found) : found;
  const unbound = [...(guess ? [] : openAsides(byLimits)), ...unboundAsides(run)];
  const pools = new Set(trafficPools(shown));
  const retired = retiredAside({
    facts: new Map([...factsOf(shown)].filter(([pool]) => pools.has(pool))),
    scenario: shown,
  });
  const tone = unbound.length && verdict.tone === "ok" ? "unknown" : verdict.tone;
  return {
    ...verdict,
    tone,
    joined: !plainText(verdict.lead).endsWith("."),
    asides: [...unbound, ...(retired ? [retired] : [])],
  };
}

/** What is simulated, piece by piece: the usage tier, the policy, how much of the traffic, and which draw of it. */
export function trafficContext(traffic: SimulatedTraffic | null, scenario: Scenario): string[] {
  const shown = traffic?.input.scenario ?? scenario;
  const { scale = 1, trace = null } = traffic?.input ?? {};
  return [
    shown.usageTier === "free" ? "Free" : `Usage ${formatTier(shown.usageTier)}`,
    capital(POLICY_NAMES[policyOf(shown)]),
    ...(trace ? ["A trace"] : scale === 1 ? [] : [`${formatTimes(scale)} the scenario’s traffic`]),
    ...(trace ? [] : [`Seed ${conditionsOf(shown).seed}`]),
  ];
}

/** `691,471 offered, 606,759 admitted, 84,712 failed`: what is 0 beside the admitted is not said, and which pools ran without a known limit is. */
export function trafficFinding({
  input,
  main: { offered, admitted, failed, neverFits: large, queued },
}: SimulatedTraffic): string {
  const { open } = poolsByLimits(input);
  const parts: [number, string][] = [
    [failed, "failed"],
    [large, "never fit"],
    [queued, "still waiting"],
  ];
  return [
    `${formatNumber(offered)} offered, ${admitted === offered && offered > 0 ? "all" : formatNumber(admitted)} admitted`,
    ...parts.filter(([count]) => count > 0).map(([count, name]) => `${formatNumber(count)} ${name}`),
    ...(open.length ? [`${listed(open)} as if unlimited`] : []),
  ].join(", ");
}

/** Title and description of the page, before anything has run. */
export function trafficTitle(scenario: Scenario): { readonly title: string; readonly description: string } {
  const pools = trafficPools(scenario);
  const tier = formatTier(scenario.usageTier);
  const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");
  const input: RunInput = { scenario, scale: 1, trace: null };
  const about = pools.length
    ? `About ${offeredText(input, Math.round(requestsOf(input)))} on ${listed(pools)} under the limits of ${tier}, minute by minute: waits, 429s, failures and the queue.`
    : "All workloads go in batch, which no rate limits.";
  return {
    title: plain(`${scenario.title ? `${scenario.title}: ` : ""}traffic under the limits of ${tier}`),
    description: plain(about),
  };
}

/** What a screen reader is told after a run. */
export function trafficAnnouncement(traffic: SimulatedTraffic): string {
  const { lead, rest, joined } = trafficVerdict(traffic, traffic.input.scenario)!;
  return `${plainText(lead)}${joined ? "" : " "}${plainText(rest)}`;
}
