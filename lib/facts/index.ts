/** What holds for a model on the scenario’s day: price and limits, the user’s own over the catalogue’s. */
export { hasDailyLimit, tierLimits, type TierLimits } from "./limits";
export { factsOf, type ModelFacts } from "./model";
export { isLongContext, pricesAt, toExactPrice, type TokenPrices } from "./prices";
