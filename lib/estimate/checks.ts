import { limitPoolOf, type ModelFacts } from "@/lib/facts";
import { milli } from "@/lib/fields";
import type { Demand, LimitAtTier } from "@/lib/limits";
import { chargeMilli, outputMilli } from "@/lib/rates";
import { poolOf, type Scenario, type TokenAccounting, type Workload } from "@/lib/scenario";

/**
 * What is the same of one workload at every usage tier: its size against its model, and whether it has a
 * price.
 */
export interface WorkloadCheck {
  /** Its model’s id, by which its facts are found. */
  readonly model: string;
  /** The pool of limits it draws on. */
  readonly pool: string;
  /**
   * What one request is charged against tokens a minute, in thousandths of a token; `null` for batch, which
   * is not.
   */
  readonly chargeMilli: number | null;
  /** Input and output exceed the context window. */
  readonly overContext: boolean;
  readonly overMaxInput: boolean;
  readonly overMaxOutput: boolean;
  readonly unpriced: boolean;
}

/** The check of one workload on a model, by its facts and the pool of limits it draws on. */
export function checkWorkload(
  workload: Workload,
  { pool: model, contextWindow, maxInputTokens, maxOutputTokens }: ModelFacts,
  { pool, accounting, unpriced }: { pool: string; accounting: TokenAccounting; unpriced: boolean },
): WorkloadCheck {
  const input = milli(workload.inputTokens);
  const output = outputMilli(workload);
  return {
    model,
    pool,
    chargeMilli: workload.serviceTier === "batch" ? null : chargeMilli(workload, accounting),
    overContext: contextWindow !== null && input + output > milli(contextWindow),
    overMaxInput: maxInputTokens !== null && input > milli(maxInputTokens),
    overMaxOutput: maxOutputTokens !== null && output > milli(maxOutputTokens),
    unpriced,
  };
}

/** A check of each workload, in order. `unpriced[i]`: workload i has no cost. */
export function checkWorkloads(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  unpriced: readonly boolean[],
): WorkloadCheck[] {
  return scenario.workloads.map((workload, index) =>
    checkWorkload(workload, facts.get(poolOf(workload.model))!, {
      pool: limitPoolOf(workload, scenario),
      accounting: scenario.tokenAccounting,
      unpriced: unpriced[index]!,
    }),
  );
}

/** Whether one request that is not batch is charged more than the TPM of its pool: it can never run. */
export function exceedsTpm(check: WorkloadCheck, demanded: readonly Demand[], limits: readonly LimitAtTier[]): boolean {
  if (check.chargeMilli === null) return false;
  const row = demanded.findIndex(({ pool, dimension }) => dimension === "tpm" && pool === check.pool);
  const tpm = limits[row];
  return tpm != null && check.chargeMilli > milli(tpm.near);
}
