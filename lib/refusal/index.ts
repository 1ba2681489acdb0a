/** Refusals (429 answers) and rate-limit headers as people paste them → their numbers. */
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
  type QueueRefusal,
  type QuotaRefusal,
  type RateRefusal,
  refillMs,
  type Refusal,
  type TooLargeRefusal,
  type Unread,
} from "./types";
