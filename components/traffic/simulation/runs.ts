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
 * The runs that are still missing, in the order they are run: tiers, policies, windows, the breaking point
 * (not for a trace).
 */
export function missingRuns({ input, tiers, policies, windows, breaking }: TrafficRuns): RunKind[] {
  return [
    ...TIERS.filter((tier) => !tiers.has(tier)).map((tier) => ({ of: "tiers", tier }) as const),
    ...CHOICES.policy.filter((policy) => !policies.has(policy)).map((policy) => ({ of: "policies", policy }) as const),
    ...WINDOWS.filter((seconds) => !windows.has(seconds)).map(
      (rpmWindowSeconds) => ({ of: "windows", rpmWindowSeconds }) as const,
    ),
    ...(breaking || input.trace ? [] : [{ of: "breaking" } as const]),
  ];
}
