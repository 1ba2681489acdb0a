/** What Plan says of a scenario whose means are ranges. */
export { rangeView, type RangeView } from "./view";
export { type TierShare } from "./tiers";
export { rangeNote } from "./note";
export { cheapestPickText, comparedPickText, pickText } from "./pick";
