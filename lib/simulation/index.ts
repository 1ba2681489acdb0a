/** Uneven traffic under limits: what is admitted, what waits, what is refused, minute by minute. */
export { ownPeak, rateCurve } from "./curve";
export { countBusiest } from "./busiest";
export { sizesOf } from "./sizes";
export { attemptsPerMinute, conditionsOf, limitsOf } from "./pools";
export { chargedRequests, type TraceRequest } from "./trace";
export { findBreak, isBroken, requestsToBreak, type Breaking } from "./break";
export { MOST_REQUESTS, requestsOf, runTraffic, type RunVariant, type RunInput } from "./run-traffic";
export { inFlight, latencyMs, recoveryOf, type Recovery } from "./aftermath";
export { queuedByMinute, type Minutes, type PoolRun, type Run, type Simulation, type WaitBar } from "./run";
