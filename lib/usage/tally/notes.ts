import type { Skipped } from "../report";

const FIRST_ROWS = 5;
const MOST_REASONS = 50;
const LONGEST = 120;

/**
 * Counts rows by reason and keeps the numbers of the first few. The most frequent reason comes first; past 50
 * reasons the others are counted as one.
 */
export class Reasons {
  private readonly kept = new Map<string, { count: number; readonly rows: number[] }>();
  count = 0;

  add(reason: string, row: number): void {
    this.count++;
    let name = reason.slice(0, LONGEST);
    if (!this.kept.has(name) && this.kept.size >= MOST_REASONS) name = "another reason";
    const seen = this.kept.get(name) ?? { count: 0, rows: [] };
    seen.count++;
    if (seen.rows.length < FIRST_ROWS) seen.rows.push(row);
    this.kept.set(name, seen);
  }

  get list(): Skipped[] {
    return [...this.kept].map(([reason, seen]) => ({ reason, ...seen })).sort((a, b) => b.count - a.count);
  }
}
