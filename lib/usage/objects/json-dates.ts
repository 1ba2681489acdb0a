import { askedRemark, dateOrder, LOCAL_DATE, type OpenReading, type Readings } from "../columns/dialect";
import { InstantReader } from "../log/instant";
import type { Json } from "../log/values";
import type { RowDraft } from "../tally/row-draft";
import { TIMES } from "./answers";

const DATED_KEY = /"([^"\\\n]{1,60})"\s*:\s*"(\d{1,2}[./-]\d{1,2}[./-]\d{4}\b[^"\n]{0,30})"/g;

/**
 * Which part of dates such as `05/10/2025` in JSON is the day, by those that its beginning has under each key, and by
 * what a person said.
 */
export class JsonDates {
  private readonly dates = new Map<string, string[]>();
  /** What was asked for of these dates: it remains asked, with the answer that was given. */
  readonly open: OpenReading[] = [];
  readonly instants = new InstantReader();
  /** A date that may be read in two ways while nobody has said which. */
  private asked: string | null = null;

  constructor(
    head: string,
    private readonly chosen: Readings["dates"],
  ) {
    for (const [, key, date] of head.matchAll(DATED_KEY))
      if (LOCAL_DATE.test(date!)) this.dates.set(key!, [...(this.dates.get(key!) ?? []), date!]);
  }

  /** Whether the dates under a key begin with the day; `null`: there are none; `asked`: it may be either. */
  orderOf(key: string): boolean | "asked" | null {
    const dates = this.dates.get(key.slice(key.lastIndexOf(".") + 1));
    if (!dates) return null;
    const { dayFirst, open } = dateOrder(dates, [], this.chosen);
    if (this.open.length === 0) this.open.push(...open);
    if (dayFirst !== null) return dayFirst;
    this.asked ??= dates[0]!;
    return "asked";
  }

  /** What is said while nobody has said how the dates are to be read. */
  get remark(): string | null {
    return this.asked === null ? null : askedRemark(this.asked);
  }

  /** Reads the time of an object that has one; false where there is none that can be read. */
  readTime(object: Json, row: RowDraft): boolean {
    for (const name of TIMES) {
      const value = object[name];
      if (value === undefined || value === null) continue;
      const order = typeof value === "string" ? this.orderOf(name) : null;
      // Counted without its time until somebody says how it is to be read.
      if (order === "asked") return true;
      this.instants.dayFirst = order;
      const kind = typeof value === "number" ? this.instants.readNumber(value) : this.instants.readText(String(value));
      if (kind !== "dated") continue;
      row.atMs = this.instants.ms;
      row.atTicks = this.instants.ticks;
      return true;
    }
    return false;
  }
}
