/** Uneven traffic under limits: what is admitted, what waits, what is refused, minute by minute. */
export { ownPeak, rateCurve, type RateCurve } from "./curve";
export { countBusiest, expectedBusiest } from "./busiest";
export { sizesOf, type RequestSizes, type SizeTable } from "./sizes";
export { attemptsPerMinute, conditionsOf, limitsOf, poolsOf } from "./pools";
export { type PoolLimits } from "./buckets";
export { expectedRequests, simulate, type Conditions, type Pool } from "./simulate";
export { chargedRequests, checkTrace, MOST_TRACE_ROWS, type TraceRequest } from "./trace";
export { replay, type GivenRequest } from "./replay";
export {
  findBreak,
  isBroken,
  LONGEST_WAIT_MS,
  MOST_REQUESTS,
  requestsOf,
  runTraffic,
  type Breaking,
  type RunVariant,
  type RunInput,
} from "./run-traffic";
export { inFlight, latencyMs, recoveryOf, type InFlight, type Recovery } from "./aftermath";
export {
  MINUTE_MS,
  queuedByMinute,
  type Minutes,
  type PoolRun,
  type Run,
  type Simulation,
  type WaitBar,
  type Waits,
} from "./run";
