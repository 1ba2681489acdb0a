import type { PaidTier } from "@/lib/catalogue";
import type { Policy } from "@/lib/scenario";
import type { Breaking, Simulation, RunInput } from "@/lib/simulation";

/** The runs of one traffic: the main run, and those under other conditions that have come in so far. */
export interface TrafficRuns {
  readonly input: RunInput;
  readonly main: Simulation;
  readonly tiers: ReadonlyMap<PaidTier, Simulation>;
  readonly policies: ReadonlyMap<Policy, Simulation>;
  readonly windows: ReadonlyMap<60 | 1, Simulation>;
  readonly breaking: Breaking | null;
}
