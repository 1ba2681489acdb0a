import type fc from "fast-check";
import { estimate, type Estimate } from "@/lib/estimate";
import { checkScenario, type Scenario, type Workload } from "@/lib/scenario";
import { scenarioArbitrary } from "../arbitrary/scenario";

/** The scenario of a body that must be valid. */
export function scenarioOf(body: unknown): Scenario {
  const checked = checkScenario(body);
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

export function estimateOf(body: unknown): Estimate {
  return estimate(scenarioOf(body));
}

/** Complete scenarios over all that version 1 allows. */
export function scenarios(): fc.Arbitrary<Scenario> {
  return scenarioArbitrary().map(scenarioOf);
}

/** The scenario without ranges, growth and variants. */
export function withoutGrown({ growth: _growth, variants: _variants, workloads, ...rest }: Scenario): Scenario {
  return { ...rest, workloads: workloads.map(({ ranges: _ranges, ...workload }) => workload) };
}

/**
 * The scenario with nothing said of time, no backlog, and nothing of what comes on top: what the planner’s form
 * shows.
 */
export function withoutTime(scenario: Scenario): Scenario {
  return stillScenario(withoutGrown(scenario));
}

function stillScenario({
  policy: _policy,
  seed: _seed,
  horizonMinutes: _horizonMinutes,
  backlog: _backlog,
  workloads,
  ...rest
}: Scenario): Scenario {
  return { ...rest, workloads: workloads.map(still) };
}

function still({
  shape: _shape,
  arrivals: _arrivals,
  sizes: _sizes,
  inputP95ToMean: _input,
  visibleOutputP95ToMean: _visible,
  reasoningP95ToMean: _reasoning,
  firstTokenMs: _first,
  tokensPerSecond: _speed,
  ...workload
}: Workload): Workload {
  return workload;
}
