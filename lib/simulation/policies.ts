/* eslint-disable max-depth -- the loops that run once a request, written out */
import type { Random } from "@/lib/random";
import { BLOCK, type RequestSource } from "./arrivals";
import type { Buckets } from "./buckets";
import { firstInFirstOut, subtractInto } from "./kernels";
import { retryQueue } from "./retry";
import type { RunTally } from "./tally";

/**
 * The most attempts a retrying client makes for one request. It waits up to 1 s first, then up to twice as long each
 * time, 60 s at most; the wait is uniform from 0 (OpenAI’s cookbook; lib/rules/traffic).
 */
export const MOST_ATTEMPTS = 6;
const MOST_BACKOFF_MS = 60_000;
/**
 * The number of the random stream that draws the backoffs of the first pool; the next pools take the next numbers. No
 * workload’s stream has a number so high.
 */
export const RETRY_STREAM = 1_000_000;

/** The longest wait before attempt n + 1, milliseconds. */
function backoffMs(attempt: number): number {
  return Math.min(MOST_BACKOFF_MS, 1000 * 2 ** (attempt - 1));
}

/** A backoff in whole microseconds, so that every engine draws the same. */
export function jitterMs(random: Random, attempt: number): number {
  return Math.floor(random.unit() * backoffMs(attempt) * 1000) / 1000;
}

/** What a policy is run on: one pool’s requests and buckets, the tally they are counted in. */
export interface PolicyRun {
  readonly source: RequestSource;
  readonly buckets: Buckets;
  /** Whether some charge may be above TPM: such a request never runs. */
  readonly mayExceed: boolean;
  readonly tally: RunTally;
  /** Called after every block with how many requests came in it. */
  readonly progress: (requests: number) => void;
}

/**
 * Counts the requests of a block that can never run and takes them out of it; the others keep their order. Returns
 * how many are left.
 */
function withoutTooLarge({ times, charges }: RequestSource, count: number, most: number, tally: RunTally): number {
  let kept = 0;
  for (let i = 0; i < count; i++) {
    if (charges[i]! > most) {
      tally.neverFit(times[i]!);
    } else {
      times[kept] = times[i]!;
      charges[kept++] = charges[i]!;
    }
  }
  return kept;
}

/** Runs `queue`: first in, first out; each request starts at the first instant at which both buckets can pay. */
export function runQueue({ source, buckets, mayExceed, tally, progress }: PolicyRun): void {
  const starts = new Float64Array(BLOCK);
  const { times, charges } = source;
  const { perRequest, perToken, requestCapacity, tokenCapacity, most } = buckets;
  const state = new Float64Array(3);
  for (let came = source.next(); came > 0; came = source.next()) {
    tally.offer(times, came);
    const count = mayExceed ? withoutTooLarge(source, came, most, tally) : came;
    firstInFirstOut(starts, times, charges, count, state, perRequest, perToken, requestCapacity, tokenCapacity);
    tally.admit(starts, charges, count, subtractInto(tally.waits, starts, times, count));
    progress(came);
  }
}

const one = { start: new Float64Array(1), charge: new Float64Array(1) };

/** Admits a single request. */
function admit(tally: RunTally, at: number, charge: number, came: number): void {
  one.start[0] = at;
  one.charge[0] = charge;
  tally.waits[0] = at - came;
  tally.admit(one.start, one.charge, 1, at - came);
}

/**
 * Runs `drop`: each request is sent once, on arrival. A throttled request takes 1 from the request bucket if that
 * has one.
 */
export function runDrop({ source, buckets, mayExceed, tally, progress }: PolicyRun): void {
  const { times, charges } = source;
  for (let came = source.next(); came > 0; came = source.next()) {
    tally.offer(times, came);
    const count = mayExceed ? withoutTooLarge(source, came, buckets.most, tally) : came;
    for (let i = 0; i < count; i++) {
      const [at, charge] = [times[i]!, charges[i]!];
      if (buckets.canPay(at, charge)) {
        buckets.pay(at, charge);
        admit(tally, at, charge, at);
      } else {
        if (buckets.hasRequest(at)) buckets.takeRequest(at);
        tally.throttle(at);
        tally.fail(at);
      }
    }
    progress(came);
  }
}

/**
 * Runs `retry`: each request is sent on arrival and, when throttled, again after a random wait, in all at most
 * `MOST_ATTEMPTS` times. Of two attempts at one instant, that of the request that came first goes first. `random`
 * draws the waits.
 */
export function runRetry({ source, buckets, mayExceed, tally, progress }: PolicyRun, random: Random): void {
  const waiting = retryQueue<number>();
  let turn = 0;
  const attempt = (at: number, came: number, charge: number, attempts: number): void => {
    if (buckets.canPay(at, charge)) {
      buckets.pay(at, charge);
      return admit(tally, at, charge, came);
    }
    if (buckets.hasRequest(at)) buckets.takeRequest(at);
    tally.throttle(at);
    if (attempts === MOST_ATTEMPTS) return tally.fail(at);
    const due = at + jitterMs(random, attempts);
    waiting.push({ due, came, charge, attempts: attempts + 1, turn: turn++ });
  };
  /** Sends again all that is due up to `until`. */
  const sendDue = (until: number): void => {
    while (waiting.size > 0 && waiting.first!.due <= until) {
      const { due, came, charge, attempts } = waiting.take()!;
      attempt(due, came, charge, attempts);
    }
  };
  const { times, charges } = source;
  for (let came = source.next(); came > 0; came = source.next()) {
    tally.offer(times, came);
    const count = mayExceed ? withoutTooLarge(source, came, buckets.most, tally) : came;
    for (let i = 0; i < count; i++) {
      sendDue(times[i]!);
      attempt(times[i]!, times[i]!, charges[i]!, 1);
    }
    progress(came);
  }
  sendDue(tally.end);
}
