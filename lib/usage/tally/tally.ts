import type { ServiceTier } from "@/lib/scenario";
import { MOST_TRACE_REQUESTS, type TraceRequests } from "../trace/read";
import type { UsageReport } from "../report";
import { BinBudget, Bins } from "./bins";
import { DistinctBudget } from "./counts";
import type { RowDraft } from "./row-draft";
import { Group } from "./group";
import { Minute, TICKS_A_MS } from "./minute";
import { Reasons } from "./notes";
import { KEPT, TimeOrder, type Waiting } from "./time-order";
import { Partition } from "./partition";
import { EARLIEST_MS, LATEST_MS, BLOCK_ROWS, Rows } from "./rows";

const MOST = 1e12;
const MOST_GROUPS = 200;
const MOST_DAYS = 100_000;
/** Rows far out of order may be this share of all before the busiest minute is told by the second. */
const MOST_LATE = 0.001;

const IDLE = "Rows that tell of a time without use";

const isTokens = (value: number) => value >= 0 && value <= MOST && Math.floor(value) === value;

/**
 * Takes rows one by one and knows at any time what they say together, in memory that does not grow with them.
 */
export class UsageTally {
  private readonly budget = new DistinctBudget();
  private readonly groups: Group[] = [];
  private readonly places = new Map<string, number>();
  private place = -1;
  private readonly order = new TimeOrder(
    (rows, count) => this.inOrder(rows, count),
    (tick, tokens, group) => this.outOfOrder(tick, tokens, group),
  );
  private readonly bins = new BinBudget();
  private readonly byGroup = new Partition(BLOCK_ROWS);
  private ordered: Partition | null = null;
  /** Rows that are added as they come and checked already; `flush` counts them. */
  readonly rows = new Rows();
  private readonly reasons = new Reasons();
  private readonly failures = new Reasons();
  private readonly remarks = new Set<string>();
  private readonly counted = new Map<string, number>();
  private whole: Minute | null = null;
  /** Groups that have had a request with a time, and the last of them to begin. */
  private begun = 0;
  private only = 0;
  /** Ticks are counted from this whole second. */
  private baseMs = NaN;
  private firstMs = Infinity;
  private lastMs = -Infinity;
  private dated: boolean | null = null;
  private timed = 0;
  private timeless = 0;
  private days = 0;
  private readonly told = { input: false, cached: false, output: false, reasoning: false };
  private rowsBefore = 0;
  private readBefore = 0;

  /** The number of the last row. */
  get row(): number {
    return this.rowsBefore + this.rows.count;
  }

  get rowsRead(): number {
    return this.readBefore + this.rows.count;
  }

  /** Whether times are of the calendar; `null` before the first. */
  get isDated(): boolean | null {
    return this.dated;
  }

  /** Counts a row as read though nothing was used in it: a day without requests. */
  idle(): void {
    this.flush();
    this.rowsBefore++;
    this.readBefore++;
    this.countRemark(IDLE);
  }

  /** Leaves a row out and keeps why. */
  skip(reason: string): void {
    this.flush();
    this.reasons.add(reason, ++this.rowsBefore);
  }

  /** Keeps what is odd about the file as a whole, once. */
  remark(text: string): void {
    this.remarks.add(text);
  }

  /** Keeps a remark with how often it was made. */
  countRemark(text: string): void {
    this.counted.set(text, (this.counted.get(text) ?? 0) + 1);
  }

  /**
   * Counts a row, or leaves it out where its numbers cannot be. `dated`: its time is one of the calendar, not
   * of a trace that begins at 0.
   */
  add(row: RowDraft, dated: boolean): void {
    this.flush();
    const hasTime = row.atMs === row.atMs;
    const fault = this.faultOf(row, hasTime, dated);
    if (fault) return this.skip(fault);
    this.rowsBefore++;
    this.readBefore++;
    if (row.cached > row.input) {
      this.countRemark("Rows with more cached input than input, cut to the input");
      row.cached = row.input;
    }
    if (row.reasoning > row.output) {
      this.countRemark("Rows with more reasoning than output, cut to the output");
      row.reasoning = row.output;
    }
    const { told } = this;
    told.input ||= row.input === row.input;
    told.cached ||= row.cached === row.cached;
    told.output ||= row.output === row.output;
    told.reasoning ||= row.reasoning === row.reasoning;
    if (row.failedRequests > 0) {
      this.failures.add(row.failure, this.row);
      if (row.failedRequests >= row.requests && (row.input > 0 || row.output > 0))
        this.countRemark("Failed rows with tokens, which count for the busiest minute and not in the sums");
    }
    const group = this.groupOf(row.model, row.serviceTier ?? "standard");
    if (group.add(row, hasTime && dated, this.days < MOST_DAYS)) this.days++;
    if (hasTime) this.addTime(row);
    else if (row.requests > 0) this.timeless++;
  }

  /** Counts the rows that were added since. */
  flush(): void {
    const { rows, told, groups } = this;
    const { count } = rows;
    if (count === 0) return;
    rows.count = 0;
    this.rowsBefore += count;
    this.readBefore += count;
    const isTold = (values: Float64Array) => values.subarray(0, count).some((value) => value === value);
    told.input ||= isTold(rows.input);
    told.cached ||= rows.tells.cached && isTold(rows.cached);
    told.output ||= isTold(rows.output);
    told.reasoning ||= rows.tells.reasoning && isTold(rows.reasoning);
    const dayTimes = rows.tells.time && this.dated === true;
    this.byGroup.each(rows.group, count, (group, picked, from, to) => {
      this.days += groups[group]!.addRows(rows, picked, from, to, dayTimes, MOST_DAYS - this.days);
    });
    if (rows.tells.time) this.addTimes(count);
    else this.timeless += count;
  }

  private addTimes(count: number): void {
    const { ms, until, ticks, input, output, group, together } = this.rows;
    let { firstMs, lastMs } = this;
    for (let at = 0; at < count; at++) {
      const begin = ms[at]!;
      const end = together && until[at]! > begin ? until[at]! : begin;
      if (begin < firstMs) firstMs = begin;
      if (end > lastMs) lastMs = end;
    }
    this.firstMs = firstMs;
    this.lastMs = lastMs;
    if (together) return;
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

  /** The place of a group among all, which is made where it is not there yet. */
  placeOf(model: string | null, serviceTier: ServiceTier): number {
    this.groupOf(model, serviceTier);
    return this.place;
  }

  private faultOf(row: RowDraft, hasTime: boolean, dated: boolean): string | null {
    if (row.input === row.input && !isTokens(row.input)) return "its input tokens are no whole number from 0 to 1e12";
    if (row.output === row.output && !isTokens(row.output))
      return "its output tokens are no whole number from 0 to 1e12";
    if (row.cached === row.cached && !isTokens(row.cached))
      return "its cached tokens are no whole number from 0 to 1e12";
    if (row.reasoning === row.reasoning && !isTokens(row.reasoning))
      return "its reasoning tokens are no whole number from 0 to 1e12";
    if (!isTokens(row.requests)) return "its number of requests is no whole number from 0 to 1e12";
    if (!hasTime) return null;
    if (row.atMs < EARLIEST_MS || row.atMs >= LATEST_MS) return "its time is outside the years 1 to 9999";
    if (this.dated !== null && this.dated !== dated) return "its time is of another kind than the first row’s";
    this.dated = dated;
    return null;
  }

  private groupOf(model: string | null, serviceTier: ServiceTier): Group {
    const last = this.groups[this.place];
    if (last && last.model === model && last.serviceTier === serviceTier) return last;
    const key = `${serviceTier} ${model ?? ""}`;
    let place = this.places.get(key);
    if (place === undefined) {
      const full = this.groups.length >= MOST_GROUPS;
      if (full) {
        this.remark(`There are more than ${MOST_GROUPS} models; those that come later count as one without a name.`);
        if (model !== null) return this.groupOf(null, serviceTier);
      }
      place = this.groups.push(new Group(model, serviceTier, this.budget)) - 1;
      this.places.set(key, place);
    }
    this.place = place;
    return this.groups[place]!;
  }

  private addTime(row: RowDraft): void {
    const { atMs } = row;
    if (atMs < this.firstMs) this.firstMs = atMs;
    const end = row.untilMs > atMs ? row.untilMs : atMs;
    if (end > this.lastMs) this.lastMs = end;
    if (row.untilMs === row.untilMs || row.requests !== 1) return;
    if (this.timed++ === 0) this.baseMs = Math.floor(atMs / 1000) * 1000;
    this.order.add(
      (atMs - this.baseMs) * TICKS_A_MS + row.atTicks,
      row.input > 0 ? row.input : 0,
      row.output > 0 ? row.output : 0,
      this.place,
    );
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

  /** All that the rows say; nothing may be added after. */
  report(about: Pick<UsageReport, "format" | "columns">): UsageReport {
    this.flush();
    const { rows, count } = this.order.finish();
    const { late } = this.order;
    const inOrder = late <= this.timed * MOST_LATE;
    if (late > 0) {
      this.remark(
        inOrder
          ? `${late} ${late === 1 ? "row is" : "rows are"} more than 65,536 rows out of order of time, and left out of the busiest minute.`
          : this.bins.remark,
      );
    }
    if (this.timeless > 0 && this.timed > 0)
      this.counted.set("Rows without a time, which are in the sums and not in the busiest minute", this.timeless);
    const toMs = (tick: number) => this.baseMs + tick / TICKS_A_MS;
    const groups = this.groups.map((group) => group.report(inOrder, toMs));
    const total = groups.length === 1 ? groups[0]! : this.total().report(inOrder, toMs);
    return {
      ...about,
      rowsRead: this.rowsRead,
      rowsSkipped: this.reasons.count,
      skipped: this.reasons.list,
      failed: this.failures.list,
      told: this.told,
      remarks: [...this.remarks, ...[...this.counted].map(([text, times]) => `${text}: ${times}.`)],
      firstMs: this.firstMs === Infinity ? null : this.firstMs,
      lastMs: this.lastMs === -Infinity ? null : this.lastMs,
      dated: this.dated ?? false,
      total,
      groups: groups.sort(
        (a, b) =>
          b.inputTokens + b.outputTokens - (a.inputTokens + a.outputTokens) ||
          b.requests - a.requests ||
          Number(b.costUsd ?? 0) - Number(a.costUsd ?? 0),
      ),
      days: this.groups
        .flatMap((group) => group.reportDays())
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
      trace: this.traceOf(rows, count),
    };
  }

  private total(): Group {
    const [first] = this.groups;
    const oneModel = this.groups.every(({ model }) => model === first!.model);
    const oneTier = this.groups.every(({ serviceTier }) => serviceTier === first!.serviceTier);
    const total = new Group(
      first && oneModel ? first.model : null,
      first && oneTier ? first.serviceTier : "standard",
      new DistinctBudget(),
    );
    for (const group of this.groups) total.addAll(group);
    total.minute = this.whole ?? this.groups[this.only]?.minute ?? null;
    return total;
  }

  private traceOf({ ticks, input, output }: Waiting, count: number): TraceRequests | null {
    const complete = count === this.rowsRead - (this.counted.get(IDLE) ?? 0) && this.timeless === 0 && this.told.output;
    if (count === 0 || count > MOST_TRACE_REQUESTS || this.order.overflown || !complete) return null;
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
