import type { PaidTier } from "@/lib/catalogue";
import { POLICIES, type Policy } from "@/lib/scenario";
import { conditionsOf, type Breaking, type Simulation, type RunInput } from "@/lib/simulation";
import type { TraceRead } from "@/lib/usage";
import type { TrafficRuns } from "./runs";
import type { RunRequest } from "./request";

/** Which run of a traffic: the main one, or one under another condition. */
export type Step =
  | { readonly of: "main" }
  | { readonly of: "tiers"; readonly tier: PaidTier }
  | { readonly of: "policies"; readonly policy: Policy }
  | { readonly of: "windows"; readonly rpmWindowSeconds: 60 | 1 }
  | { readonly of: "breaking" };

/** What the page asks of the worker: runs, one after the other, or to read a trace. */
export type Order =
  { readonly request: RunRequest; readonly steps: readonly Step[] } | { readonly text: string | File };

/** What the worker says: how far it is, what a run came to, what it read, and that it is done or failed. */
export type Report =
  | { readonly is: "progress"; readonly step: number; readonly share: number }
  | { readonly is: "run"; readonly step: Exclude<Step, { of: "breaking" }>; readonly run: Simulation }
  | { readonly is: "breaking"; readonly breaking: Breaking }
  | { readonly is: "trace"; readonly read: TraceRead }
  | { readonly is: "done" }
  | { readonly is: "failed"; readonly message: string };

const TIERS = [1, 2, 3, 4, 5] as const satisfies readonly PaidTier[];
const WINDOWS = [60, 1] as const;

/** Runs of which the main one alone is known; it also stands for the scenario’s own tier, policy and window. */
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
export function withRun(runs: TrafficRuns, step: Exclude<Step, { of: "breaking" }>, run: Simulation): TrafficRuns {
  switch (step.of) {
    case "main":
      return runsOf(runs.input, run, runs.breaking);
    case "tiers":
      return { ...runs, tiers: new Map(runs.tiers).set(step.tier, run) };
    case "policies":
      return { ...runs, policies: new Map(runs.policies).set(step.policy, run) };
    case "windows":
      return { ...runs, windows: new Map(runs.windows).set(step.rpmWindowSeconds, run) };
  }
}

/** The runs that are still missing, in the order they are run: tiers, policies, windows, the breaking point (not for a trace). */
export function missingRuns({ input, tiers, policies, windows, breaking }: TrafficRuns): Step[] {
  return [
    ...TIERS.filter((tier) => !tiers.has(tier)).map((tier) => ({ of: "tiers", tier }) as const),
    ...POLICIES.filter((policy) => !policies.has(policy)).map((policy) => ({ of: "policies", policy }) as const),
    ...WINDOWS.filter((seconds) => !windows.has(seconds)).map(
      (rpmWindowSeconds) => ({ of: "windows", rpmWindowSeconds }) as const,
    ),
    ...(breaking || input.trace ? [] : [{ of: "breaking" } as const]),
  ];
}
