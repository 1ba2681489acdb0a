/* eslint-disable max-params, max-depth -- the loops that run once a request, written out */
import { Random } from "@/lib/random";
import { BLOCK, type RequestSource } from "./arrivals";
import type { Buckets } from "./buckets";
import { firstInFirstOut, subtractInto } from "./kernels";
import { retryQueue } from "./retry";
import type { RunTally } from "./tally";

/**
 * The recommended client: 1 s first, doubling, 60 s at most, the whole of it at random; 6 attempts (domain:
 * how limits act).
 */
export const MOST_ATTEMPTS = 6;
const MOST_BACKOFF_MS = 60_000;
/**
 * The stream of a seed that draws the backoffs of the first pool; others follow. No workload has one so high.
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

type Progress = (atMs: number) => void;

/**
 * Takes requests that can never run out of a block; what is left keeps its order. Returns how many are left.
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

/**
 * `queue`: first in, first out; each request starts at the first instant at which both buckets can pay.
 * `mayExceed`: some charge may be above TPM.
 */
export function runQueue(
  source: RequestSource,
  buckets: Buckets,
  mayExceed: boolean,
  tally: RunTally,
  progress: Progress,
): void {
  const starts = new Float64Array(BLOCK);
  const { times, charges } = source;
  const { perRequest, perToken, requestCapacity, tokenCapacity, most } = buckets;
  const state = new Float64Array(3);
  for (let count = source.next(); count > 0; count = source.next()) {
    tally.offer(times, count);
    if (mayExceed) count = withoutTooLarge(source, count, most, tally);
    firstInFirstOut(starts, times, charges, count, state, perRequest, perToken, requestCapacity, tokenCapacity);
    tally.admit(starts, charges, count, subtractInto(tally.waits, starts, times, count));
    progress(times[count - 1]!);
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

/** `drop`: one attempt, on arrival. A throttled request takes 1 from the request bucket if that has one. */
export function runDrop(
  source: RequestSource,
  buckets: Buckets,
  mayExceed: boolean,
  tally: RunTally,
  progress: Progress,
): void {
  const { times, charges } = source;
  for (let count = source.next(); count > 0; count = source.next()) {
    tally.offer(times, count);
    if (mayExceed) count = withoutTooLarge(source, count, buckets.most, tally);
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
    progress(times[count - 1]!);
  }
}

/**
 * `retry`: sent on arrival; throttled, sent again after a random wait, up to 6 attempts in all. Of two at one
 * instant, the one that came first goes first.
 */
export function runRetry(
  source: RequestSource,
  buckets: Buckets,
  mayExceed: boolean,
  tally: RunTally,
  progress: Progress,
  seed: number,
  stream: number,
): void {
  const random = new Random(seed, stream);
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
  for (let count = source.next(); count > 0; count = source.next()) {
    tally.offer(times, count);
    if (mayExceed) count = withoutTooLarge(source, count, buckets.most, tally);
    for (let i = 0; i < count; i++) {
      sendDue(times[i]!);
      attempt(times[i]!, times[i]!, charges[i]!, 1);
    }
    progress(times[count - 1]!);
  }
  sendDue(tally.end);
}
