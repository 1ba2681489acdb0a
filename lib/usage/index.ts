/** Logs of real usage, read as a stream → a report, workloads, a profile. */
export { isGzip } from "./log/bytes";
export { parsePasted, type PastedCounts, type PastedUsage, type Usage } from "./pasted/pasted";
export type { OpenReading, Readings } from "./columns/dialect";
export { isProfile, profileOf, readProfile } from "./profile/profile";
export { UsageReader, type UsageReaderOptions } from "./reader";
export type { TableColumns, ColumnUse, Peak, Spread, UsageDay, UsageGroup, UsageReport } from "./report";
export { PROFILE_SQL } from "./sql";
export { MOST_TRACE_REQUESTS, readTrace, type TraceRead, type TraceRequests } from "./trace/read";
export { LEAST_TREND_WEEKS, trendOf, type UsageTrend } from "./trend/trend";
export { type MadeWorkload, type MadeWorkloads, workloadsOf } from "./workloads/workloads";
