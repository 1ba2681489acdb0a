import type { Cost } from "@/lib/cost";
import { estimate } from "@/lib/estimate";
import { exact, fromNumber, multiply, sum, type Exact } from "@/lib/money";
import type { RuleId } from "@/lib/rules";
import { poolOf, type Scenario, type Workload } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";
import {
  attemptsPerMinute,
  conditionsOf,
  inFlight,
  latencyMs,
  MINUTE_MS,
  recoveryOf,
  type Recovery,
  type Simulation,
} from "@/lib/simulation";
import {
  formatCompact,
  formatExact,
  formatNumber,
  formatPercent,
  type RunFigureKey,
  formatUsd,
  UNKNOWN,
  listed,
  workloadName,
} from "@/lib/view/text";
import { formatWait, minutesWords, momentText, policyOf, portion, waited, type SimulatedTraffic } from "./words";

/** A figure of a run and, in one line, how it is found: a formula with the run’s own numbers, under a rule. */
export interface TrafficFigure {
  readonly work: RunFigureKey;
  readonly label: string;
  readonly text: string;
  readonly formula: string;
  readonly rule: RuleId;
}

export interface TrafficGroup {
  readonly title: string;
  readonly figures: readonly TrafficFigure[];
}

const POLICY_RULES = { queue: "traffic-queue", retry: "traffic-retry", drop: "traffic-drop" } as const;

const of = (
  name: RunFigureKey["figure"],
  label: string,
  text: string,
  formula: string,
  rule: RuleId,
): TrafficFigure => ({
  work: { of: "run", figure: name },
  label,
  text,
  formula,
  rule,
});
const n = formatNumber;

function counts({ input, main }: SimulatedTraffic): TrafficFigure[] {
  const { offered, admitted, delayed, neverFits, throttled, failed, queued } = main;
  const rule = POLICY_RULES[policyOf(input.scenario)];
  const share = (name: RunFigureKey["figure"], label: string, part: number, by: RuleId) =>
    of(name, label, formatPercent(portion(part, offered)), `${n(part)} ÷ ${n(offered)} offered`, by);
  return [
    of(
      "offered",
      "Offered",
      n(offered),
      `${n(admitted)} admitted + ${n(failed)} failed + ${n(neverFits)} never fit + ${n(queued)} still waiting`,
      "traffic-counts",
    ),
    of(
      "admitted",
      "Admitted",
      n(admitted),
      `${n(offered)} offered − ${n(failed)} failed − ${n(neverFits)} never fit − ${n(queued)} still waiting`,
      "traffic-counts",
    ),
    of("delayed", "Waited", n(waited(main)), `${n(delayed)} admitted later + ${n(queued)} still waiting`, rule),
    share("delayedShare", "Share that waited", waited(main), rule),
    of(
      "throttled",
      "429 answers",
      n(throttled),
      rule === "traffic-queue"
        ? "0: the client sends only what both buckets can pay"
        : `${n(throttled)} counted, ${formatCompact(portion(throttled, offered))} for each of ${n(offered)} requests`,
      rule,
    ),
    of(
      "failed",
      "Failed",
      n(failed),
      rule === "traffic-queue"
        ? "0: a request that paces itself waits and does not fail"
        : `${n(failed)} counted, after ${rule === "traffic-drop" ? "one attempt" : "six attempts"} each`,
      rule,
    ),
    ...(rule === "traffic-queue" ? [] : [share("failedShare", "Share that failed", failed, rule)]),
    ...(neverFits
      ? [
          of(
            "neverFits",
            "Never fit",
            n(neverFits),
            `${n(neverFits)} of ${n(offered)} are charged more than a minute’s tokens`,
            "request-too-large",
          ),
        ]
      : []),
    ...(queued
      ? [
          of(
            "queued",
            "Still waiting",
            n(queued),
            `${n(offered)} offered − ${n(admitted)} admitted − ${n(failed)} failed − ${n(neverFits)} never fit`,
            "traffic-counts",
          ),
        ]
      : []),
  ];
}

const RANKS = [50, 90, 95, 99] as const;

function waits({ main: { waits: found, admitted, delayed } }: SimulatedTraffic): TrafficFigure[] {
  const rank = (percent: number) =>
    `wait number ⌈${percent / 100} × ${n(admitted)}⌉ = ${n(Math.ceil((percent * admitted) / 100))} of ${n(admitted)} in order`;
  const none = "no request was admitted";
  return [
    of(
      "mean",
      "Mean wait",
      formatWait(found.mean),
      admitted ? `all waits ÷ ${n(admitted)} admitted, ${n(admitted - delayed)} of them at once` : none,
      "traffic-waits",
    ),
    ...RANKS.map((percent) =>
      of(
        `p${percent}`,
        `p${percent}`,
        formatWait(found[`p${percent}`]),
        admitted ? rank(percent) : none,
        "traffic-waits",
      ),
    ),
    of(
      "max",
      "Longest wait",
      formatWait(found.max),
      admitted ? `the last of ${n(admitted)} waits in order` : none,
      "traffic-waits",
    ),
  ];
}

function recoveryFormula({ minute, queued, minutes }: Recovery, { input }: SimulatedTraffic): string {
  const at = (each: number) => momentText(input, each * MINUTE_MS);
  const longest = `${n(queued)} waiting at ${at(minute + 1)}`;
  return minutes === null
    ? `${longest}; some still wait at the end of the run`
    : `${longest}, none at ${at(minute + 1 + minutes)}`;
}

/** What standard workloads pay for billed retries over the period; `null`: a price is unknown. */
function retriesCost(scenario: Scenario, { workloads }: Cost, scale: number): Exact | null {
  const minutes = exact(BigInt(conditionsOf(scenario).horizonMinutes), 43_800n);
  const parts = scenario.workloads.map(({ serviceTier, retryShare }, index) => {
    if (serviceTier === "batch" || retryShare === 0) return exact(0n);
    const retries = BigInt(milli(retryShare));
    const { perMonth } = workloads[index]!;
    return (
      perMonth &&
      multiply(multiply(perMonth, minutes), multiply(exact(retries, BigInt(MILLI) + retries), fromNumber(scale)))
    );
  });
  return parts.every((part) => part !== null) ? sum(parts) : null;
}

function retriesFigure({ input: { scenario, scale, trace } }: SimulatedTraffic): TrafficFigure | null {
  if (trace) return null;
  const { horizonMinutes } = conditionsOf(scenario);
  const retried = scenario.workloads.flatMap((workload, index) =>
    workload.serviceTier !== "batch" && workload.retryShare > 0 ? [index] : [],
  );
  const bill = estimate(scenario).cost;
  const cost = retriesCost(scenario, bill, scale);
  const part = (index: number) => {
    const { retryShare } = scenario.workloads[index]!;
    return `${formatUsd(bill.workloads[index]!.perMonth)} × ${n(horizonMinutes)} ÷ 43,800 × ${n(retryShare)} ÷ (1 + ${n(retryShare)})`;
  };
  const times = scale === 1 ? "" : ` × ${formatExact(fromNumber(scale))}`;
  const formula =
    retried.length === 0
      ? "no workload has a retry share"
      : `${retried.length > 1 && times ? `(${retried.map(part).join(" + ")})` : retried.map(part).join(" + ")}${times}`;
  return of("retries", "Billed retries cost", cost ? formatUsd(cost) : "no price", formula, "traffic-retry-cost");
}

const missingLatency = ({ firstTokenMs, tokensPerSecond }: Workload) => [
  ...(firstTokenMs === undefined ? ["time to first token"] : []),
  ...(tokensPerSecond === undefined ? ["tokens a second"] : []),
];

/** Which fields would say how many requests are in flight: `Support chat: time to first token and tokens a second`. Empty where all are filled in. */
export function latencyWanted(scenario: Scenario): string[] {
  return scenario.workloads.flatMap((workload, index) =>
    workload.serviceTier !== "batch" && latencyMs(workload) === null
      ? [`${workloadName(scenario, index)}: ${listed(missingLatency(workload))}`]
      : [],
  );
}

function flights({ input: { scenario, trace }, main }: SimulatedTraffic): TrafficFigure[] {
  const pools = main.pools.map(({ pool, minutes }) => ({ pool, minutes, found: inFlight(scenario, pool, minutes) }));
  const both = (text: (kind: "mean" | "peak") => string, formula: (kind: "mean" | "peak") => string) => [
    of("flight", "In flight, mean", text("mean"), formula("mean"), "traffic-in-flight"),
    of("flightPeak", "In flight, peak", text("peak"), formula("peak"), "traffic-in-flight"),
  ];
  if (!pools.every(({ found }) => found !== null))
    return both(
      () => UNKNOWN,
      () => `fill in ${listed(latencyWanted(scenario))}`,
    );
  const perRequest = ({ pool }: { pool: string }) => {
    const shared = scenario.workloads.filter(
      (workload) => workload.serviceTier !== "batch" && poolOf(workload.model) === pool,
    );
    const rate = shared.reduce((total, workload) => total + attemptsPerMinute(workload), 0);
    return shared.reduce((total, workload) => total + attemptsPerMinute(workload) * latencyMs(workload)!, 0) / rate;
  };
  const admitted = (kind: "mean" | "peak", { admitted: each }: Simulation["minutes"]) =>
    kind === "peak"
      ? each.reduce((most, count) => Math.max(most, count), 0)
      : each.reduce((total, count) => total + count, 0) / each.length;
  const total = (kind: "mean" | "peak") => pools.reduce((all, { found }) => all + found![kind], 0);
  return both(
    (kind) => formatCompact(total(kind)),
    (kind) =>
      `${pools.map((pool) => `${formatCompact(admitted(kind, pool.minutes))} a minute × ${formatWait(perRequest(pool))} ÷ 60 s`).join(" + ")}${kind === "peak" && pools.length > 1 ? ", as if their busiest minutes met" : ""}${trace ? "; the workload’s own mean latency" : ""}`,
  );
}

function time(traffic: SimulatedTraffic): TrafficFigure[] {
  const { input, main } = traffic;
  const { scenario } = input;
  const policy = policyOf(scenario);
  const recovery = policy === "drop" ? null : recoveryOf(main.minutes);
  const throttled = main.minutes.throttled.reduce((most, count) => Math.max(most, count), 0);
  const retries = retriesFigure(traffic);
  return [
    of(
      "first",
      "First 429",
      main.firstThrottledMs === null ? "none" : momentText(input, main.firstThrottledMs),
      main.firstThrottledMs === null
        ? "no request was answered with a 429"
        : `${n(Math.floor(main.firstThrottledMs))} ms from the start`,
      POLICY_RULES[policy],
    ),
    of(
      "longest",
      "Longest queue",
      recovery ? n(recovery.queued) : "0",
      recovery
        ? `came − admitted − failed − never fit, all up to ${momentText(input, (recovery.minute + 1) * MINUTE_MS)}`
        : "nothing waited past the end of a minute",
      "traffic-recovery",
    ),
    of(
      "recovery",
      "Recovery after the peak",
      recovery ? (recovery.minutes === null ? "never" : minutesWords(recovery.minutes)) : "0",
      recovery ? recoveryFormula(recovery, traffic) : "nothing waited past the end of a minute",
      "traffic-recovery",
    ),
    ...flights(traffic),
    of(
      "taken",
      "Requests a minute 429s took",
      throttled ? `up to ${n(throttled)}` : "0",
      throttled
        ? `${n(throttled)} answers in the worst minute; each takes 1 where the bucket has one`
        : "no 429 took any",
      POLICY_RULES[policy],
    ),
    ...(retries ? [retries] : []),
  ];
}

/** Every figure of a run, in groups. */
export function trafficFigures(traffic: SimulatedTraffic): TrafficGroup[] {
  return [
    { title: "Requests", figures: counts(traffic) },
    { title: "Waits of the admitted", figures: waits(traffic) },
    { title: "Time and load", figures: time(traffic) },
  ];
}

/** The working of one figure; `null` where this run has no such figure. */
export function trafficFigure(traffic: SimulatedTraffic, { figure }: RunFigureKey): TrafficFigure | null {
  return (
    trafficFigures(traffic)
      .flatMap(({ figures }) => figures)
      .find((each) => each.work.figure === figure) ?? null
  );
}

const KEYS = {
  queue: ["delayedShare", "max", "p95", "longest", "recovery"],
  retry: ["failedShare", "throttled", "first", "max", "taken"],
  drop: ["failedShare", "throttled", "first", "admitted", "taken"],
} as const;

/** The head figures, the one the policy is judged by first; none on Free, where nothing runs. */
export function trafficKeys(traffic: SimulatedTraffic): TrafficFigure[] {
  if (traffic.input.scenario.usageTier === "free") return [];
  const all = trafficFigures(traffic).flatMap(({ figures }) => figures);
  const { offered, neverFits } = traffic.main;
  const names =
    neverFits > 0 && neverFits === offered
      ? (["neverFits", "admitted"] as const)
      : KEYS[policyOf(traffic.input.scenario)];
  return names.map((name) => all.find(({ work }) => work.figure === name)!);
}
