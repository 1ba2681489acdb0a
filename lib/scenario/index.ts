/** What a user can ask: types, the table of fields, and the check of untrusted input. */
export { MOST, NUMBERS, type NumberField } from "./bounds";
export { checkScenario } from "./check";
export { DEFAULTS } from "./defaults";
export { MODEL_ID, PRICE_FIELDS } from "./fields";
export { NEW_WORKLOAD } from "./new-workload";
export { putOnModel } from "./put-on-model";
export { poolOf } from "./pool";
export { PRESETS } from "./presets";
export { PRICE_PAIRS } from "./rules";
export { BLANK, EXAMPLE, STARTS } from "./starts";
export {
  CHOICES,
  SERVICE_TIER_WORDS,
  type Backlog,
  type Growth,
  type ModelOverride,
  type OwnLimits,
  type OwnPrice,
  type Per,
  type Policy,
  type Scenario,
  type ServiceTier,
  type Shape,
  type Sizes,
  type TokenAccounting,
  type Workload,
} from "./types";
