/** The price and limits of a model on the scenario’s day: the user’s own, else the catalogue’s. */
export { chargesOf } from "./charges";
export { toOwnPrice } from "./flat-price";
export { hasDailyLimit, poolLimits, tierLimits, type TierLimits } from "./limits";
export { factsOf, factsOfModel, type ModelFacts, reasonsInVain } from "./model";
export {
  isLongContext,
  keepsTwelveHours,
  pricesAt,
  toExactPrice,
  type ExactPrice,
  type ServiceTierPrices,
  type TokenPrices,
} from "./prices";
export { isLongPool, limitPoolOf, limitPools, modelOfPool } from "./pools";
