import fc from "fast-check";
import { grown } from "./grown";
import { plainScenario } from "./plain-scenario";
import { thresholdScenario } from "./threshold-scenario";
import type { ScenarioJson } from "../make/estimate-json";

export { invalidScenarioArbitrary } from "./invalid-scenario";
export type { ScenarioJson } from "../make/estimate-json";

/**
 * Valid scenarios over all that version 1 allows, defaults often left out; some meet a limit exactly or
 * miss it by a step, some have ranges, growth and variants.
 */
export function scenarioArbitrary(): fc.Arbitrary<ScenarioJson> {
  return fc.oneof(
    { weight: 3, arbitrary: plainScenario({ mostWorkloads: 4, mostOverrides: 3, numbers: "modest" }) },
    { weight: 3, arbitrary: plainScenario({ mostWorkloads: 20, mostOverrides: 20, numbers: "any" }) },
    { weight: 3, arbitrary: thresholdScenario() },
    { weight: 1, arbitrary: grown(plainScenario({ mostWorkloads: 4, mostOverrides: 3, numbers: "modest" })) },
  );
}
