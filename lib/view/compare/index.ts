/** What Compare says: the finding, its rows in groups, filters and order. */
export {
  CHOICE_KEYS,
  type CompareChoice,
  defaultChoice,
  encodeChoice,
  type FilterKey,
  parseContext,
  readChoice,
  type SortKey,
} from "./choice";
export { type CompareGroup, type CompareTable, compareTable, type GroupKey } from "./groups";
export { cheapestReason, compareContext, type CompareHead, compareHead, compareTitle } from "./head";
export { type CompareRowView, NOW_AT } from "./row";
