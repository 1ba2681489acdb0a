import type { Day } from "@/lib/catalogue";
import type { ServiceTier } from "@/lib/scenario";
import type { OpenReading } from "./columns/dialect";
import type { TraceRequests } from "./trace/read";

/**
 * Nearest-rank quantiles of tokens per request, failed ones left out; exact unless `within` says how far they
 * may be off, as a share.
 */
export interface Spread {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly within?: number;
}

/**
 * The busiest 60 s anywhere in time, not of the clock: how much, and when they begin; exact unless `within`
 * says how much more they may hold, as a share.
 */
export interface Peak {
  readonly perMinute: number;
  readonly fromMs: number;
  readonly within?: number;
}

/**
 * What one model did at one service tier, or all of a file together. Sums are exact, and leave out the tokens
 * of failed requests; peaks and the trace have them.
 */
export interface UsageGroup {
  readonly model: string | null;
  readonly serviceTier: ServiceTier;
  readonly requests: number;
  readonly failedRequests: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  /** Inside the input, beside the cached part. */
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** `null` where requests were counted together, so that no single one is known. */
  readonly input: Spread | null;
  readonly output: Spread | null;
  /** Reasoning over output, request by request; `null` also where the log does not tell reasoning. */
  readonly reasoningShare: Spread | null;
  /** `null` where the log has no times of single requests. Tokens: input + output. */
  readonly peakRequests: Peak | null;
  readonly peakTokens: Peak | null;
  /**
   * Variance over mean of the requests of a second: 1 is Poisson, above it bursts, below it an even flow.
   * `null` as for peaks.
   */
  readonly dispersion: number | null;
  /** Requests in each hour of the day (UTC), 24 of them; `null` without times of day. */
  readonly hours: readonly number[] | null;
  /** The largest cap seen. */
  readonly maxCompletionTokens: number | null;
  /** Sum of what the log says it cost, a decimal string; `null` where it does not. */
  readonly costUsd: string | null;
}

/** What one model did at one service tier on one day, UTC. */
export interface UsageDay {
  readonly day: Day;
  readonly model: string | null;
  readonly serviceTier: ServiceTier;
  readonly requests: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** What the log says the day cost, a decimal string; absent where it does not. */
  readonly costUsd?: string;
}

/**
 * Rows that were not counted for one reason. `rows` holds the numbers of the first few; the first row after
 * the header is 1.
 */
export interface Skipped {
  readonly reason: string;
  readonly count: number;
  readonly rows: readonly number[];
}

/** A use that a person can choose for a column of a table. */
export type ColumnUse =
  | "time"
  | "model"
  | "requests"
  | "input"
  | "cached"
  | "written"
  | "output"
  | "visible"
  | "reasoning"
  | "total"
  | "status"
  | "cost"
  | "serviceTier";

/**
 * The columns of a table that no known format claims, or that a person mapped: their names, the first few
 * rows, what each is used for.
 */
export interface TableColumns {
  readonly names: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly uses: Readonly<Partial<Record<ColumnUse, number>>>;
}

/** Which counts at least one row of a log tells; a sum of what none tells is 0 and means unknown. */
interface ToldCounts {
  readonly input: boolean;
  readonly cached: boolean;
  readonly written: boolean;
  readonly output: boolean;
  readonly reasoning: boolean;
}

/** Everything that a log says. */
export interface UsageReport {
  /** In words: `Batch API output`, `Azure LLM trace`. */
  readonly format: string;
  readonly rowsRead: number;
  readonly rowsSkipped: number;
  readonly skipped: readonly Skipped[];
  /** Rows that tell of failed requests, by error or status; they are among the rows read. */
  readonly failed: readonly Skipped[];
  readonly told: ToldCounts;
  /** What is odd about the file as a whole: cut off in the middle, mixed line ends, not UTF-8. */
  readonly remarks: readonly string[];
  readonly columns: TableColumns | null;
  /** Lines for which OpenAI would refuse a batch input whole; absent where there are none. Line 1 is the first. */
  readonly refused?: readonly Skipped[];
  /** What of the table can be read in two ways; absent where nothing can. */
  readonly open?: readonly OpenReading[];
  /**
   * First and last start; `null` without times. `dated` is false where times are counted from the beginning
   * of a trace.
   */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly dated: boolean;
  readonly total: UsageGroup;
  /** By model and service tier, most tokens first. */
  readonly groups: readonly UsageGroup[];
  readonly days: readonly UsageDay[];
  /**
   * The requests themselves in order of time, counted from the first, for Traffic; `null` above 100,000, or
   * where single requests or times are unknown.
   */
  readonly trace: TraceRequests | null;
}
