/** What a pasted refusal, or a page of limits, says for this scenario. */
export type { RefusalView } from "./parts";
export { ownLimitsView, withOwnLimits, type OwnLimitRow, type OwnLimitsChoice, type OwnLimitsView } from "./own-limits";
export { refusalView } from "./refusals";
