import type { Exact } from "@/lib/money";

/** What a line of a bill is for. */
export type Item = "input" | "cached-input" | "cache-write" | "visible-output" | "reasoning";

/** One line of a bill. Amounts are exact; `null` where no price is in force. */
interface LineItem {
  readonly item: Item;
  readonly tokensPerMonth: Exact;
  /** USD per million tokens. */
  readonly pricePerMTok: Exact | null;
  /** USD. */
  readonly perMonth: Exact | null;
}

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
