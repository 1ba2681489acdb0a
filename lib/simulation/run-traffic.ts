import type { UsageTierId } from "@/lib/catalogue";
import { limitPoolOf } from "@/lib/facts";
import type { Policy, Scenario } from "@/lib/scenario";
import { expectedRequests, simulate, type Conditions } from "./simulate";
import { conditionsOf, limitsOf, poolsOf } from "./pools";
import { replay, type GivenRequest } from "./replay";
import type { Run, Simulation } from "./run";

/**
 * What is simulated: a scenario’s own traffic, times `scale`; or, on the pool of its first standard workload,
 * the requests of a trace.
 */
export interface RunInput {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly trace: readonly GivenRequest[] | null;
}

/**
 * What a run changes of its input; what is absent stays as the scenario says. `scale` multiplies the input’s
 * own.
 */
export interface RunVariant {
  readonly tier?: UsageTierId;
  readonly policy?: Policy;
  readonly rpmWindowSeconds?: number;
  readonly scale?: number;
}

/** The most requests that one run simulates. */
export const MOST_REQUESTS = 1_000_000_000;

function resolved(
  { scenario, scale, trace }: RunInput,
  { tier, policy, rpmWindowSeconds, scale: more = 1 }: RunVariant,
) {
  const varied: Scenario = rpmWindowSeconds === undefined ? scenario : { ...scenario, rpmWindowSeconds };
  const conditions: Conditions = { ...conditionsOf(scenario), ...(policy && { policy }) };
  return { varied, conditions, tier: tier ?? scenario.usageTier, scale: scale * more, trace };
}

/** The number of requests in a run: expected by the rate curves, of a trace exact. */
export function requestsOf(input: RunInput): number {
  return (
    input.trace?.length ??
    expectedRequests(poolsOf(input.scenario, { scale: input.scale }), conditionsOf(input.scenario).horizonMinutes)
  );
}

/**
 * Runs the traffic with the variant’s changes. The scenario must have a standard workload. A trace is not
 * scaled. `progress` gets a share from 0 to 1.
 */
export function runTraffic(input: RunInput, variant: RunVariant = {}, progress?: (share: number) => void): Simulation {
  const { varied, conditions, tier, scale, trace } = resolved(input, variant);
  if (!trace) return simulate(poolsOf(varied, { tier, scale }), conditions, progress);
  const pool = limitPoolOf(
    varied.workloads.find(({ serviceTier }) => serviceTier !== "batch")!,
    varied,
  );
  const run = replay(trace, limitsOf(varied, pool, tier), conditions);
  return { ...run, pools: [{ pool, ...run }] };
}

/** How much traffic a scenario bears before its clients feel the limits. */
export interface Breaking {
  /**
   * The largest multiple of the scenario’s own traffic, to 1 %, that still holds; 0 where none was found down
   * to a thousandth.
   */
  readonly holds: number;
  /**
   * The next multiple tried, which did not; `null` where all held up to the most that is tried: `MOST_SCALE`,
   * or what has `MOST_REQUESTS`.
   */
  readonly breaks: number | null;
  /** The pool that broke first at `breaks`. */
  readonly pool: string | null;
}

const MOST_SCALE = 1000;
const LEAST_SCALE = 0.001;
/** A client that paces itself is felt when a request waits this long: a minute, a whole bucket. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Whether a policy’s clients feel the limits: under `queue` a wait of over a minute or one that never ends,
 * under `retry` and `drop` a failed request. A request that never fits breaks every policy.
 */
export function isBroken(run: Run, policy: Policy): boolean {
  return (
    run.neverFits > 0 ||
    run.queued > 0 ||
    (policy === "queue" ? (run.waits.max ?? 0) > LONGEST_WAIT_MS : run.failed > 0)
  );
}

/**
 * Finds the multiple of a scenario’s traffic at which it breaks, by halving on a logarithmic scale with one
 * seed. A trace is not scaled. `progress` gets a share from 0 to 1.
 */
export function findBreak(input: RunInput, progress: (share: number) => void = () => undefined): Breaking {
  const { policy } = conditionsOf(input.scenario);
  const most = Math.min(MOST_SCALE, MOST_REQUESTS / requestsOf({ ...input, scale: 1 }));
  let holds = 0;
  let breaks: number | null = null;
  let pool: string | null = null;
  let scale = Math.min(1, most);
  for (let step = 0; ; step++) {
    progress(1 - 0.9 ** step);
    const broken = runTraffic({ ...input, scale }).pools.find((run) => isBroken(run, policy));
    if (broken) [breaks, pool] = [scale, broken.pool];
    else holds = scale;
    if (breaks !== null && holds > 0 && breaks / holds <= 1.01) break;
    if (breaks !== null && breaks <= LEAST_SCALE) break;
    if (breaks === null && holds >= most) break;
    scale = breaks === null ? Math.min(holds * 2, most) : holds === 0 ? breaks / 2 : Math.sqrt(holds * breaks);
  }
  return { holds, breaks, pool };
}
