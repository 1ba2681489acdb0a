/** A request that will be sent again. */
export interface Retry<Time> {
  /** When it is sent, and when it first came. */
  readonly due: Time;
  readonly came: Time;
  readonly charge: number;
  /** Which attempt this will be. */
  readonly attempts: number;
}

/** Requests waiting to be sent again, the earliest first, among equals the one put in first: a binary heap. */
export class RetryQueue<Time extends number | bigint> {
  private readonly heap: (Retry<Time> & { readonly order: number })[] = [];
  private order = 0;

  get size(): number {
    return this.heap.length;
  }

  /** When the first is due; there is one. */
  get due(): Time {
    return this.heap[0]!.due;
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.heap[a]!, this.heap[b]!];
    return x.due < y.due || (x.due === y.due && x.order < y.order);
  }

  private swap(a: number, b: number): void {
    [this.heap[a], this.heap[b]] = [this.heap[b]!, this.heap[a]!];
  }

  push(due: Time, came: Time, charge: number, attempts: number): void {
    this.heap.push({ due, came, charge, attempts, order: this.order++ });
    let at = this.heap.length - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.before(at, up); up = (at - 1) >> 1) {
      this.swap(at, up);
      at = up;
    }
  }

  /** Takes the first out; there is one. */
  pop(): Retry<Time> {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0; ;) {
        let least = at;
        for (const down of [2 * at + 1, 2 * at + 2]) if (down < heap.length && this.before(down, least)) least = down;
        if (least === at) break;
        this.swap(at, least);
        at = least;
      }
    }
    return first;
  }
}
