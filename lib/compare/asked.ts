import { findModel, isEnding } from "@/lib/catalogue";
import type { Scenario } from "@/lib/scenario";
import type { ComparedWorkload, CompareRow } from "./types";

/** What is asked of a model beyond that the scenario fits it. */
export interface Asked {
  /** On sale a year from the scenario’s day. */
  readonly onSale: boolean;
  readonly reasons: boolean;
  /** Answers may wait: batch and flex too. */
  readonly mayWait: boolean;
  /** The least context window, tokens; `null`: any. */
  readonly context: number | null;
}

/** What of it a row does not have. */
export type Missed = "onSale" | "reasons" | "atOnce" | "context";

/** Whether a service tier answers later: batch within a day, flex when there is room. */
export const waits = ({ serviceTier }: Pick<CompareRow, "serviceTier">): boolean =>
  serviceTier === "batch" || serviceTier === "flex";

/**
 * What the scenario asks by itself of a model to move to: to stay on sale for a year; to reason where reasoning is
 * entered on a model that may; to answer at once unless all answers wait as entered.
 */
export function askedOf({ workloads }: Scenario, workload: ComparedWorkload = null): Asked {
  const compared = workload === null ? workloads : [workloads[workload]!];
  return {
    onSale: true,
    reasons: compared.some(({ reasoningTokens, model }) => reasoningTokens > 0 && findModel(model)?.reasons !== false),
    mayWait: compared.every(waits),
    context: null,
  };
}

/** What of `asked` a row does not have; what is not known of a model is taken to be there. */
export function missedOf(
  row: Pick<CompareRow, "model" | "serviceTier" | "reasons" | "contextWindow">,
  { asOf }: Scenario,
  asked: Asked,
): Missed[] {
  const model = findModel(row.model);
  const missed: Missed[] = [];
  if (asked.onSale && model && isEnding(model, asOf)) missed.push("onSale");
  if (asked.reasons && row.reasons === false) missed.push("reasons");
  if (!asked.mayWait && waits(row)) missed.push("atOnce");
  if (asked.context !== null && row.contextWindow !== null && row.contextWindow < asked.context) missed.push("context");
  return missed;
}
