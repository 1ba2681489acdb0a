/** What people paste from their own use: token counts as the fields of a workload, refusals and rate-limit headers as their numbers, traces as requests. */
export { parseUsage, type Usage } from "./parse-usage";
export { readRefusal, type RefusalsRead } from "./read-refusal";
export type {
  HeadersRead,
  LimitHeader,
  Met,
  Period,
  QueueRefusal,
  QuotaRefusal,
  RateRefusal,
  Refusal,
  TooLargeRefusal,
  Unread,
} from "./refusal";
export { refillMs } from "./refusal";
export { MOST_TRACE_REQUESTS, readTrace, type TraceRead, type TraceRequests } from "./read-trace";
export type { Columns, ColumnUse, Peak, Skipped, Spread, Told, UsageDay, UsageGroup, UsageReport } from "./report";
export { workloadsOf, type MadeWorkload, type MadeWorkloads } from "./workloads";
export { isGzip } from "./log/bytes";
export { UsageReader, type UsageReaderOptions } from "./read-usage";
export { isProfile, profileOf, readProfile } from "./profile";
export { PROFILE_SQL, type ProfileSql } from "./sql";
export { countMerged, ranksOf, type Ranks } from "./byte-pairs";
export { counterOf, encodingOf, type CountText, type Encoding, type Vocabulary } from "./tokenizer";
export {
  cachableTokens,
  CHAT_OVERHEAD,
  countPrompt,
  isBatchInput,
  readPrompt,
  sharedMessages,
  type Prompt,
  type PromptCount,
  type PromptMessage,
} from "./prompt";
