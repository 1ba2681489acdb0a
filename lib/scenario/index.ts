/** What a user can ask: types, what each field accepts, and the check of untrusted input. */
export { checkScenario } from "./check";
export {
  accepts,
  BACKLOG_DEFAULTS,
  DECIMAL_ACCEPTED,
  describeRule,
  hasLoneSurrogate,
  isDay,
  LARGEST,
  LENGTHS,
  MODEL_ID,
  MOST_OVERRIDES,
  MOST_WORKLOADS,
  type NumberField,
  type NumberRule,
  NUMBERS,
  PRICE_FIELDS,
  PRICE_PAIRS,
  SCENARIO_DEFAULTS,
  TIME_DEFAULTS,
  WORKLOAD_DEFAULTS,
} from "./fields";
export { NEW_WORKLOAD } from "./new-workload";
export { poolOf } from "./pool";
export { EXAMPLE, PRESETS } from "./presets";
export { quote, refusal } from "./refusals";
export {
  type Arrivals,
  ARRIVALS,
  type Backlog,
  type Issue,
  type ModelOverride,
  type OwnLimits,
  type OwnPrice,
  type Per,
  PERS,
  POLICIES,
  type Policy,
  type Scenario,
  SERVICE_TIERS,
  type ServiceTier,
  type Shape,
  SHAPES,
  type Sizes,
  SIZES,
  TOKEN_ACCOUNTINGS,
  type TokenAccounting,
  USAGE_TIER_IDS,
  type Workload,
} from "./types";
export { MILLI, milli } from "./milli";
