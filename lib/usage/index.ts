/** What people paste from their own use: token counts as the fields of a workload, refusals and rate-limit headers as their numbers, traces as requests. */
export { parseUsage, type Usage } from "./parse-usage";
export { readRefusal, type RefusalsRead } from "./read-refusal";
export type { HeadersRead, LimitHeader, Met, Period, QueueRefusal, QuotaRefusal, RateRefusal, Refusal, TooLargeRefusal, Unread } from "./refusal";
export { refillMs } from "./refusal";
export { MOST_TRACE_REQUESTS, readTrace, type TraceRead, type TraceRequests } from "./read-trace";
