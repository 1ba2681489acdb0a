import type { Workload } from "@/lib/scenario";
import { Stream, type Traffic } from "./arrivals";
import { normalShare } from "./normal";
import { trafficOf } from "./pools";
import { MINUTE_MS } from "@/lib/rates";

/** Natural logarithm of n!, relative error below 1e-9 (Stirling's series, shifted to where it holds). */
function logFactorial(n: number): number {
  let shift = 0;
  let x = n + 1;
  for (; x < 10; x++) shift += Math.log(x);
  return (x - 0.5) * Math.log(x) - x + 0.9189385332046727 + 1 / (12 * x) - 1 / (360 * x ** 3) - shift;
}

/**
 * The chance of fewer than `k` events where `mean` are expected: summed where they are few, else by the cube
 * root of Wilson and Hilferty, within 0.001.
 */
function chanceBelow(k: number, mean: number): number {
  if (k <= 0) return 0;
  if (mean === 0) return 1;
  if (k > 30) return normalShare(3 * Math.sqrt(k) * (1 - 1 / (9 * k) - (mean / k) ** (1 / 3)));
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i < k; i++) sum += term *= mean / i;
  return Math.min(1, sum);
}

/**
 * A minute's rate beside the next one's, the larger first, and how often the pair comes; `peak`: how often
 * the larger one begins a stretch above its neighbours.
 */
interface RateStep {
  readonly high: number;
  readonly low: number;
  times: number;
  peak: number;
}

/**
 * Spreads of a count beyond which nothing has to be looked at, about how many counts of those between are
 * looked at, and how far below the busiest minute another may lie and still hold the peak.
 */
const FAR = 8;
const MOST_COUNTS = 48;
const NEAR = 6;
/**
 * Places between one minute and the next where the window is looked at, close together near the busier one.
 */
const PLACES = 12;

/**
 * The pairs of neighbouring minutes that can hold the busiest 60 s. Only so many minutes are looked at as the
 * curve has, each counted as often as it comes.
 */
function rateSteps({ perMinute, curve }: Traffic, minutes: number): RateStep[] {
  const length = Math.min(curve.length, minutes);
  const rounds = minutes / length;
  const rate = (minute: number) => perMinute * (rounds > 1 ? curve[(minute + length) % length]! : (curve[minute] ?? 0));
  let top = 0;
  for (let minute = 0; minute < length; minute++) top = Math.max(top, rate(minute));
  const least = top - NEAR * Math.sqrt(top);
  const steps = new Map<string, RateStep>();
  const note = (a: number, b: number, times: number, peak: number) => {
    const [high, low] = a > b ? [a, b] : [b, a];
    const key = `${high} ${low}`;
    const step = steps.get(key) ?? { high, low, times: 0, peak: 0 };
    step.times += times;
    step.peak += peak;
    steps.set(key, step);
  };
  let rising = true;
  for (let minute = 0; minute < length; minute++) {
    const [here, next] = [rate(minute), minute + 1 < length || rounds > 1 ? rate(minute + 1) : 0];
    const falls = next < here;
    if (here >= least)
      note(
        here,
        minute + 1 < length || rounds > 1 ? next : here,
        minute + 1 < length ? rounds : rounds - 1,
        falls && rising ? rounds : 0,
      );
    else if (next >= least) note(here, next, rounds, 0);
    if (next !== here) rising = !falls;
  }
  return [...steps.values()].some(({ peak }) => peak > 0)
    ? [...steps.values()]
    : [{ high: top, low: top, times: minutes - 1, peak: 1 }];
}

/**
 * How often a window of 60 s that slides from a minute of rate `high` to its neighbour comes to hold `k`
 * requests anew: arrivals enter at the rate ahead of it and leave at the rate behind it, so that a count of
 * `k` falls faster than it rises, and each visit above k is counted once, by its last rise (D. Aldous,
 * Probability Approximations via the Poisson Clumping Heuristic, 1989, chapter C). With equal rates r: (k −
 * r) times the Poisson chance of k.
 */
function visits({ high, low }: RateStep, k: number, logFactorialBelow: number): number {
  const at = (mean: number) =>
    low * Math.exp((k - 1) * Math.log(mean) - mean - logFactorialBelow) * Math.max(0, 1 - (low * mean) / (k * high));
  if (high - low < Math.sqrt(high) / 4) return at((high + low) / 2);
  let sum = 0;
  for (let place = 0; place < PLACES; place++) {
    const u = (place + 0.5) / PLACES;
    sum += at(high - u * u * (high - low)) * 2 * u;
  }
  return sum / PLACES;
}

/** The chance that some minute of all steps counts `k` requests or more. */
function chanceOf(k: number, steps: readonly RateStep[]): number {
  const logFactorialBelow = logFactorial(k - 1);
  let logNone = 0;
  for (const step of steps) {
    if (step.peak > 0) logNone += step.peak * Math.log(chanceBelow(k, step.high));
    if (step.times > 0) logNone -= step.times * visits(step, k, logFactorialBelow);
  }
  return 1 - Math.exp(logNone);
}

/**
 * The requests that the busiest 60 s of a workload’s traffic are expected to hold, over so many minutes.
 * Chance lifts it above the rate curve’s busiest minute, save where requests are evenly spaced. Within 2 % of
 * the mean of many seeds, or half a request.
 */
export function expectedBusiest(workload: Workload, minutes: number): number {
  const traffic = trafficOf(workload);
  const steps = rateSteps(traffic, minutes);
  const top = Math.max(...steps.map(({ high }) => high));
  if (traffic.arrivals === "steady") return Math.ceil(top);
  const from = Math.max(0, Math.floor(top - FAR * Math.sqrt(top)));
  const stride = Math.max(1, Math.floor((2 * FAR * Math.sqrt(top) + 12) / MOST_COUNTS));
  const to = from + stride * Math.ceil((top + FAR * Math.sqrt(top) + 12 - from) / stride);
  let expected = from;
  // From the rarest count down: what is likely for one is no less likely for a smaller one, where the
  // heuristic of rises does not hold.
  let chance = 0;
  for (let k = to - (stride - 1) / 2; k > from; k -= stride) {
    if (chance < 0.999) chance = Math.max(chance, chanceOf(k, steps));
    expected += chance * stride;
  }
  return expected;
}

/**
 * Simulates one run and counts the requests of its busiest [t, t + 60 s) and of all of it. Time and memory
 * grow with the requests.
 */
export function countBusiest(
  workload: Workload,
  minutes: number,
  seed: number,
): { readonly busiest: number; readonly requests: number } {
  const stream = new Stream(trafficOf(workload), minutes, seed, 0);
  const times: number[] = [];
  let oldest = 0;
  let busiest = 0;
  for (let count = stream.next(); count > 0; count = stream.next()) {
    for (let i = 0; i < count; i++) {
      const at = stream.times[i]!;
      times.push(at);
      while (at - times[oldest]! >= MINUTE_MS) oldest++;
      busiest = Math.max(busiest, times.length - oldest);
    }
  }
  return { busiest, requests: times.length };
}
