import { USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { POLICIES, type Policy, type Scenario } from "@/lib/scenario";
import { isBroken, MINUTE_MS, recoveryOf, type Simulation } from "@/lib/simulation";
import { formatCompact, formatNumber, formatPercent, formatTier, UNKNOWN, capital, listed } from "@/lib/view/text";
import { trafficPools } from "./never";
import { poolsByLimits, unpublishedText } from "./open";
import { formatWait, policyOf, portion, waited, waitWords, type SimulatedTraffic } from "./words";
import type { Tone } from "@/lib/view/estimate";

/** One run beside others. `tone` and `cells` are `null` while it is not done. */
export interface TrafficSide {
  readonly key: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly tone: Tone | null;
  /** What the tone says: `Holds`. */
  readonly word: string;
  /** One text for each row, in the order of `rows`. */
  readonly cells: readonly string[] | null;
  /** What a press on it tries; `null` of a trace, whose run has a period of its own. */
  readonly scenario: Scenario | null;
}

export interface TrafficSides {
  readonly finding: string;
  readonly rows: readonly { readonly name: string; readonly about: string }[];
  readonly sides: readonly TrafficSide[];
}

type ByLimits = ReturnType<typeof poolsByLimits>;

const WORDS: Readonly<Record<Tone, string>> = {
  ok: "Holds",
  over: "Breaks",
  never: "Never runs",
  unknown: "Cannot be told",
};

/** Without a known limit of a pool no run holds for sure, but one that breaks does so all the same. */
function toneOf(run: Simulation, policy: Policy, { open }: ByLimits): Tone {
  if (run.offered > 0 && run.neverFits === run.offered) return "never";
  if (isBroken(run, policy)) return "over";
  return open.length ? "unknown" : "ok";
}

const SHARES: Readonly<Record<Policy, { readonly name: string; readonly about: string }>> = {
  queue: { name: "Waited", about: "of offered" },
  retry: { name: "Failed", about: "after six attempts" },
  drop: { name: "Failed", about: "at the first 429" },
};

const share = (run: Simulation, policy: Policy) =>
  formatPercent(portion(policy === "queue" ? waited(run) : run.failed, run.offered));

function recovery({ minutes }: Simulation): string {
  const found = recoveryOf(minutes);
  if (!found) return "0";
  return found.minutes === null ? "never" : formatWait(found.minutes * MINUTE_MS);
}

const ROWS = [
  { name: "p95 wait", about: "of admitted" },
  { name: "Longest wait", about: "of admitted" },
  { name: "429 answers", about: "in all" },
  { name: "Recovery", about: "from the longest queue" },
] as const;

const cells = (run: Simulation) => [
  formatWait(run.waits.p95),
  formatWait(run.waits.max),
  formatCompact(run.throttled),
  recovery(run),
];

/** One run; its cells are unknown where no pool has a known limit. */
function side(
  key: string,
  name: string,
  chosen: boolean,
  run: Simulation | undefined,
  policy: Policy,
  byLimits: ByLimits,
  scenario: Scenario | null,
  own: (run: Simulation) => readonly string[],
): TrafficSide {
  const tone = run ? toneOf(run, policy, byLimits) : null;
  const cells = run ? own(run) : null;
  return {
    key,
    name,
    chosen,
    tone,
    word: tone ? WORDS[tone] : "Running",
    cells: byLimits.limited.length ? cells : (cells?.map(() => UNKNOWN) ?? null),
    scenario,
  };
}

const TIERS = USAGE_TIERS.map(({ id }) => id).filter((id) => id !== "free") as PaidTier[];
const FELT: Readonly<Record<Policy, { readonly no: string; readonly yes: string }>> = {
  queue: { no: "no request waits over a minute", yes: "makes requests wait over a minute" },
  retry: { no: "no request fails", yes: "lets requests fail" },
  drop: { no: "no request fails", yes: "lets requests fail" },
};

const tiersText = (sides: readonly TrafficSide[]) =>
  sides.length === 1
    ? formatTier(Number(sides[0]!.key) as PaidTier)
    : `tiers\u00a0${listed(sides.map(({ key }) => key))}`;

function tiersFinding(sides: readonly TrafficSide[], policy: Policy): string {
  if (sides.some(({ tone }) => tone === null)) return "The same traffic at every usage tier";
  const [holding, open] = (["ok", "unknown"] as const).map((each) => sides.filter(({ tone }) => tone === each)) as [
    TrafficSide[],
    TrafficSide[],
  ];
  if (open.length)
    return holding.length
      ? `At ${tiersText(holding)} ${FELT[policy].no}; at ${tiersText(open)} it cannot be told`
      : `At ${tiersText(open)} it cannot be told`;
  const least = sides.findIndex(({ tone }) => tone === "ok");
  if (least < 0)
    return sides.at(-1)!.tone === "never"
      ? "No tier holds a request of this size"
      : `Even ${formatTier(TIERS.at(-1)!)} ${FELT[policy].yes}`;
  return least === 0
    ? `At every tier from ${formatTier(TIERS[0]!)} ${FELT[policy].no}`
    : `${capital(formatTier(TIERS[least]!))} is the lowest at which ${FELT[policy].no}`;
}

/** The same traffic at all paid usage tiers; runs appear as they come in. */
export function tierSides(
  { input, main }: SimulatedTraffic,
  tiers: ReadonlyMap<PaidTier, Simulation>,
): TrafficSides & { readonly free: string } {
  const { scenario, trace } = input;
  const policy = policyOf(scenario);
  const sides = TIERS.map((usageTier) => {
    const chosen = usageTier === scenario.usageTier;
    return side(
      String(usageTier),
      `Tier\u00a0${usageTier}`,
      chosen,
      chosen ? main : tiers.get(usageTier),
      policy,
      poolsByLimits(input, usageTier),
      trace ? null : { ...scenario, usageTier },
      (run) => [share(run, policy), ...cells(run)],
    );
  });
  const pools = trafficPools(scenario);
  return {
    finding: tiersFinding(sides, policy),
    rows: [SHARES[policy], ...ROWS],
    sides,
    free: `Free: ${listed(pools)} ${pools.length > 1 ? "are" : "is"} not offered.`,
  };
}

const POLICY_NAMES: Readonly<Record<Policy, string>> = { queue: "Queue", retry: "Retry", drop: "Drop" };

const allOf = (part: number, whole: number) =>
  part === whole ? `all ${formatNumber(whole)}` : `${formatNumber(part)} of ${formatNumber(whole)}`;
const none = (count: number) => (count === 0 ? "none" : formatNumber(count));

function policiesFinding(runs: ReadonlyMap<Policy, Simulation>, { open }: ByLimits): string {
  const [queue, retry, drop] = POLICIES.map((policy) => runs.get(policy));
  if (!queue || !retry || !drop) return "What pacing itself changes";
  if (queue.offered === 0) return "No request came, so nothing is paced";
  if (queue.neverFits === queue.offered) return "Pacing does not help a request that is too large";
  if (waited(queue) === 0 && drop.throttled === 0)
    return open.length
      ? `What pacing changes cannot be told: ${unpublishedText(open)}`
      : "No limit is met, so pacing changes nothing";
  return `Pacing admits ${allOf(queue.admitted, queue.offered)}; retrying loses ${none(retry.failed)}, dropping ${none(drop.failed)}`;
}

/** What each policy costs, in a sentence; `null` until both runs are in, or where no limit is met. */
function policiesRemark(runs: ReadonlyMap<Policy, Simulation>): string | null {
  const [queue, retry] = [runs.get("queue"), runs.get("retry")];
  if (!queue || !retry || (waited(queue) === 0 && retry.throttled === 0) || queue.waits.max === null) return null;
  const worst = retry.minutes.throttled.reduce((most, count) => Math.max(most, count), 0);
  const refused =
    retry.throttled === 0
      ? "Retried, no request meets a 429."
      : `Retried, ${formatNumber(retry.throttled)} 429${retry.throttled === 1 ? " is" : "s are"} answered, up to ${formatNumber(worst)} in a minute.`;
  return `Paced, the longest wait is ${waitWords(queue.waits.max)} and no 429 is answered. ${refused}`;
}

/** The same scenario under another policy: the default is said by saying nothing. */
function underPolicy({ policy: _policy, ...rest }: Scenario, policy: Policy): Scenario {
  return policy === "queue" ? rest : { ...rest, policy };
}

/** The same traffic sent by clients of all three policies. */
export function policySides(
  { input, main }: SimulatedTraffic,
  others: ReadonlyMap<Policy, Simulation>,
): TrafficSides & { readonly remark: string | null } {
  const { scenario, trace } = input;
  const byLimits = poolsByLimits(input);
  const own = policyOf(scenario);
  const runs = new Map([...others, [own, main] as const]);
  const sides = POLICIES.map((policy) =>
    side(
      policy,
      POLICY_NAMES[policy],
      policy === own,
      runs.get(policy),
      policy,
      byLimits,
      trace ? null : underPolicy(scenario, policy),
      (run) => [
        formatPercent(portion(run.admitted, run.offered)),
        formatPercent(portion(waited(run), run.offered)),
        formatPercent(portion(run.failed, run.offered)),
        ...cells(run),
      ],
    ),
  );
  return {
    finding: policiesFinding(runs, byLimits),
    remark: policiesRemark(runs),
    rows: [
      { name: "Admitted", about: "of offered" },
      { name: "Waited", about: "of offered" },
      { name: "Failed", about: "of offered" },
      ...ROWS,
    ],
    sides,
  };
}

function windowsFinding(
  whole: Simulation | undefined,
  second: Simulation | undefined,
  policy: Policy,
  { open }: ByLimits,
): string {
  if (!whole || !second) return "What counting requests by the second changes";
  const [a, b] = [whole, second].map((run) => (policy === "queue" ? waited(run) : run.failed)) as [number, number];
  const verb = policy === "queue" ? "waited" : "failed";
  if (a === b && whole.waits.max === second.waits.max)
    return open.length
      ? `What counting by the second changes cannot be told: ${unpublishedText(open)}`
      : "Counted by the second instead of the minute, nothing changes";
  if (a === b)
    return `Counted by the second, the longest wait is ${waitWords(second.waits.max)} instead of ${waitWords(whole.waits.max)}`;
  const [by, of] = [share(second, policy), share(whole, policy)];
  return `Counted by the second, ${by === of ? `${formatNumber(b)} ${verb} instead of ${formatNumber(a)}` : `${by} ${verb} instead of ${of}`}`;
}

/** The same traffic where the bucket of requests holds a minute’s worth and where it holds a second’s. */
export function windowSides({ input, main }: SimulatedTraffic, windows: ReadonlyMap<60 | 1, Simulation>): TrafficSides {
  const { scenario, trace } = input;
  const byLimits = poolsByLimits(input);
  const policy = policyOf(scenario);
  const runs = ([60, 1] as const).map((seconds) => ({
    seconds,
    run: scenario.rpmWindowSeconds === seconds ? main : windows.get(seconds),
  }));
  return {
    finding: windowsFinding(runs[0]!.run, runs[1]!.run, policy, byLimits),
    rows: [SHARES[policy], ...ROWS],
    sides: runs.map(({ seconds, run }) =>
      side(
        String(seconds),
        `${seconds}\u00a0s`,
        seconds === scenario.rpmWindowSeconds,
        run,
        policy,
        byLimits,
        trace ? null : { ...scenario, rpmWindowSeconds: seconds },
        (found) => [share(found, policy), ...cells(found)],
      ),
    ),
  };
}
