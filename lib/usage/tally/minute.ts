import type { Peak } from "../report";
import type { Bins } from "./bins";
import type { Waiting } from "./time-order";

/** A tick is 100 ns, the finest that traces tell; whole ticks stay exact for 28 years either side. */
export const TICKS_A_MS = 10_000;
const TICKS_A_SECOND = 1_000 * TICKS_A_MS;
const MINUTE = 60 * TICKS_A_SECOND;
/**
 * Different instants within one minute that are kept apart; what comes past it counts with the one before.
 */
const MOST_INSTANTS = 2 ** 20;

/**
 * The busiest [t, t + 60 s) of requests that come in order of time, or all in the opposite order (`direction`
 * −1), and how unevenly seconds are filled; by the second also for those that come out of order.
 */
export class Minute {
  private at = new Float64Array(64);
  private requests = new Float64Array(64);
  private tokens = new Float64Array(64);
  private head = 0;
  private size = 0;
  private requestsNow = 0;
  private tokensNow = 0;
  private mostRequests = 0;
  private mostTokens = -1;
  private requestsFrom = 0;
  private tokensFrom = 0;
  private second = NaN;
  private firstSecond = NaN;
  private inSecond = 0;
  private tokensInSecond = 0;
  private counted = 0;
  private squares = 0;

  constructor(
    private readonly direction: 1 | -1,
    private bins: Bins,
  ) {}

  /** Requests at their ticks, which count from a whole second: of `rows` those at `picked`. */
  add({ ticks, input, output }: Waiting, picked: Uint32Array, from: number, to: number): void {
    const { direction } = this;
    // Backwards the newest begins the minute, and of equal minutes the later found is the earlier one.
    const back = direction < 0 ? 1 : 0;
    let {
      at,
      requests,
      tokens,
      head,
      size,
      requestsNow,
      tokensNow,
      mostRequests,
      mostTokens,
      inSecond,
      tokensInSecond,
    } = this;
    let secondFrom = this.second * TICKS_A_SECOND;
    let mask = at.length - 1;
    for (let place = from; place < to; place++) {
      const row = picked[place]!;
      const tick = ticks[row]!;
      const more = input[row]! + output[row]!;
      const ahead = direction * tick;
      while (size > 0 && ahead - at[head]! >= MINUTE) {
        requestsNow -= requests[head]!;
        tokensNow -= tokens[head]!;
        head = (head + 1) & mask;
        size--;
      }
      const last = (head + size - 1) & mask;
      if (size > 0 && (at[last] === ahead || size === MOST_INSTANTS)) {
        requests[last]!++;
        tokens[last]! += more;
      } else {
        if (size === at.length) {
          at = this.at = grown(at, head);
          requests = this.requests = grown(requests, head);
          tokens = this.tokens = grown(tokens, head);
          head = 0;
          mask = at.length - 1;
        }
        const free = (head + size) & mask;
        at[free] = ahead;
        requests[free] = 1;
        tokens[free] = more;
        size++;
      }
      requestsNow++;
      tokensNow += more;
      if (requestsNow + back > mostRequests) {
        mostRequests = requestsNow;
        this.requestsFrom = back ? tick : at[head]!;
      }
      if (tokensNow + back > mostTokens) {
        mostTokens = tokensNow;
        this.tokensFrom = back ? tick : at[head]!;
      }
      if (!(tick >= secondFrom && tick < secondFrom + TICKS_A_SECOND)) {
        this.inSecond = inSecond;
        this.tokensInSecond = tokensInSecond;
        this.endSecond();
        inSecond = tokensInSecond = 0;
        this.second = Math.floor(tick / TICKS_A_SECOND);
        secondFrom = this.second * TICKS_A_SECOND;
        if (this.counted + place === from) this.firstSecond = this.second;
      }
      inSecond++;
      tokensInSecond += more;
    }
    this.counted += to - from;
    this.inSecond = inSecond;
    this.tokensInSecond = tokensInSecond;
    this.head = head;
    this.size = size;
    this.requestsNow = requestsNow;
    this.tokensNow = tokensNow;
    this.mostRequests = mostRequests;
    this.mostTokens = mostTokens;
  }

  /** A request that comes too late to be put in order, which only the bins count. */
  addLate(tick: number, tokens: number): void {
    this.bins.add(Math.floor(tick / TICKS_A_SECOND), 1, tokens);
  }

  private endSecond(): void {
    if (this.inSecond === 0) return;
    this.squares += this.inSecond * this.inSecond;
    this.bins.add(this.second, this.inSecond, this.tokensInSecond);
    this.inSecond = this.tokensInSecond = 0;
  }

  /** A second one that has seen the same and goes on by itself. */
  clone(): Minute {
    const copy = Object.assign(new Minute(this.direction, this.bins), this);
    [copy.bins, copy.at, copy.requests, copy.tokens] = [
      this.bins.clone(),
      this.at.slice(),
      this.requests.slice(),
      this.tokens.slice(),
    ];
    return copy;
  }

  /** Both peaks, their beginnings in ticks; `exact` unless requests came late. */
  peaks(exact: boolean): { readonly requests: Peak; readonly tokens: Peak } | null {
    this.endSecond();
    if (!exact) {
      const peaks = this.bins.peaks();
      return peaks && { requests: inTicks(peaks.requests), tokens: inTicks(peaks.tokens) };
    }
    if (this.counted === 0) return null;
    return {
      requests: { perMinute: this.mostRequests, fromMs: this.requestsFrom },
      tokens: { perMinute: this.mostTokens, fromMs: this.tokensFrom },
    };
  }

  /**
   * Variance over mean of the requests of each second from the first to the last; `null` within one second.
   */
  dispersion(exact: boolean): number | null {
    this.endSecond();
    if (!exact) return this.bins.dispersion();
    const seconds = Math.abs(this.second - this.firstSecond) + 1;
    if (this.counted === 0 || seconds < 2) return null;
    const mean = this.counted / seconds;
    return this.squares / seconds / mean - mean;
  }
}

const inTicks = (peak: Peak): Peak => ({ ...peak, fromMs: peak.fromMs * TICKS_A_MS });

function grown(ring: Float64Array<ArrayBuffer>, head: number): Float64Array<ArrayBuffer> {
  const next = new Float64Array(ring.length * 2);
  next.set(ring.subarray(head));
  next.set(ring.subarray(0, head), ring.length - head);
  return next;
}
