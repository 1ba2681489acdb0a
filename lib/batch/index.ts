/** A pile of work under limits: waves through the batch queue, a standard stream beside live traffic, and the splits between the two. */
export { backlogOf, sizesOf } from "./backlog";
export { planBacklog, sustainedUnder } from "./plan";
export { requestOf } from "./ways";
export type {
  Answer,
  Ask,
  BacklogPlan,
  BatchWay,
  Obstacle,
  PaceLimit,
  Reason,
  Split,
  StandardWay,
  TierPlan,
} from "./types";
