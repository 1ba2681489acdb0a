import { poolOf, type Scenario } from "@/lib/scenario";

/** A change after which the next request is not refused. */
export interface RefusalChange {
  readonly text: string;
  readonly detail: string;
  /** Empty where there is nothing to press. */
  readonly label: string;
  /** The scenario with that change; `null` where it is none of the scenario. */
  readonly scenario: Scenario | null;
}

/** A change; without a scenario it has no label, as there is nothing to press. */
export const change = (text: string, detail: string, label = "", scenario: Scenario | null = null): RefusalChange => ({
  text,
  detail,
  label: scenario ? label : "",
  scenario,
});

/** The places of the workloads that share the pool of a model, those in batch left out. */
export const onModel = (scenario: Scenario, model: string | null): number[] =>
  model === null
    ? []
    : scenario.workloads.flatMap((workload, index) =>
        workload.serviceTier !== "batch" && poolOf(workload.model) === poolOf(model) ? [index] : [],
      );

/** The changes that there are. */
export const present = (changes: readonly (RefusalChange | null)[]): RefusalChange[] =>
  changes.filter((one) => one !== null);
