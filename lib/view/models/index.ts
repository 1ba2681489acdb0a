/** What the model pages show of the catalogue. */
export {
  MODEL_KINDS,
  MODEL_ORDER_NAMES,
  MODEL_ORDERS,
  modelList,
  type ModelOrder,
  type ModelRow,
  searchModels,
  sortModels,
} from "./list";
export { priceChart, type PriceChart, type PriceKind } from "./price-chart";
export { type ChangeView, successorsView, type SuccessorView } from "./successors";
export {
  flexText,
  historyFinding,
  lastPrice,
  lifeFinding,
  modelFacts,
  modelLimitsFinding,
  modelSummary,
  priceFinding,
  priceRules,
  withoutFlexText,
} from "./page";
