import { MILLI } from "@/lib/fields";
import { chargeMilli } from "@/lib/rates";
import type { Policy, Scenario } from "@/lib/scenario";
import { conditionsOf, limitsOf, livePools, ratesOf } from "./pools";
import type { Run } from "./run";
import { MOST_REQUESTS, requestsOf, runTraffic, type RunInput } from "./run-traffic";

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

/** What a search knows: the largest multiple that held and the smallest that broke. */
type Bracket = Omit<Breaking, "pool">;
const UNKNOWN: Bracket = { holds: 0, breaks: null };

/** The multiple to try next, by halving on a logarithmic scale up to `most`; `null` where the search is over. */
function nextScale({ holds, breaks }: Bracket, most: number): number | null {
  if (breaks === null) {
    if (holds >= most) return null;
    return holds === 0 ? Math.min(1, most) : Math.min(holds * 2, most);
  }
  if (breaks <= LEAST_SCALE) return null;
  if (holds === 0) return breaks / 2;
  return breaks / holds <= 1.01 ? null : Math.sqrt(holds * breaks);
}

const tried = (bracket: Bracket, scale: number, isOver: boolean): Bracket =>
  isOver ? { ...bracket, breaks: scale } : { ...bracket, holds: scale };

/** What the multiples still to be tried add up to, if traffic breaks above `guess`. */
function ahead(bracket: Bracket, most: number, guess: number): number {
  let sum = 0;
  for (let scale = nextScale(bracket, most); scale !== null; scale = nextScale(bracket, most)) {
    sum += scale;
    bracket = tried(bracket, scale, scale > guess);
  }
  return sum;
}

/** Who queues hardly feels a minute that bursts; whoever is refused does. */
const FELT_MINUTES: Readonly<Record<Policy, number>> = { queue: 15, retry: 1, drop: 1 };

/** The mean of the busiest so many minutes in a row. */
function busiest(curve: Float64Array, minutes: number): number {
  let most = 0;
  let sum = 0;
  for (let minute = 0; minute < curve.length; minute++) {
    sum += curve[minute]! - (minute < minutes ? 0 : curve[minute - minutes]!);
    most = Math.max(most, sum);
  }
  return most / Math.min(minutes, curve.length);
}

/** About the multiple at which the busiest minutes of some pool reach a limit. */
function guessFor(scenario: Scenario): number {
  const minutes = FELT_MINUTES[conditionsOf(scenario).policy];
  const guesses = livePools(scenario).map(({ pool, workloads }) => {
    const { rpm, tpm } = limitsOf(scenario, pool);
    let requests = 0;
    let tokens = 0;
    for (const workload of workloads) {
      const { perMinute, curve } = ratesOf(workload, 1);
      const peak = perMinute * busiest(curve, minutes);
      requests += peak;
      tokens += (peak * chargeMilli(workload, scenario.tokenAccounting)) / MILLI;
    }
    return Math.min(rpm === null ? Infinity : rpm / requests, tpm === null ? Infinity : tpm / tokens);
  });
  return Math.min(...guesses);
}

const mostOf = (requests: number) => Math.min(MOST_SCALE, MOST_REQUESTS / requests);

/** About how many requests `findBreak` simulates, all its runs together: known for sure only once it has. */
export function requestsToBreak(input: RunInput): number {
  const requests = requestsOf({ ...input, scale: 1 });
  return requests * ahead(UNKNOWN, mostOf(requests), guessFor(input.scenario));
}

/**
 * Finds the multiple of a scenario’s traffic at which it breaks, with one seed. A trace is not scaled.
 * `progress` gets the share of the requests that are done, below 1, by what is known of those to come; it
 * never falls.
 */
export function findBreak(input: RunInput, progress: (share: number) => void = () => undefined): Breaking {
  const { policy } = conditionsOf(input.scenario);
  const most = mostOf(requestsOf({ ...input, scale: 1 }));
  const guess = guessFor(input.scenario);
  let bracket = UNKNOWN;
  let pool: string | null = null;
  let done = 0;
  let share = 0;
  for (let scale = nextScale(bracket, most); scale !== null; scale = nextScale(bracket, most)) {
    const all = done + ahead(bracket, most, guess);
    const now = scale;
    const run = runTraffic({ ...input, scale }, {}, (part) =>
      progress((share = Math.max(share, (done + now * part) / all))),
    );
    const broken = run.pools.find((one) => isBroken(one, policy));
    if (broken) ({ pool } = broken);
    bracket = tried(bracket, scale, broken !== undefined);
    done += scale;
  }
  return { ...bracket, pool };
}
