import { DAY_MS } from "@/lib/rates";
import type { ServiceTier } from "@/lib/scenario";
import type { UsageReport } from "../report";
import { BusiestMinutes } from "./busiest-minutes";
import { DistinctBudget } from "./counts";
import { cutParts, faultOfCounts, type RowDraft } from "./row-draft";
import { Group } from "./group";
import { Reasons } from "./notes";
import { Partition } from "./partition";
import { EARLIEST_MS, LATEST_MS, BLOCK_ROWS, Rows } from "./rows";

const MOST_GROUPS = 200;
const MOST_DAYS = 100_000;
const IDLE = "Rows that tell of a time without use";

/** Takes rows one by one and reports what they say together, in memory that does not grow with them. */
export class UsageTally {
  private readonly budget = new DistinctBudget();
  private readonly groups: Group[] = [];
  private readonly places = new Map<string, number>();
  private place = -1;
  private readonly busiest = new BusiestMinutes(this.groups);
  private readonly byGroup = new Partition(BLOCK_ROWS);
  /** Rows that are added as they come and checked already; `flush` counts them. */
  readonly rows = new Rows();
  private readonly reasons = new Reasons();
  private readonly failures = new Reasons();
  private readonly remarks = new Set<string>();
  private readonly counted = new Map<string, number>();
  private firstMs = Infinity;
  private lastMs = -Infinity;
  private dated: boolean | null = null;
  private timeless = 0;
  private days = 0;
  private readonly told = { input: false, cached: false, written: false, output: false, reasoning: false };
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

  /** Keeps a remark with how often it was made, or with what it counts. */
  countRemark(text: string, count = 1): void {
    this.counted.set(text, (this.counted.get(text) ?? 0) + count);
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
    cutParts(row, (remark) => this.countRemark(remark));
    const { told } = this;
    told.input ||= row.input === row.input;
    told.cached ||= row.cached === row.cached;
    told.written ||= row.written === row.written;
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
    told.written ||= rows.tells.written && isTold(rows.written);
    told.output ||= isTold(rows.output);
    told.reasoning ||= rows.tells.reasoning && isTold(rows.reasoning);
    const dayTimes = rows.tells.time && this.dated === true;
    this.byGroup.each(rows.group, count, (group, picked, from, to) => {
      this.days += groups[group]!.addRows(rows, { picked, from, to }, dayTimes, MOST_DAYS - this.days);
    });
    if (rows.tells.time) this.addTimes(count);
    else this.timeless += count;
  }

  /** The time that a count was made in; one that tells no end is of its whole days. */
  private addSpan(beginMs: number, untilMs: number): void {
    const isOpen = untilMs === Infinity;
    const from = isOpen ? Math.floor(beginMs / DAY_MS) * DAY_MS : beginMs;
    const to = isOpen ? from + DAY_MS : untilMs > beginMs ? untilMs : beginMs;
    if (from < this.firstMs) this.firstMs = from;
    if (to > this.lastMs) this.lastMs = to;
  }

  private addTimes(count: number): void {
    const { ms, until, together } = this.rows;
    if (together) {
      for (let at = 0; at < count; at++) this.addSpan(ms[at]!, until[at]!);
      return;
    }
    let { firstMs, lastMs } = this;
    for (let at = 0; at < count; at++) {
      const time = ms[at]!;
      if (time < firstMs) firstMs = time;
      if (time > lastMs) lastMs = time;
    }
    this.firstMs = firstMs;
    this.lastMs = lastMs;
    this.busiest.addRows(this.rows, count);
  }

  /** The place of a group among all, which is made where it is not there yet. */
  placeOf(model: string | null, serviceTier: ServiceTier): number {
    this.groupOf(model, serviceTier);
    return this.place;
  }

  private faultOf(row: RowDraft, hasTime: boolean, dated: boolean): string | null {
    const fault = faultOfCounts(row);
    if (fault || !hasTime) return fault;
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
    this.addSpan(row.atMs, row.untilMs);
    if (row.untilMs === row.untilMs || row.requests !== 1) return;
    this.busiest.add(row, this.place);
  }

  /** All that the rows say; nothing may be added after. */
  report(about: Pick<UsageReport, "format" | "columns">): UsageReport {
    this.flush();
    const { busiest } = this;
    const { rows, count, exact, remark } = busiest.finish();
    if (remark) this.remark(remark);
    if (this.timeless > 0 && busiest.timed > 0)
      this.counted.set("Rows without a time, which are in the sums and not in the busiest minute", this.timeless);
    const groups = this.groups.map((group) => group.report(exact, busiest.toMs));
    const total = groups.length === 1 ? groups[0]! : this.total().report(exact, busiest.toMs);
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
      trace: this.isWhole(count) ? busiest.traceOf(rows, count) : null,
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
    total.minute = this.busiest.ofAll;
    return total;
  }

  /** Whether `count` requests with a time are all that was read, and tell their output. */
  private isWhole(count: number): boolean {
    return count === this.rowsRead - (this.counted.get(IDLE) ?? 0) && this.timeless === 0 && this.told.output;
  }
}
