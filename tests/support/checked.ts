import type fc from "fast-check";
import { estimate, type Estimate } from "@/lib/estimate";
import { checkScenario, type Scenario } from "@/lib/scenario";
import { scenarioArbitrary } from "./arbitrary-scenario";

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
