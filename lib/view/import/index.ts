/** What Import shows of a log. */
export { COLUMN_USES, columnsFinding, formatBytes } from "./columns";
export { comparedModel, type ImportBills, importCostFinding, importCosts, pickableModels } from "./cost";
export { importFlowFinding, importHead, importKeys, importPeaks } from "./head";
export { promptView } from "./prompt";
export {
  costDays,
  IMPORT_HEADS,
  type ImportRow,
  modelsFinding,
  modelTable,
  readFinding,
  sizeRows,
  sizesFinding,
  skippedRows,
} from "./tables";
export { importTiers } from "./tiers";
export { nothingRead } from "./words";
export { trendView } from "./trend";
export { importScenario, replayRefusal, withImported, workloadsView } from "./workloads";
