import type { Exact } from "@/lib/money";

/** A kind of tokens on a line of a bill. */
export type TokenItem = "input" | "cached-input" | "cache-write" | "visible-output" | "reasoning";
/** A tool of OpenAI’s on a line of a bill, billed by the call. */
export type ToolItem = "web-search" | "file-search";
/** What a line of a bill is for. */
export type Item = TokenItem | ToolItem;

/** A line of tokens. Amounts are exact; `null` where no price is in force. */
interface TokenLine {
  readonly item: TokenItem;
  readonly tokensPerMonth: Exact;
  /** USD per million tokens. */
  readonly pricePerMTok: Exact | null;
  /** USD. */
  readonly perMonth: Exact | null;
}

/** A line of calls, whose price is the same on every model. Amounts are exact. */
interface ToolLine {
  readonly item: ToolItem;
  readonly callsPerMonth: Exact;
  /** USD per thousand calls. */
  readonly pricePerThousandCalls: Exact;
  /** USD. */
  readonly perMonth: Exact;
}

/** One line of a bill. */
export type LineItem = TokenLine | ToolLine;

/** The bill of one workload: USD, exact. `null`: no price, never 0. */
export interface WorkloadCost {
  readonly name: string;
  readonly model: string;
  /** Of a wanted request, its retries included. */
  readonly perRequest: Exact | null;
  readonly perMonth: Exact | null;
  /** The month at standard prices, whatever the workload's service tier. */
  readonly standardPerMonth: Exact | null;
  /** The month at batch prices, whatever the workload's service tier. */
  readonly batchPerMonth: Exact | null;
  readonly lineItems: readonly LineItem[];
}

/** The bill of a scenario: USD, exact. A total that needs an unknown amount is `null`. */
export interface Cost {
  /** The month's cost ÷ the month's wanted requests. */
  readonly perRequest: Exact | null;
  readonly perMonth: Exact | null;
  /** In the scenario's order. */
  readonly workloads: readonly WorkloadCost[];
}
