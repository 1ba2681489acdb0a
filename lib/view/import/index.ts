/** What Import shows of a log. */
export { COLUMN_USES, columnsFinding, formatBytes } from "./columns";
export {
  comparedModel,
  type ImportBills,
  type ImportCost,
  importCostFinding,
  importCosts,
  pickableModels,
} from "./cost";
export { importFlowFinding, importHead, importKeys, importPeaks } from "./head";
export { promptView } from "./prompt";
export {
  costDays,
  costDaysFinding,
  type ImportRow,
  modelRows,
  MODELS_HEAD,
  modelsFinding,
  readFinding,
  sizeRows,
  SIZES_HEAD,
  sizesFinding,
  skippedRows,
} from "./tables";
export { importTiers, type ImportTiers } from "./tiers";
export { nothingRead } from "./words";
export { importScenario, replayRefusal, workloadRows, WORKLOADS_HEAD, workloadsFinding } from "./workloads";
