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

/** Page → worker: do these runs one after the other, or read a trace. */
export type TrafficTask =
  | { readonly type: "run"; readonly request: RunRequest; readonly kinds: readonly RunKind[] }
  | { readonly type: "trace"; readonly source: string | File };

/**
 * Worker → page. A run task answers `progress` (the place of the kind in the task, and a share from 0 to 1)
 * and `run` or `breaking` for each kind, then `done`; a trace task answers `trace`; either may answer
 * `failed` instead. `done`, `trace` and `failed` come last.
 */
export type TrafficReply =
  | { readonly type: "progress"; readonly at: number; readonly share: number }
  | { readonly type: "run"; readonly kind: SimulatedKind; readonly run: Simulation }
  | { readonly type: "breaking"; readonly breaking: Breaking }
  | { readonly type: "trace"; readonly read: TraceRead }
  | { readonly type: "done" }
  | { readonly type: "failed"; readonly message: string };
