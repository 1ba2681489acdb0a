import type { PaidTier } from "@/lib/catalogue";
import type { Policy } from "@/lib/scenario";
import type { Breaking, Simulation, Subject } from "@/lib/simulation";

/** What the Traffic page knows of one subject: its main run, and what came in so far of the same traffic under other conditions. */
export interface Study {
  readonly subject: Subject;
  readonly main: Simulation;
  readonly tiers: ReadonlyMap<PaidTier, Simulation>;
  readonly policies: ReadonlyMap<Policy, Simulation>;
  readonly windows: ReadonlyMap<60 | 1, Simulation>;
  readonly breaking: Breaking | null;
}
