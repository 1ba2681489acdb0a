/** Token counts that people paste, as the fields of a workload. */
export { parseUsage, type Usage } from "./parse-usage";
