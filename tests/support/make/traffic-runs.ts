import { runTraffic, type RunVariant, type Simulation, type RunInput } from "@/lib/simulation";
import type { SimulatedTraffic } from "@/lib/view/traffic";
import { scenarioOf } from "./checked";

/** A model of one's own that takes a request a second, and one at a time: waits follow from the place in the queue. */
export const onePerSecond = {
  usageTier: 1,
  rpmWindowSeconds: 1,
  horizonMinutes: 2,
  modelOverrides: [{ model: "acme", limits: { rpm: 60, tpm: 6000 } }],
  workloads: [{ name: "Chat", model: "acme", requests: 1, per: "minute", inputTokens: 10 }],
};

/**
 * What became of requests that come at these milliseconds, each charged so many tokens, under a scenario that
 * must be valid.
 */
export function traced(raw: object, atMs: readonly number[], charge = 10): SimulatedTraffic {
  return simulatedTraffic({ scenario: scenarioOf(raw), scale: 1, trace: atMs.map((at) => ({ atMs: at, charge })) });
}

/** What became of a scenario's own traffic. */
export function generated(raw: object, scale = 1): SimulatedTraffic {
  return simulatedTraffic({ scenario: scenarioOf(raw), scale, trace: null });
}

const simulatedTraffic = (input: RunInput): SimulatedTraffic => ({ input, main: runTraffic(input) });

/** The same traffic with something changed. */
export const varied = ({ input }: SimulatedTraffic, change: RunVariant): Simulation => runTraffic(input, change);
