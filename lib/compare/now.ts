import { poolOf, type Scenario, type Workload } from "@/lib/scenario";
import { movingTo } from "./on-model";
import type { ComparedWorkload, CompareRow } from "./types";

/** Whether a row is on a model and in a service tier that some workload that would move is on already. */
export const isInUse = (row: CompareRow, scenario: Scenario, workload: ComparedWorkload): boolean =>
  movingTo(row.model, scenario, workload).some((index) => isThere(row, scenario.workloads[index]!));

const isThere = ({ model, serviceTier }: CompareRow, one: Workload) =>
  poolOf(one.model) === model && one.serviceTier === serviceTier;

/**
 * Whether a row is what the scenario is already: every workload that would move is on its model and in its tier, and
 * nothing was taken out.
 */
export function isAsEntered(row: CompareRow, scenario: Scenario, workload: ComparedWorkload): boolean {
  if (row.codes.includes("reasoning-dropped")) return false;
  return movingTo(row.model, scenario, workload).every((index) => isThere(row, scenario.workloads[index]!));
}
