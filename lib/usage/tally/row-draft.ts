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
  output = NaN;
  reasoning = NaN;
  cap = NaN;
  cost: number | string | null = null;
  /** Error or status of a failed request. */
  failure = "";

  clear(): void {
    this.atMs = this.untilMs = this.input = this.cached = this.output = this.reasoning = this.cap = NaN;
    this.atTicks = this.failedRequests = 0;
    this.requests = 1;
    this.model = this.serviceTier = this.cost = null;
    this.failure = "";
  }
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
