import type { ServiceTier } from "@/lib/scenario";

/**
 * One row of a log while it is read, a request or many that were counted together: cached input is inside
 * input, reasoning inside output, unknown numbers are NaN. It is used again for the next.
 */
export class RowDraft {
  /** Whole milliseconds, and the 100 ns behind them. */
  atMs = NaN;
  atTicks = 0;
  /**
   * End of the time its requests were counted in, Infinity where that is unknown; NaN for a single request.
   */
  untilMs = NaN;
  model: string | null = null;
  serviceTier: ServiceTier | null = null;
  requests = 1;
  failedRequests = 0;
  input = NaN;
  cached = NaN;
  /** Written to the cache: inside input, beside `cached`. */
  written = NaN;
  output = NaN;
  reasoning = NaN;
  cap = NaN;
  cost: number | string | null = null;
  /** Error or status of a failed request. */
  failure = "";

  clear(): void {
    this.atMs = this.untilMs = this.cap = NaN;
    this.input = this.cached = this.written = this.output = this.reasoning = NaN;
    this.atTicks = this.failedRequests = 0;
    this.requests = 1;
    this.model = this.serviceTier = this.cost = null;
    this.failure = "";
  }
}

const MOST = 1e12;
const isCount = (value: number) => value >= 0 && value <= MOST && Math.floor(value) === value;

/**
 * Why a row’s counts cannot be, in words that go on after `left out since`; `null` where each is unknown or a
 * whole number from 0 to 1e12.
 */
export function faultOfCounts(row: RowDraft): string | null {
  if (row.input === row.input && !isCount(row.input)) return "its input tokens are no whole number from 0 to 1e12";
  if (row.output === row.output && !isCount(row.output)) return "its output tokens are no whole number from 0 to 1e12";
  if (row.cached === row.cached && !isCount(row.cached)) return "its cached tokens are no whole number from 0 to 1e12";
  if (row.written === row.written && !isCount(row.written))
    return "its tokens written to the cache are no whole number from 0 to 1e12";
  if (row.reasoning === row.reasoning && !isCount(row.reasoning))
    return "its reasoning tokens are no whole number from 0 to 1e12";
  if (!isCount(row.requests)) return "its number of requests is no whole number from 0 to 1e12";
  return null;
}

/** The service tier that a word of the API or of its exports names; `null` for `auto` and words unknown. */
export function serviceTierNamed(word: string): ServiceTier | null {
  const name = word.trim().toLowerCase();
  if (name === "default" || name === "standard" || name === "scale") return "standard";
  if (name === "flex" || name === "batch" || name === "priority") return name;
  return name === "fast" ? "priority" : null;
}

const GOOD =
  /^(?:2\d\d(?:\.0*)?|[01]|success(?:ful)?|succeeded|ok|completed?|done|finished|true|stop|unset|default|debug|info|warning|incomplete|null|none|status_code_(?:ok|unset))?$/i;
/** Whether a status tells of a failed request; an answer cut short is none. */
export const isFailure = (status: string): boolean => !GOOD.test(status.trim());

/** Cuts parts of input and output to what they are parts of; `onCut` gets what a report says of such rows. */
export function cutParts(row: RowDraft, onCut: (remark: string) => void): void {
  if (row.cached > row.input) {
    onCut("Rows with more cached input than input, cut to the input");
    row.cached = row.input;
  }
  const plain = row.input - (row.cached > 0 ? row.cached : 0);
  if (row.written > plain) {
    onCut("Rows with more read from and written to the cache than input, cut to the input");
    row.written = plain;
  }
  if (row.reasoning > row.output) {
    onCut("Rows with more reasoning than output, cut to the output");
    row.reasoning = row.output;
  }
}
