import { isInputOnly } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { outputMilli } from "@/lib/rates";
import { poolOf } from "@/lib/scenario";

/** Whether what a workload lacks is no price but a model that gives output. */
export function lacksOutput({ scenario, facts }: Estimate, index: number): boolean {
  const workload = scenario.workloads[index]!;
  const model = facts.get(poolOf(workload.model))!;
  return isInputOnly(model) && model.price !== null && outputMilli(workload) > 0;
}
