/** What holds for a model on the scenario’s day: price and limits, the user’s own over the catalogue’s. */
export {
  factsOf,
  hasDailyLimit,
  type ModelFacts,
  type Rates,
  ratesAt,
  tierLimits,
  type TierLimits,
  toExactPrice,
} from "./facts";
