import fc from "fast-check";
import { plainScenario } from "./plain-scenario";
import { thresholdScenario } from "./threshold-scenario";
import type { ScenarioJson } from "../make/estimate-json";

export { invalidScenarioArbitrary } from "./invalid-scenario";
export type { ScenarioJson } from "../make/estimate-json";

/**
 * Valid scenarios over all that version 1 allows, defaults often left out; a third meet a limit exactly or
 * miss it by a step.
 */
export function scenarioArbitrary(): fc.Arbitrary<ScenarioJson> {
  return fc.oneof(
    plainScenario({ mostWorkloads: 4, mostOverrides: 3, numbers: "modest" }),
    plainScenario({ mostWorkloads: 20, mostOverrides: 20, numbers: "any" }),
    thresholdScenario(),
  );
}
