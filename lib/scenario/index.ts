/** What a user can ask: types, what each field accepts, and the hand check of untrusted input. */
export { checkScenario, type Checked } from "./check";
export { poolOf } from "./pool";
export {
  ABSENT_DEFAULTS,
  accepts,
  BACKLOG_DEFAULTS,
  codePoints,
  DECIMAL_ACCEPTED,
  describeRule,
  hasLoneSurrogate,
  isDay,
  LARGEST,
  LENGTHS,
  MODEL_ID,
  MOST_OVERRIDES,
  MOST_WORKLOADS,
  NUMBERS,
  PRICE_FIELDS,
  PRICE_PAIRS,
  SCENARIO_DEFAULTS,
  TIME_DEFAULTS,
  WORKLOAD_DEFAULTS,
  type NumberField,
  type NumberRule,
} from "./fields";
export { quote, refusal } from "./refusals";
export {
  ARRIVALS,
  PERS,
  POLICIES,
  SERVICE_TIERS,
  SHAPES,
  SIZES,
  TOKEN_ACCOUNTINGS,
  USAGE_TIER_IDS,
  type Arrivals,
  type Backlog,
  type Issue,
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
export {
  factsOf,
  hasDailyLimit,
  ratesAt,
  tierLimits,
  toExactPrice,
  type ExactPrice,
  type ModelFacts,
  type Rates,
  type TierLimits,
  type TierRates,
} from "./facts";
export { attemptsPerYear, chargeMilli, milli, MILLI, outputMilli, PER_YEAR, wantedPerYear } from "./amounts";
export { NEW_WORKLOAD } from "./new-workload";
export { EXAMPLE, PRESETS } from "./presets";
