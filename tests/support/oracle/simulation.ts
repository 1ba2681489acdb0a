import type { TokenAccounting } from "../make/estimate-json";
import { answerOf, type SlowSimulation } from "./simulation-answer";
import { divide, type Fraction, fraction, fromDecimal, fromNumber, multiply, ZERO } from "./fraction";

/** One request of a trace as people send it. */
export interface RequestJson {
  atMs: number;
  inputTokens: number;
  cachedInputTokens?: number;
  outputTokens: number;
}

/** One request as the buckets see it: when it comes, and what it is charged in thousandths of a token. */
export interface SlowRequest {
  readonly atMs: number;
  readonly chargeMilli: bigint;
}

/** Limits a minute, null where unpublished, and how many seconds of RPM the request bucket holds. */
export interface SlowLimits {
  readonly rpm: Fraction | null;
  readonly tpm: Fraction | null;
  readonly windowSeconds: number;
}

/** What became of a request: the tick it started on, or why it never did. */
export type Fate = bigint | "never fits" | "failed" | "queued";

/** A whole run. Every time in it is a whole number of ticks. */
export interface SlowRun {
  readonly ticksPerMs: bigint;
  readonly arrivals: readonly bigint[];
  readonly fates: readonly Fate[];
  readonly answer: SlowSimulation;
}

/** A request under an accounting rule; without a cap every rule charges input + output. */
export function charged(
  { atMs, inputTokens, outputTokens }: RequestJson,
  rule: TokenAccounting,
  cap: number | null,
): SlowRequest {
  const [input, output] = [milli(inputTokens), milli(outputTokens)];
  if (cap === null || rule === "actual") return { atMs, chargeMilli: input + output };
  if (rule === "prompt-plus-cap") return { atMs, chargeMilli: input + milli(cap) };
  return { atMs, chargeMilli: input > milli(cap) ? input : milli(cap) };
}

/** Policy `queue`: each request starts once both buckets can pay, and never before the one ahead of it. */
export function slowQueue(requests: readonly SlowRequest[], limits: SlowLimits, horizonMs: number): SlowRun {
  const pool = open(requests, limits, horizonMs);
  const { requestBucket, tokenBucket, one, arrivals, charges, end } = pool;
  let ahead = 0n;
  const fates = arrivals.map((arrival, index): Fate => {
    const charge = charges[index]!;
    if (charge > tokenBucket.capacity) return "never fits";
    const earliest = largest(arrival, ahead);
    const start = largest(whenItCanPay(requestBucket, one, earliest), whenItCanPay(tokenBucket, charge, earliest));
    // Whoever is ahead and still waits at the end keeps those behind waiting too.
    ahead = start;
    if (start > end) return "queued";
    pay(requestBucket, one, start);
    pay(tokenBucket, charge, start);
    return start;
  });
  return { ...pool, fates, answer: answerOf(requests, pool, fates, horizonMs) };
}

/** Policy `drop`: one attempt on arrival. A 429 takes one request from the request bucket if that has one. */
export function slowDrop(requests: readonly SlowRequest[], limits: SlowLimits, horizonMs: number): SlowRun {
  const pool = open(requests, limits, horizonMs);
  const { requestBucket, tokenBucket, one, arrivals, charges, end } = pool;
  const fates = arrivals.map((arrival, index): Fate => {
    const charge = charges[index]!;
    if (charge > tokenBucket.capacity) return "never fits";
    if (arrival > end) return "queued";
    const hasOne = whenItCanPay(requestBucket, one, arrival) === arrival;
    const hasTokens = whenItCanPay(tokenBucket, charge, arrival) === arrival;
    if (hasOne) pay(requestBucket, one, arrival);
    if (!hasOne || !hasTokens) return "failed";
    pay(tokenBucket, charge, arrival);
    return arrival;
  });
  return { ...pool, fates, answer: answerOf(requests, pool, fates, horizonMs) };
}

/**
 * A bucket. What it holds, and what it is asked for, is counted in ticks of its own refill: one request of
 * 500 a minute is 120 ms of refill, and a bucket that holds a minute of its limit holds 60,000 ms.
 */
interface Bucket {
  readonly capacity: bigint;
  level: bigint;
  /** The tick on which it had that level. */
  at: bigint;
}

function refill(bucket: Bucket, now: bigint): void {
  if (now < bucket.at) throw new RangeError("time runs backwards");
  const level = bucket.level + (now - bucket.at);
  bucket.level = level < bucket.capacity ? level : bucket.capacity;
  bucket.at = now;
}

function pay(bucket: Bucket, price: bigint, now: bigint): void {
  refill(bucket, now);
  if (price > bucket.level) throw new RangeError("a bucket pays what it does not have");
  bucket.level -= price;
}

/** The first tick from `now` on at which the bucket, left alone, holds the price. */
function whenItCanPay(bucket: Bucket, price: bigint, now: bigint): bigint {
  refill(bucket, now);
  return bucket.level >= price ? now : now + (price - bucket.level);
}

/**
 * Both buckets of a pool, full at 0, and its requests, all on one clock on which every time that can occur is
 * whole.
 */
interface Pool {
  readonly ticksPerMs: bigint;
  readonly arrivals: readonly bigint[];
  readonly charges: readonly bigint[];
  /** One request. */
  readonly one: bigint;
  readonly requestBucket: Bucket;
  readonly tokenBucket: Bucket;
  /** 30 days past the horizon. */
  readonly end: bigint;
}

const MINUTE_MS = fraction(60_000n);
const THIRTY_DAYS_MS = 2_592_000_000n;

function open(requests: readonly SlowRequest[], { rpm, tpm, windowSeconds }: SlowLimits, horizonMs: number): Pool {
  // All in milliseconds. An unpublished limit does not bind: nothing costs any refill.
  const one = rpm === null ? ZERO : divide(MINUTE_MS, rpm);
  const arrivals = requests.map(({ atMs }) => asWritten(atMs));
  const charges = requests.map(({ chargeMilli }) =>
    tpm === null ? ZERO : divide(multiply(MINUTE_MS, fraction(chargeMilli, 1000n)), tpm),
  );
  const ticksPerMs = [one, ...arrivals, ...charges].reduce(
    (all, { denominator }) => leastCommonMultiple(all, denominator),
    1n,
  );
  const inTicks = ({ numerator, denominator }: Fraction) => numerator * (ticksPerMs / denominator);
  const full = (capacity: bigint): Bucket => ({ capacity, level: capacity, at: 0n });
  return {
    ticksPerMs,
    arrivals: arrivals.map(inTicks),
    charges: charges.map(inTicks),
    one: inTicks(one),
    requestBucket: full(largest(inTicks(one), BigInt(windowSeconds) * 1000n * ticksPerMs)),
    tokenBucket: full(60_000n * ticksPerMs),
    end: (BigInt(horizonMs) + THIRTY_DAYS_MS) * ticksPerMs,
  };
}

/** Exactly the decimal that a number's shortest text says, with an exponent too: `1e-7`. */
export function asWritten(value: number): Fraction {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const power = fraction(10n ** BigInt(Math.abs(Number(exponent))));
  return Number(exponent) < 0 ? divide(fromDecimal(digits), power) : multiply(fromDecimal(digits), power);
}

/** Thousandths of a number with at most three decimals. */
export function milli(value: number): bigint {
  const { numerator, denominator } = multiply(fromNumber(value), fraction(1000n));
  if (denominator !== 1n) throw new RangeError(`${value} has more than three decimals`);
  return numerator;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a % b === 0n ? a : a * fraction(b, a).numerator;
}

function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
