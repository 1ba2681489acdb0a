import { DAY_MS } from "@/lib/rates";
import type { ServiceTier } from "@/lib/scenario";
import type { UsageDay, UsageGroup } from "../report";
import { Counts, type DistinctBudget } from "./counts";
import type { RowDraft } from "./row-draft";
import type { Minute } from "./minute";
import { sumOf, type Rows, type RowsPart } from "./rows";
import { addSums, addTokens, civilDay, DaySums } from "./day-sums";
import { Sum } from "./sum";

const HOUR_MS = 3_600_000;

/** Counts what one model does at one service tier. */
export class Group {
  private readonly sums = new DaySums();
  private readonly failed = new Sum();
  private readonly input: Counts;
  private readonly output: Counts;
  private readonly shares: Counts;
  private readonly hours = new Array<number>(24).fill(0);
  private readonly days = new Map<number, DaySums>();
  private day = NaN;
  private ofDay = new DaySums();
  private hoursKnown = false;
  private hoursLost = false;
  private together = false;
  private cap = 0;
  minute: Minute | null = null;

  constructor(
    readonly model: string | null,
    readonly serviceTier: ServiceTier,
    budget: DistinctBudget,
  ) {
    this.input = new Counts(budget);
    this.output = new Counts(budget);
    this.shares = new Counts(budget);
  }

  /**
   * A checked row; `dayTimes`: its time is one of the calendar, `keepsDay`: a new day may still be kept.
   * Whether a day was new.
   */
  add(row: RowDraft, dayTimes: boolean, keepsDay: boolean): boolean {
    const { sums } = this;
    const answered = row.failedRequests < row.requests;
    const single = !(row.untilMs === row.untilMs) && row.requests === 1;
    sums.requests.add(row.requests);
    if (row.failedRequests > 0) this.failed.add(row.failedRequests);
    if (row.cost !== null) sums.cost.add(row.cost);
    if (row.cap > this.cap) this.cap = row.cap;
    if (answered) {
      addTokens(sums, row);
      if (!single) this.together ||= row.requests > 0;
      else {
        if (row.input === row.input) this.input.add(row.input);
        if (row.output === row.output) this.output.add(row.output);
        if (row.output > 0 && row.reasoning === row.reasoning) this.shares.add(row.reasoning / row.output);
      }
    }
    return dayTimes && this.addToDay(row, answered, keepsDay);
  }

  /**
   * Counts a part of the rows, all of this group and answered. With `dayTimes` they count for their days too, of
   * which `room` new ones may still be kept. Returns how many days were new.
   */
  addRows(rows: Rows, { picked, from, to }: RowsPart, dayTimes: boolean, room: number): number {
    let days = 0;
    for (let start = from, end = to; start < to; start = end) {
      if (dayTimes) {
        if (this.toDay(Math.floor(rows.ms[picked[start]!]! / DAY_MS), room > days)) days++;
        end = this.addHours(rows, picked, start, to);
      }
      this.addSums(rows, { picked, from: start, to: end }, dayTimes ? this.ofDay : null);
    }
    return days;
  }

  private addSums(rows: Rows, { picked, from, to }: RowsPart, ofDay: DaySums | null): void {
    const { sums } = this;
    const { together } = rows;
    const requests = together ? sumOf(rows.requests, picked, from, to) : to - from;
    const input = together ? sumOf(rows.input, picked, from, to) : this.input.addColumn(rows.input, picked, from, to);
    const output = together
      ? sumOf(rows.output, picked, from, to)
      : this.output.addColumn(rows.output, picked, from, to);
    const cached = rows.tells.cached ? sumOf(rows.cached, picked, from, to) : 0;
    const written = rows.tells.written ? sumOf(rows.written, picked, from, to) : 0;
    const reasoning = rows.tells.reasoning ? sumOf(rows.reasoning, picked, from, to) : 0;
    if (together) this.together = true;
    else if (rows.tells.reasoning) {
      for (let at = from; at < to; at++) {
        const row = picked[at]!;
        if (rows.output[row]! > 0 && rows.reasoning[row]! >= 0)
          this.shares.add(rows.reasoning[row]! / rows.output[row]!);
      }
    }
    for (const of of ofDay ? [sums, ofDay] : [sums]) {
      of.requests.add(requests);
      of.input.add(input);
      of.cached.add(cached);
      of.written.add(written);
      of.output.add(output);
      of.reasoning.add(reasoning);
    }
  }

  /** Counts the hours of rows to the end of their day, which it gives back. */
  private addHours({ ms, until, requests, together }: Rows, picked: Uint32Array, from: number, to: number): number {
    const { hours } = this;
    const dayMs = this.day * DAY_MS;
    let at = from;
    while (at < to) {
      const first = ms[picked[at]!]! - dayMs;
      if (first < 0 || first >= DAY_MS) break;
      const hour = Math.floor(first / HOUR_MS);
      const hourMs = dayMs + hour * HOUR_MS;
      let sum = 0;
      for (; at < to; at++) {
        const row = picked[at]!;
        const since = ms[row]! - hourMs;
        if (since < 0 || since >= HOUR_MS) break;
        if (!together) sum++;
        else if (until[row]! - ms[row]! > HOUR_MS) this.hoursLost = true;
        else sum += requests[row]!;
      }
      if (sum > 0) this.hoursKnown = true;
      hours[hour]! += sum;
    }
    return at;
  }

  /** Whether the day is a new one. */
  private toDay(day: number, keeps: boolean): boolean {
    if (day === this.day) return false;
    const kept = this.days.get(day);
    this.ofDay = kept ?? new DaySums();
    this.day = day;
    if (kept || !keeps) return false;
    this.days.set(day, this.ofDay);
    return true;
  }

  private addToDay(row: RowDraft, answered: boolean, keeps: boolean): boolean {
    const day = Math.floor(row.atMs / DAY_MS);
    const isNew = this.toDay(day, keeps);
    this.ofDay.requests.add(row.requests);
    if (row.cost !== null) this.ofDay.cost.add(row.cost);
    if (answered) addTokens(this.ofDay, row);
    if (row.untilMs - row.atMs > HOUR_MS) this.hoursLost = true;
    else {
      this.hoursKnown = true;
      this.hours[Math.floor((row.atMs - day * DAY_MS) / HOUR_MS)]! += row.requests;
    }
    return isNew;
  }

  addAll(other: Group): void {
    addSums(this.sums, other.sums);
    this.failed.addAll(other.failed);
    this.sums.cost.addAll(other.sums.cost);
    this.input.addAll(other.input);
    this.output.addAll(other.output);
    this.shares.addAll(other.shares);
    for (const [hour, requests] of other.hours.entries()) this.hours[hour]! += requests;
    this.hoursKnown ||= other.hoursKnown;
    this.hoursLost ||= other.hoursLost;
    this.together ||= other.together;
    this.cap = Math.max(this.cap, other.cap);
  }

  /** `inOrder`: peaks are exact, else by the second; `toMs` turns ticks into milliseconds. */
  report(inOrder: boolean, toMs: (tick: number) => number): UsageGroup {
    const { sums, together } = this;
    const requests = sums.requests.value;
    const peaks = together ? null : (this.minute?.peaks(inOrder) ?? null);
    return {
      model: this.model,
      serviceTier: this.serviceTier,
      requests,
      failedRequests: this.failed.value,
      inputTokens: sums.input.value,
      cachedInputTokens: sums.cached.value,
      cacheWriteTokens: sums.written.value,
      outputTokens: sums.output.value,
      reasoningTokens: sums.reasoning.value,
      input: together ? null : this.input.spread(),
      output: together ? null : this.output.spread(),
      reasoningShare: together ? null : this.shares.spread(),
      peakRequests: peaks && { ...peaks.requests, fromMs: toMs(peaks.requests.fromMs) },
      peakTokens: peaks && { ...peaks.tokens, fromMs: toMs(peaks.tokens.fromMs) },
      dispersion: peaks && this.minute!.dispersion(inOrder),
      hours: this.hoursKnown && !this.hoursLost ? this.hours : null,
      maxCompletionTokens: this.cap || null,
      costUsd: sums.cost.text,
    };
  }

  reportDays(): UsageDay[] {
    return [...this.days].map(([day, sums]) => ({
      day: civilDay(day),
      model: this.model,
      serviceTier: this.serviceTier,
      requests: sums.requests.value,
      inputTokens: sums.input.value,
      cachedInputTokens: sums.cached.value,
      cacheWriteTokens: sums.written.value,
      outputTokens: sums.output.value,
      reasoningTokens: sums.reasoning.value,
      ...(sums.cost.text !== null && { costUsd: sums.cost.text }),
    }));
  }
}
