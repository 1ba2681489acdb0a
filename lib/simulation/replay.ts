import { BLOCK } from "./arrivals";
import { Random } from "@/lib/random";
import { MILLI, milli } from "@/lib/fields";
import type { PoolLimits } from "./buckets";
import { jitterMs, MOST_ATTEMPTS, RETRY_STREAM } from "./policies";
import { retryQueue } from "./retry";
import { MOST_MINUTES_AFTER, newMinutes, trimmed, type Run, type Waits } from "./run";
import { MINUTE_MS } from "@/lib/rates";
import type { Conditions } from "./simulate";
import { barsOfWaits } from "./wait-histogram";

/** A request of a trace. */
export interface GivenRequest {
  /**
   * When it comes, milliseconds from 0; none comes before the one ahead of it. Taken as the decimal its
   * shortest text says.
   */
  readonly atMs: number;
  /** Tokens it is charged, at most three decimals. */
  readonly charge: number;
}

/** `10^decimals × value` is whole: how many decimals the shortest text of a number has. */
function decimalsOf(value: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Math.max(0, (digits!.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** A number in units of `10^-decimals`, exactly what its shortest text says. */
function scaled(value: number, decimals: number): bigint {
  const [digits, exponent = "0"] = String(value).split("e");
  const [whole, fraction = ""] = digits!.split(".");
  return BigInt(whole + fraction) * 10n ** BigInt(decimals - fraction.length + Number(exponent));
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

const MICRO = 1000n;

/**
 * What becomes of given requests, exactly: times are whole multiples of a unit in which every arrival and
 * every refill of these limits is whole, so that a tie is a tie. Waits and times of the answer are rounded to
 * the microsecond, half up. All rules as in `simulate`. `progress` gets the share of the requests that are
 * done, below 1.
 */
export function replay(
  requests: readonly GivenRequest[],
  { rpm, tpm, windowSeconds }: PoolLimits,
  { policy, seed, horizonMinutes }: Conditions,
  progress: (share: number) => void = () => undefined,
): Run {
  const decimals = requests.reduce((most, { atMs }) => Math.max(most, decimalsOf(atMs)), 3);
  const [rpmMilli, tpmMilli] = [rpm, tpm].map((limit) => (limit === null ? 1n : BigInt(milli(limit)))) as [
    bigint,
    bigint,
  ];
  /** Units of time to a millisecond. */
  const unit = lcm(10n ** BigInt(decimals), lcm(rpmMilli, tpmMilli));
  const fromMs = (ms: number) => BigInt(ms) * unit;
  const minute = fromMs(MINUTE_MS);
  const perRequest = rpm === null ? 0n : (minute * BigInt(MILLI)) / rpmMilli;
  const perMilliToken = tpm === null ? 0n : minute / tpmMilli;
  const requestCapacity = larger(perRequest, fromMs(windowSeconds * 1000));
  const end = fromMs((horizonMinutes + MOST_MINUTES_AFTER) * MINUTE_MS);
  const perDecimal = unit / 10n ** BigInt(decimals);

  const minutes = newMinutes(horizonMinutes + MOST_MINUTES_AFTER + 1);
  const minuteOf = (at: bigint) => Math.min(Number(at / minute), minutes.offered.length - 1);
  const count = { offered: requests.length, admitted: 0, delayed: 0, neverFits: 0, throttled: 0, failed: 0 };
  const waits = new Float64Array(requests.length);
  let waitSum = 0n;
  let lastAdmitted: bigint | null = null;
  let firstThrottled: bigint | null = null;
  /** Whole microseconds, half up. */
  const microseconds = (time: bigint) => Number((2n * time * MICRO + unit) / (2n * unit));

  let requestsFullAt = 0n;
  let tokensFullAt = 0n;
  const hasRequest = (at: bigint) => requestsFullAt + perRequest - requestCapacity <= at;
  const takeRequest = (at: bigint) => {
    requestsFullAt = larger(requestsFullAt, at) + perRequest;
  };
  const pay = (at: bigint, came: bigint, cost: bigint, charge: number) => {
    takeRequest(at);
    tokensFullAt = larger(tokensFullAt, at) + cost;
    const wait = at - came;
    if (wait > 0n) count.delayed++;
    waits[count.admitted++] = microseconds(wait);
    waitSum += wait;
    if (lastAdmitted === null || at > lastAdmitted) lastAdmitted = at;
    minutes.admitted[minuteOf(at)]!++;
    minutes.chargedTokens[minuteOf(at)]! += charge;
  };

  const random = new Random(seed, RETRY_STREAM);
  const again = retryQueue<bigint>();
  /** One attempt under `retry` or `drop`. */
  const attempt = (at: bigint, came: bigint, charge: number, attempts: number) => {
    const cost = BigInt(milli(charge)) * perMilliToken;
    if (hasRequest(at) && tokensFullAt + cost - minute <= at) return pay(at, came, cost, charge);
    if (hasRequest(at)) takeRequest(at);
    firstThrottled ??= at;
    count.throttled++;
    minutes.throttled[minuteOf(at)]!++;
    if (policy === "drop" || attempts === MOST_ATTEMPTS) {
      count.failed++;
      minutes.failed[minuteOf(at)]!++;
    } else {
      const due = at + (BigInt(Math.round(jitterMs(random, attempts) * 1000)) * unit) / MICRO;
      again.push({ due, came, charge, attempts: attempts + 1, turn: count.throttled });
    }
  };
  const sendDue = (until: bigint) => {
    while (again.size > 0 && again.first!.due <= until) {
      const { due, came, charge, attempts } = again.take()!;
      attempt(due, came, charge, attempts);
    }
  };

  let start = 0n;
  for (const [n, { atMs, charge }] of requests.entries()) {
    if (n % BLOCK === 0) progress(n / requests.length);
    const came = scaled(atMs, decimals) * perDecimal;
    minutes.offered[minuteOf(came)]!++;
    if (tpm !== null && charge > tpm) {
      count.neverFits++;
      minutes.neverFits[minuteOf(came)]!++;
    } else if (policy === "queue") {
      const cost = BigInt(milli(charge)) * perMilliToken;
      start = larger(
        larger(came, start),
        larger(requestsFullAt + perRequest - requestCapacity, tokensFullAt + cost - minute),
      );
      if (start <= end) pay(start, came, cost, charge);
    } else if (came <= end) {
      sendDue(came);
      attempt(came, came, charge, 1);
    }
  }
  sendDue(end);

  const sorted = waits.subarray(0, count.admitted).sort();
  const toMs = (time: bigint | null) => (time === null ? null : microseconds(time) / 1000);
  return {
    ...count,
    queued: count.offered - count.admitted - count.failed - count.neverFits,
    waits: waitsOf(sorted, waitSum, microseconds),
    waitBars: barsOfWaits(sorted.map((wait) => wait / 1000)),
    lastAdmittedMs: toMs(lastAdmitted),
    firstThrottledMs: toMs(firstThrottled),
    minutes: trimmed(minutes, horizonMinutes),
  };
}

/** Sorted waits in microseconds. */
function waitsOf(sorted: Float64Array, sum: bigint, microseconds: (time: bigint) => number): Waits {
  const { length } = sorted;
  if (length === 0) return { mean: null, p50: null, p90: null, p95: null, p99: null, max: null };
  const quantile = (percent: number) => sorted[Math.ceil((percent * length) / 100) - 1]! / 1000;
  return {
    mean: microseconds(sum / BigInt(length)) / 1000,
    p50: quantile(50),
    p90: quantile(90),
    p95: quantile(95),
    p99: quantile(99),
    max: quantile(100),
  };
}
