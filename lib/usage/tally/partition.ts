const MOST_GROUPS = 256;

/** Sorts the places of rows by their group; within a group the order stays. */
export class Partition {
  private readonly ends = new Uint32Array(MOST_GROUPS + 1);
  /** The places of all rows as they come. */
  readonly all: Uint32Array;
  private readonly sorted: Uint32Array;

  constructor(most: number) {
    this.all = new Uint32Array(most);
    for (let place = 0; place < most; place++) this.all[place] = place;
    this.sorted = new Uint32Array(most);
  }

  /** Calls `take` for each group that has rows, with where its own lie in `picked`. */
  each(
    group: Uint16Array,
    count: number,
    take: (group: number, picked: Uint32Array, from: number, to: number) => void,
  ): void {
    const first = group[0]!;
    let same = 1;
    while (same < count && group[same] === first) same++;
    if (same >= count) return count > 0 ? take(first, this.all, 0, count) : undefined;
    const { ends, sorted } = this;
    ends.fill(0);
    for (let at = 0; at < count; at++) ends[group[at]! + 1]!++;
    for (let of = 0; of < MOST_GROUPS; of++) ends[of + 1]! += ends[of]!;
    for (let at = 0; at < count; at++) sorted[ends[group[at]!]!++] = at;
    for (let of = 0, from = 0; of < MOST_GROUPS; from = ends[of++]!)
      if (ends[of]! > from) take(of, sorted, from, ends[of]!);
  }
}
