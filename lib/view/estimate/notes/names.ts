import type { Scenario } from "@/lib/scenario";
import { listed, workloadName } from "@/lib/view/names";

/** How many of many workloads a sentence names. */
const MOST_NAMED = 3;

/** Workloads by name for a sentence: `A, B and C`; of more than four the first three, `A, B, C and 17 more`. */
export function workloadNames(scenario: Scenario, indexes: readonly number[]): string {
  const names = indexes.map((index) => workloadName(scenario, index));
  return names.length > MOST_NAMED + 1
    ? `${names.slice(0, MOST_NAMED).join(", ")} and ${names.length - MOST_NAMED} more`
    : listed(names);
}
