import fc from "fast-check";
import { plainScenario } from "./arbitrary-plain-scenario";
import { thresholdScenario } from "./arbitrary-threshold-scenario";
import type { ScenarioJson } from "./estimate-json";

export { invalidScenarioArbitrary, type InvalidScenario } from "./arbitrary-invalid-scenario";
export type { ScenarioJson } from "./estimate-json";

/** Valid scenarios over all that version 1 allows, defaults often left out; a third meet a limit exactly or miss it by a step. */
export function scenarioArbitrary(): fc.Arbitrary<ScenarioJson> {
  return fc.oneof(
    plainScenario({ mostWorkloads: 4, mostOverrides: 3, numbers: "modest" }),
    plainScenario({ mostWorkloads: 20, mostOverrides: 20, numbers: "any" }),
    thresholdScenario(),
  );
}
