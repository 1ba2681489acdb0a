import { BLANK, type Scenario } from "@/lib/scenario";
import { workloadName } from "@/lib/view/names";

/** The scenario with a blank workload in the place of the one at `index`, and what was done, in words. */
export function cleared(scenario: Scenario, index: number): { readonly scenario: Scenario; readonly done: string } {
  const workloads = scenario.workloads.map((workload, n) => (n === index ? BLANK.workloads[0]! : workload));
  return { scenario: { ...scenario, workloads }, done: `Cleared ${workloadName(scenario, index)}` };
}
