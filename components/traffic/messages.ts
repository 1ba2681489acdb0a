import type { PaidTier } from "@/lib/catalogue";
import { POLICIES, type Policy } from "@/lib/scenario";
import { conditionsOf, type Breaking, type Simulation, type Subject } from "@/lib/simulation";
import type { TraceRead } from "@/lib/usage";
import type { Study } from "./study";
import type { Asked } from "./subject";

/** One run of a study. */
export type Step =
  | { readonly of: "main" }
  | { readonly of: "tiers"; readonly tier: PaidTier }
  | { readonly of: "policies"; readonly policy: Policy }
  | { readonly of: "windows"; readonly rpmWindowSeconds: 60 | 1 }
  | { readonly of: "breaking" };

/** What the page asks of the worker: runs, one after the other, or to read a trace. */
export type Order = { readonly asked: Asked; readonly steps: readonly Step[] } | { readonly text: string | File };

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

/** A study of which the main run alone is known; that run stands for the scenario’s own tier, policy and window too. */
export function studyOf(subject: Subject, main: Simulation, breaking: Breaking | null = null): Study {
  const { usageTier, rpmWindowSeconds } = subject.scenario;
  const { policy } = conditionsOf(subject.scenario);
  const window = WINDOWS.find((seconds) => seconds === rpmWindowSeconds);
  return {
    subject,
    main,
    tiers: new Map(usageTier === "free" ? [] : [[usageTier, main]]),
    policies: new Map([[policy, main]]),
    windows: new Map(window ? [[window, main]] : []),
    breaking,
  };
}

/** The study with one more run in it. */
export function withRun(study: Study, step: Exclude<Step, { of: "breaking" }>, run: Simulation): Study {
  switch (step.of) {
    case "main":
      return studyOf(study.subject, run, study.breaking);
    case "tiers":
      return { ...study, tiers: new Map(study.tiers).set(step.tier, run) };
    case "policies":
      return { ...study, policies: new Map(study.policies).set(step.policy, run) };
    case "windows":
      return { ...study, windows: new Map(study.windows).set(step.rpmWindowSeconds, run) };
  }
}

/** The runs a study still lacks: tiers, policies, the window, then the breaking point, which a trace has none of. */
export function restOf({ subject, tiers, policies, windows, breaking }: Study): Step[] {
  return [
    ...TIERS.filter((tier) => !tiers.has(tier)).map((tier) => ({ of: "tiers", tier }) as const),
    ...POLICIES.filter((policy) => !policies.has(policy)).map((policy) => ({ of: "policies", policy }) as const),
    ...WINDOWS.filter((seconds) => !windows.has(seconds)).map(
      (rpmWindowSeconds) => ({ of: "windows", rpmWindowSeconds }) as const,
    ),
    ...(breaking || subject.trace ? [] : [{ of: "breaking" } as const]),
  ];
}
