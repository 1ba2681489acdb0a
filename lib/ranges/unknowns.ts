import type { Scenario } from "@/lib/scenario";
import { RANGE_FIELDS } from "@/lib/scenario/ranges";
import type { Unknown } from "./types";

/** Every field of a scenario that is a range, by workload, then in the order of the fields. */
export function unknownsOf({ workloads }: Scenario): Unknown[] {
  return workloads.flatMap(({ ranges }, workload) =>
    RANGE_FIELDS.flatMap((field) => {
      const range = ranges?.[field];
      return range ? [{ workload, field, low: range[0], high: range[1] }] : [];
    }),
  );
}
