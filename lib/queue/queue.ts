/**
 * Items in the order that `isBefore` says, a strict order of any two. A binary heap: time by the logarithm of
 * `size`.
 */
export class Queue<Item> {
  private readonly items: Item[] = [];

  constructor(private readonly isBefore: (a: Item, b: Item) => boolean) {}

  get size(): number {
    return this.items.length;
  }

  /** The item that `take` gives next; `undefined` where the queue is empty. */
  get first(): Item | undefined {
    return this.items[0];
  }

  push(item: Item): void {
    const { items, isBefore } = this;
    let at = items.length;
    items.push(item);
    for (let up = (at - 1) >> 1; at > 0 && isBefore(item, items[up]!); up = (at - 1) >> 1) {
      items[at] = items[up]!;
      at = up;
    }
    items[at] = item;
  }

  /** Takes the first item out; `undefined` where the queue is empty. */
  take(): Item | undefined {
    const { items, isBefore } = this;
    const first = items[0];
    const item = items.pop();
    const size = items.length;
    if (size === 0 || item === undefined) return first;
    let at = 0;
    for (let down = 1; down < size; down = 2 * at + 1) {
      if (down + 1 < size && isBefore(items[down + 1]!, items[down]!)) down++;
      if (!isBefore(items[down]!, item)) break;
      items[at] = items[down]!;
      at = down;
    }
    items[at] = item;
    return first;
  }
}
