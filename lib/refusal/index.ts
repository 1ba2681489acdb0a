/** Refusals, rate-limit headers and pages of limits as people paste them → their numbers. */
export { parseLimits } from "./limits/read";
export { limitField, type LimitField, type LimitRead, type LimitsRead } from "./limits/types";
export { readRefusal, type RefusalsRead } from "./read";
export {
  type CapacityRefusal,
  type HeadersRead,
  type LimitHeader,
  type MaximumRefusal,
  type MoneyCause,
  type Origin,
  type RefusedLimit,
  type Period,
  type PlanRefusal,
  type QueueRefusal,
  type QuotaRefusal,
  type RateRefusal,
  refillMs,
  type Refusal,
  type TooLargeRefusal,
  type Unread,
} from "./types";
