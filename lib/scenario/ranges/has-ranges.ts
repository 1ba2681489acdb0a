import { RANGE_FIELDS, type Scenario } from "../types";

/** Whether a scenario has a field that is a range. */
export const hasRanges = ({ workloads }: Scenario): boolean =>
  workloads.some(({ ranges }) => RANGE_FIELDS.some((field) => ranges?.[field] !== undefined));
