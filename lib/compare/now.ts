import { poolOf, type Scenario } from "@/lib/scenario";
import { movingTo } from "./on-model";
import type { ComparedWorkload, CompareRow } from "./types";

/**
 * Whether a row is what the scenario is already: every workload that would move is on its model and in its tier, and
 * nothing was taken out.
 */
export function isAsEntered(row: CompareRow, scenario: Scenario, workload: ComparedWorkload): boolean {
  if (row.codes.includes("reasoning-dropped")) return false;
  return movingTo(row.model, scenario, workload).every((index) => {
    const one = scenario.workloads[index]!;
    return poolOf(one.model) === row.model && one.serviceTier === row.serviceTier;
  });
}
