/** The requests kept back to be put in order; when there are so many, half of them are released. */
export const KEPT = 131_072;

/** The requests kept back, a column for each figure. */
export interface Waiting {
  readonly ticks: Float64Array;
  readonly input: Float64Array;
  readonly output: Float64Array;
  readonly group: Uint16Array;
}

const columns = (): Waiting => ({
  ticks: new Float64Array(KEPT),
  input: new Float64Array(KEPT),
  output: new Float64Array(KEPT),
  group: new Uint16Array(KEPT),
});

/**
 * Puts requests in order of time that are at most 65,536 rows from their place, or come newest first; what
 * comes later than that is handed on as it comes and counted as `late`.
 */
export class TimeOrder {
  private rows = columns();
  private spare: Waiting | null = null;
  private size = 0;
  private sorted = true;
  private rises = 0;
  private falls = 0;
  private last = -Infinity;
  private gone = -Infinity;
  direction: 1 | -1 = 1;
  late = 0;
  /** Whether anything was let go before the end. */
  overflown = false;

  /** `release` gets requests in the order of `direction`, which is settled before the first of them. */
  constructor(
    private readonly release: (rows: Waiting, count: number) => void,
    private readonly onLate: (tick: number, tokens: number, group: number) => void,
  ) {}

  add(tick: number, input: number, output: number, group: number): void {
    if (this.size === KEPT) this.letGo();
    const { rows, size, direction } = this;
    const ahead = direction * tick;
    if (ahead < this.last) {
      this.sorted = false;
      this.falls++;
      if (ahead < this.gone) {
        this.late++;
        return this.onLate(tick, input + output, group);
      }
    } else if (ahead > this.last) this.rises++;
    this.last = ahead;
    rows.ticks[size] = tick;
    rows.input[size] = input;
    rows.output[size] = output;
    rows.group[size] = group;
    this.size = size + 1;
  }

  private letGo(): void {
    if (!this.overflown && this.falls > this.rises) this.direction = -1;
    this.overflown = true;
    this.sort();
    const half = KEPT / 2;
    this.release(this.rows, half);
    const { ticks, input, output, group } = this.rows;
    this.gone = this.direction * ticks[half - 1]!;
    this.last = this.direction * ticks[KEPT - 1]!;
    for (const column of [ticks, input, output, group]) column.copyWithin(0, half);
    this.size = half;
    this.sorted = true;
  }

  /** Lets go of all; they stay in `rows` until then, in order, where nothing has overflown. */
  finish(): { readonly rows: Waiting; readonly count: number } {
    this.sort();
    this.release(this.rows, this.size);
    return { rows: this.rows, count: this.size };
  }

  private sort(): void {
    if (this.sorted && this.direction === 1) return;
    if (this.direction !== 1 || !this.insert()) this.merge();
    this.sorted = true;
  }

  /**
   * Moves rows back to their place, which is quick where few are far from theirs; `false` where it is not,
   * with the rows in any order.
   */
  private insert(): boolean {
    const { ticks, input, output, group } = this.rows;
    let moves = 4 * this.size;
    for (let at = 1; at < this.size; at++) {
      const tick = ticks[at]!;
      if (tick >= ticks[at - 1]!) continue;
      const [ofInput, ofOutput, ofGroup] = [input[at]!, output[at]!, group[at]!];
      let to = at;
      for (; to > 0 && ticks[to - 1]! > tick; to--) {
        ticks[to] = ticks[to - 1]!;
        input[to] = input[to - 1]!;
        output[to] = output[to - 1]!;
        group[to] = group[to - 1]!;
      }
      ticks[to] = tick;
      input[to] = ofInput;
      output[to] = ofOutput;
      group[to] = ofGroup;
      moves -= at - to;
      if (moves < 0) return false;
    }
    return true;
  }

  /** A stable merge sort of the places, then of the columns by them. */
  private merge(): void {
    const { rows, size, direction } = this;
    const key = direction === 1 ? rows.ticks : rows.ticks.map((tick) => -tick);
    let from = new Uint32Array(size).map((_, place) => place);
    let to = new Uint32Array(size);
    for (let width = 1; width < size; width *= 2) {
      for (let start = 0; start < size; start += 2 * width) {
        const middle = Math.min(start + width, size);
        const end = Math.min(middle + width, size);
        let left = start;
        let right = middle;
        if (right === end || key[from[middle - 1]!]! <= key[from[middle]!]!) left = -1;
        for (let at = start; at < end; at++) {
          // eslint-disable-next-line max-depth -- a merge sort, in one loop
          if (left < 0) to[at] = from[at]!;
          else
            to[at] =
              right === end || (left < middle && key[from[left]!]! <= key[from[right]!]!)
                ? from[left++]!
                : from[right++]!;
        }
      }
      [from, to] = [to, from];
    }
    const next = this.spare ?? columns();
    for (let at = 0; at < size; at++) {
      const place = from[at]!;
      next.ticks[at] = rows.ticks[place]!;
      next.input[at] = rows.input[place]!;
      next.output[at] = rows.output[place]!;
      next.group[at] = rows.group[place]!;
    }
    this.spare = rows;
    this.rows = next;
  }
}
