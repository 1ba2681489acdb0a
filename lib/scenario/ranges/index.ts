/** Ranges of means that are not known better. */
export { hasRanges } from "./has-ranges";
export { RANGE_FIELDS, type RangeField } from "../types";
export { middleOf } from "./middle";
export { meanChange, type Mean } from "./mean";
export { withoutRanges, withRate, withValues } from "./other-numbers";
