import type { PaidTier } from "@/lib/catalogue";
import type { Policy } from "@/lib/scenario";
import type { Breaking, Simulation } from "@/lib/simulation";
import type { TraceRead } from "@/lib/usage";
import type { RunRequest } from "./request";

/** Which run of a traffic: the main one, or one under another condition. */
export type RunKind =
  | { readonly of: "main" }
  | { readonly of: "tiers"; readonly tier: PaidTier }
  | { readonly of: "policies"; readonly policy: Policy }
  | { readonly of: "windows"; readonly rpmWindowSeconds: 60 | 1 }
  | { readonly of: "breaking" };

/** The kinds that come to a simulation; the breaking point comes to a scale. */
export type SimulatedKind = Exclude<RunKind, { readonly of: "breaking" }>;

/** Page → worker: do one run, or read a trace. `request`: `null` where it is that of the worker’s last run. */
export type TrafficTask =
  | { readonly type: "run"; readonly kind: RunKind; readonly request: RunRequest | null }
  | { readonly type: "trace"; readonly source: string | File };

/**
 * Worker → page. `progress` (the share of the run’s requests that are done, below 1) any number of times, then
 * what came of the task, or `failed`.
 */
export type TrafficReply =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "run"; readonly kind: SimulatedKind; readonly run: Simulation }
  | { readonly type: "breaking"; readonly breaking: Breaking }
  | { readonly type: "trace"; readonly read: TraceRead }
  | { readonly type: "failed"; readonly message: string };
