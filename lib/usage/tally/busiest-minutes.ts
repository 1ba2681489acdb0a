import { MOST_TRACE_REQUESTS, type TraceRequests } from "../trace/read";
import { BinBudget, Bins } from "./bins";
import type { Group } from "./group";
import { Minute, TICKS_A_MS } from "./minute";
import { Partition } from "./partition";
import type { RowDraft } from "./row-draft";
import type { Rows } from "./rows";
import { KEPT, TimeOrder, type Waiting } from "./time-order";

/** Above this share of rows far out of order, the busiest minute is counted by the second. */
const MOST_LATE = 0.001;

/**
 * Puts single requests in order of time and hands each to the busiest minute of its group, and to that of all
 * groups.
 */
export class BusiestMinutes {
  private readonly order = new TimeOrder(
    (rows, count) => this.inOrder(rows, count),
    (tick, tokens, place) => this.outOfOrder(tick, tokens, place),
  );
  private readonly bins = new BinBudget();
  private ordered: Partition | null = null;
  private whole: Minute | null = null;
  /** Groups that have had a request with a time, and the last of them to begin. */
  private begun = 0;
  private only = 0;
  /** Ticks are counted from this whole second. */
  private baseMs = NaN;
  /** Single requests with a time. */
  timed = 0;

  /** `groups` may grow; a request names its own by its place among them. */
  constructor(private readonly groups: readonly Group[]) {}

  /** The first `count` of checked rows that have times. */
  addRows({ ms, ticks, input, output, group }: Rows, count: number): void {
    if (this.timed === 0) this.baseMs = Math.floor(ms[0]! / 1000) * 1000;
    this.timed += count;
    const { order, baseMs } = this;
    for (let at = 0; at < count; at++)
      order.add(
        (ms[at]! - baseMs) * TICKS_A_MS + ticks[at]!,
        input[at]! > 0 ? input[at]! : 0,
        output[at]! > 0 ? output[at]! : 0,
        group[at]!,
      );
  }

  /** A checked row that is a single request with a time. */
  add({ atMs, atTicks, input, output }: RowDraft, place: number): void {
    if (this.timed++ === 0) this.baseMs = Math.floor(atMs / 1000) * 1000;
    this.order.add((atMs - this.baseMs) * TICKS_A_MS + atTicks, input > 0 ? input : 0, output > 0 ? output : 0, place);
  }

  private inOrder(rows: Waiting, count: number): void {
    const ordered = (this.ordered ??= new Partition(KEPT));
    let from = 0;
    // As long as there is one group it stands for all.
    while (!this.whole && from < count) {
      const place = rows.group[from]!;
      let to = from + 1;
      while (to < count && rows.group[to] === place) to++;
      const minute = this.minuteOf(place);
      if (this.whole) break;
      minute.add(rows, ordered.all, from, to);
      from = to;
    }
    if (from === count) return;
    const rest =
      from === 0
        ? rows
        : {
            ticks: rows.ticks.subarray(from),
            input: rows.input.subarray(from),
            output: rows.output.subarray(from),
            group: rows.group.subarray(from),
          };
    this.whole!.add(rest, ordered.all, 0, count - from);
    ordered.each(rest.group, count - from, (place, picked, first, end) =>
      this.minuteOf(place).add(rest, picked, first, end),
    );
  }

  private outOfOrder(tick: number, tokens: number, place: number): void {
    this.minuteOf(place).addLate(tick, tokens);
    this.whole?.addLate(tick, tokens);
  }

  /** The minute of a group; with the second group that begins, all together have one of their own. */
  private minuteOf(place: number): Minute {
    const of = this.groups[place]!;
    if (of.minute) return of.minute;
    if (this.begun++ === 1) this.whole = this.groups[this.only]!.minute!.clone();
    this.only = place;
    return (of.minute = new Minute(this.order.direction, new Bins(this.bins)));
  }

  /** Ends the order of time; nothing may be added after. `exact`: peaks are exact, else by the second. */
  finish(): {
    readonly rows: Waiting;
    readonly count: number;
    readonly exact: boolean;
    readonly remark: string | null;
  } {
    const { rows, count } = this.order.finish();
    const { late } = this.order;
    const exact = late <= this.timed * MOST_LATE;
    const few = `${late} ${late === 1 ? "row is" : "rows are"} more than 65,536 rows out of order of time, and left out of the busiest minute.`;
    return { rows, count, exact, remark: late === 0 ? null : exact ? few : this.bins.remark };
  }

  /** Milliseconds of a tick. */
  readonly toMs = (tick: number): number => this.baseMs + tick / TICKS_A_MS;

  /** The busiest minute of all groups together; `null` before the first request. */
  get ofAll(): Minute | null {
    return this.whole ?? this.groups[this.only]?.minute ?? null;
  }

  /**
   * What `finish` gave as a trace from its first request on, to 0.001 ms; `null` where it is not whole, or
   * too long.
   */
  traceOf({ ticks, input, output }: Waiting, count: number): TraceRequests | null {
    if (count === 0 || count > MOST_TRACE_REQUESTS || this.order.overflown) return null;
    const first = ticks[0]!;
    return {
      atMs: Float64Array.from(
        ticks.subarray(0, count),
        (tick) => Math.round((tick - first) / (TICKS_A_MS / 1000)) / 1000,
      ),
      inputTokens: input.slice(0, count),
      outputTokens: output.slice(0, count),
    };
  }
}
