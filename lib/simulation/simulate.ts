import { Random } from "@/lib/random";
import { Merged, Stream, type RequestSource, type Traffic } from "./arrivals";
import { Buckets, type PoolLimits } from "./buckets";
import { RETRY_STREAM, runDrop, runQueue, runRetry, type PolicyRun } from "./policies";
import type { Policy } from "@/lib/scenario";
import { type Simulation } from "./run";
import { runOf, RunTally } from "./tally";

/** A pool: its limits at one usage tier, and the traffic that shares them. */
export interface Pool {
  readonly pool: string;
  readonly limits: PoolLimits;
  readonly traffic: readonly Traffic[];
}

/**
 * The conditions of a run: what clients do at a limit, the seed of all chance, and how long requests come.
 */
export interface Conditions {
  readonly policy: Policy;
  /** A safe integer. */
  readonly seed: number;
  readonly horizonMinutes: number;
}

/** What is said to be done of a run that is not. */
const MOST_SHARE = 0.999;

/**
 * Runs generated traffic on its pools. The same pools and conditions give the same answer to the last bit on
 * every machine. Time grows with the requests, memory with the minutes. `progress` gets the share of the
 * requests that are done, below 1, several times a second.
 */
export function simulate(
  pools: readonly Pool[],
  { policy, seed, horizonMinutes }: Conditions,
  progress: (share: number) => void = () => undefined,
): Simulation {
  let streams = 0;
  let done = 0;
  // Chance may bring some more than the curves do.
  const all = pools.flatMap(({ traffic }) => traffic);
  const expected = expectedRequests(all, horizonMinutes);
  const soFar = (requests: number) => progress(Math.min((done += requests) / expected, MOST_SHARE));
  const tallies = pools.map(({ limits, traffic }, index) => {
    const tally = new RunTally(horizonMinutes);
    const sources = traffic.map((each) => new Stream(each, horizonMinutes, seed, streams++));
    const source: RequestSource = sources.length === 1 ? sources[0]! : new Merged(sources);
    const buckets = new Buckets(limits);
    const mayExceed = traffic.some(({ charging }) => charging.most > buckets.most);
    const run: PolicyRun = { source, buckets, mayExceed, tally, progress: soFar };
    if (policy === "queue") runQueue(run);
    else if (policy === "drop") runDrop(run);
    else runRetry(run, new Random(seed, RETRY_STREAM + index));
    return tally;
  });
  return {
    ...runOf(tallies.length > 0 ? tallies : [new RunTally(horizonMinutes)]),
    pools: pools.map(({ pool }, index) => ({ pool, ...runOf([tallies[index]!]) })),
  };
}

/** The number of requests that these rates alone bring up to the horizon. */
export function expectedRequests(
  rates: readonly Pick<Traffic, "perMinute" | "curve">[],
  horizonMinutes: number,
): number {
  let sum = 0;
  for (const { perMinute, curve } of rates) {
    const rounds = Math.floor(horizonMinutes / curve.length);
    let rest = 0;
    for (let minute = 0; minute < horizonMinutes % curve.length; minute++) rest += curve[minute]!;
    sum += perMinute * (rounds * curve.length + rest);
  }
  return sum;
}
