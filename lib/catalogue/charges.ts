import charges from "./data/charges.json" with { type: "json" };
import { fromData } from "./from-data";
import type { Day, Fact } from "./types";

/** What a thousand calls of a tool cost, on every model and at every service tier; a decimal string. */
interface ToolPrice extends Fact {
  readonly perThousandCallsUsd: string;
}

/** What OpenAI bills beside the prices of tokens: calls of its tools, and processing in one region. */
export interface Charges {
  readonly webSearch: ToolPrice;
  readonly fileSearch: ToolPrice;
  /** Every token price of a model whose first price begins on `releasedFrom` or later, times a decimal. */
  readonly regional: Fact & { readonly times: string; readonly releasedFrom: Day };
}

/** What OpenAI bills beside the prices of tokens, the same on every day. */
export const CHARGES = fromData<Charges>(charges);
