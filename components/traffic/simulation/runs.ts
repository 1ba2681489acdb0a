import type { PaidTier } from "@/lib/catalogue";
import { CHOICES, type Policy } from "@/lib/scenario";
import { conditionsOf, type Breaking, type RunInput, type Simulation } from "@/lib/simulation";
import type { RunKind, SimulatedKind } from "./messages";

/** The runs of one traffic: the main run, and those under other conditions that have come in so far. */
export interface TrafficRuns {
  readonly input: RunInput;
  readonly main: Simulation;
  readonly tiers: ReadonlyMap<PaidTier, Simulation>;
  readonly policies: ReadonlyMap<Policy, Simulation>;
  readonly windows: ReadonlyMap<60 | 1, Simulation>;
  readonly breaking: Breaking | null;
}

const TIERS = [1, 2, 3, 4, 5] as const satisfies readonly PaidTier[];
const WINDOWS = [60, 1] as const;

/**
 * Runs of which the main one alone is known; it also stands for the scenario’s own tier, policy and window.
 */
export function runsOf(input: RunInput, main: Simulation, breaking: Breaking | null = null): TrafficRuns {
  const { usageTier, rpmWindowSeconds } = input.scenario;
  const { policy } = conditionsOf(input.scenario);
  const window = WINDOWS.find((seconds) => seconds === rpmWindowSeconds);
  return {
    input,
    main,
    tiers: new Map(usageTier === "free" ? [] : [[usageTier, main]]),
    policies: new Map([[policy, main]]),
    windows: new Map(window ? [[window, main]] : []),
    breaking,
  };
}

/** The runs with one more run in them. */
export function withRun(runs: TrafficRuns, kind: SimulatedKind, run: Simulation): TrafficRuns {
  switch (kind.of) {
    case "main":
      return runsOf(runs.input, run, runs.breaking);
    case "tiers":
      return { ...runs, tiers: new Map(runs.tiers).set(kind.tier, run) };
    case "policies":
      return { ...runs, policies: new Map(runs.policies).set(kind.policy, run) };
    case "windows":
      return { ...runs, windows: new Map(runs.windows).set(kind.rpmWindowSeconds, run) };
  }
}

/**
 * All runs but the main one, in the order they are run: other tiers, policies and windows than the scenario’s own, the
 * breaking point (not for a trace).
 */
export function otherRuns({ scenario, trace }: RunInput): RunKind[] {
  const { policy: own } = conditionsOf(scenario);
  return [
    ...TIERS.filter((tier) => tier !== scenario.usageTier).map((tier) => ({ of: "tiers", tier }) as const),
    ...CHOICES.policy.filter((policy) => policy !== own).map((policy) => ({ of: "policies", policy }) as const),
    ...WINDOWS.filter((seconds) => seconds !== scenario.rpmWindowSeconds).map(
      (rpmWindowSeconds) => ({ of: "windows", rpmWindowSeconds }) as const,
    ),
    ...(trace ? [] : [{ of: "breaking" } as const]),
  ];
}

function isIn({ tiers, policies, windows, breaking }: TrafficRuns, kind: RunKind): boolean {
  switch (kind.of) {
    case "main":
      return true;
    case "tiers":
      return tiers.has(kind.tier);
    case "policies":
      return policies.has(kind.policy);
    case "windows":
      return windows.has(kind.rpmWindowSeconds);
    case "breaking":
      return breaking !== null;
  }
}

/** The runs that are still missing. */
export const missingRuns = (runs: TrafficRuns): RunKind[] => otherRuns(runs.input).filter((kind) => !isIn(runs, kind));
