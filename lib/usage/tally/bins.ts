import type { Peak } from "../report";

/** Seconds of a bin; each divides the next, and a minute. */
const WIDTHS = [1, 2, 4, 12, 60];
const PAGE = 1_024;
/** Four million bins for all models of a file together, 12 bytes each. */
const MOST_PAGES = 4_096;

class Page {
  readonly requests = new Uint32Array(PAGE);
  readonly tokens = new Float64Array(PAGE);
}

/** The bins of all models of a file: as wide as each other, and wider when there are too many. */
export class BinBudget {
  private readonly all: Bins[] = [];
  private pages = 0;
  private step = 0;

  /** Seconds of a bin; `undefined` where even a minute is too narrow, and nothing is counted any more. */
  get width(): number | undefined {
    return WIDTHS[this.step];
  }

  /** What a report says of a file whose peaks are taken from bins. */
  get remark(): string {
    const { width } = this;
    if (width === undefined)
      return "The rows are in no order of time, so the busiest minute is not known; sort the file by time.";
    return `The rows are in no order of time, so the busiest minute is counted ${width === 1 ? "by the second" : `in steps of ${width} seconds`}: the true one lies between the busiest 60 and the busiest ${60 + width} seconds. Sort the file by time to have it exactly.`;
  }

  join(bins: Bins): void {
    this.all.push(bins);
  }

  /** Room for `pages` more; bins may be wider after. */
  take(pages: number): void {
    this.pages += pages;
    while (this.pages > MOST_PAGES && this.step < WIDTHS.length) {
      const width = this.width!;
      this.step++;
      this.pages = 0;
      for (const bins of this.all) this.pages += bins.widen(this.width === undefined ? Infinity : this.width / width);
    }
  }
}

/** Counts requests and tokens by the second, in any order of time. */
export class Bins {
  private pages = new Map<number, Page>();
  private page: Page | null = null;
  private pageAt = NaN;

  constructor(private readonly budget: BinBudget) {
    budget.join(this);
  }

  add(second: number, requests: number, tokens: number): void {
    const { width } = this.budget;
    if (width === undefined) return;
    const before = this.pages.size;
    this.addTo(width === 1 ? second : Math.floor(second / width), requests, tokens);
    if (this.pages.size > before) this.budget.take(1);
  }

  private addTo(bin: number, requests: number, tokens: number): void {
    const at = Math.floor(bin / PAGE);
    if (at !== this.pageAt) {
      let page = this.pages.get(at);
      if (!page) this.pages.set(at, (page = new Page()));
      this.page = page;
      this.pageAt = at;
    }
    const place = bin - at * PAGE;
    this.page!.requests[place]! += requests;
    this.page!.tokens[place]! += tokens;
  }

  /** Puts `factor` bins into one, all of them away for Infinity; how many pages that leaves. */
  widen(factor: number): number {
    const { pages } = this;
    this.pages = new Map();
    this.pageAt = NaN;
    if (factor === Infinity) return 0;
    for (const [at, { requests, tokens }] of pages) {
      for (let place = 0; place < PAGE; place++)
        if (requests[place]! > 0)
          this.addTo(Math.floor((at * PAGE + place) / factor), requests[place]!, tokens[place]!);
    }
    return this.pages.size;
  }

  /** A second one that has seen the same and goes on by itself. */
  clone(): Bins {
    const copy = new Bins(this.budget);
    for (const [at, { requests, tokens }] of this.pages)
      copy.pages.set(at, { requests: requests.slice(), tokens: tokens.slice() });
    this.budget.take(copy.pages.size);
    return copy;
  }

  /**
   * The busiest 60 seconds that are whole bins, their beginnings in milliseconds: the busiest anywhere hold
   * as much, or more by the share `within` at most. `null` where bins are wider.
   */
  peaks(): { readonly requests: Peak; readonly tokens: Peak } | null {
    const { width } = this.budget;
    if (width === undefined || this.pages.size === 0) return null;
    return { requests: this.peakOf("requests", width), tokens: this.peakOf("tokens", width) };
  }

  private peakOf(what: "requests" | "tokens", width: number): Peak {
    const size = 60 / width;
    const ring = new Float64Array(size);
    let sum = 0;
    let most = -1;
    let mostFrom = 0;
    let mostWider = 0;
    let next = 0;
    for (const at of Float64Array.from(this.pages.keys()).sort()) {
      const values = this.pages.get(at)![what];
      // Between pages that are kept there is nothing.
      if (at * PAGE >= next + size) {
        ring.fill(0);
        sum = 0;
      } else for (; next < at * PAGE; next++) sum -= slide(ring, next, size, 0);
      next = at * PAGE;
      for (let place = 0; place < PAGE; place++, next++) {
        const value = values[place]!;
        mostWider = Math.max(mostWider, sum + value);
        sum += value - slide(ring, next, size, value);
        if (sum > most) [most, mostFrom] = [sum, next - size + 1];
      }
    }
    while (most > 0 && !this.pages.get(Math.floor(mostFrom / PAGE))?.[what][((mostFrom % PAGE) + PAGE) % PAGE])
      mostFrom++;
    return { perMinute: most, fromMs: mostFrom * width * 1000, within: most > 0 ? (mostWider - most) / most : 0 };
  }

  /**
   * Variance over mean of the requests of each second from the first to the last; `null` within one second,
   * or where bins are wider.
   */
  dispersion(): number | null {
    if (this.budget.width !== 1) return null;
    let [first, last, count, squares] = [Infinity, -Infinity, 0, 0];
    for (const [at, { requests }] of this.pages) {
      for (const [place, inSecond] of requests.entries()) {
        if (inSecond === 0) continue;
        first = Math.min(first, at * PAGE + place);
        last = Math.max(last, at * PAGE + place);
        count += inSecond;
        squares += inSecond * inSecond;
      }
    }
    const seconds = last - first + 1;
    return seconds < 2 ? null : squares / count - count / seconds;
  }
}

/** Puts a value where the one `size` before it was, and gives that back. */
function slide(ring: Float64Array, at: number, size: number, value: number): number {
  const place = ((at % size) + size) % size;
  const before = ring[place]!;
  ring[place] = value;
  return before;
}
