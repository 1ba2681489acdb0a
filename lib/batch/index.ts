/**
 * A backlog under limits: waves through the batch queue, standard beside live traffic, and the splits between
 * them.
 */
export { backlogOf, mostEnqueued, requestSizesOf } from "./backlog";
export { planBacklog, sustainedUnder } from "./plan";
export { requestOf } from "./options";
export type {
  SplitAnswer,
  BacklogPlan,
  BatchOption,
  Obstacle,
  PaceLimit,
  RateLimit,
  Reason,
  Split,
  StandardOption,
  TierPlan,
  UntimedSplit,
} from "./types";
