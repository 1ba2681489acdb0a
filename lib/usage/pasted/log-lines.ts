import { InstantReader } from "../log/instant";
import { loggedModel } from "../log/logged-model";
import { textOf } from "../log/bytes";
import { OTHER_ENCODING } from "../log/limits";
import type { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";
import { parsePasted, type PastedUsage } from "./pasted";

/** Lines of a log that tell both, and the first of them, so that a label a line is no log. */
const LEAST_LINES = 2;
const LONGEST_LINE = 20_000;
const TIME =
  /(?:^[["(\s]*|\b(?:ts|time|timestamp|date)["']?\s*[=:]\s*["']?)(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:\s?Z|\s?[+-]\d\d:?\d\d)?)/i;
const MODEL = /\bmodel["']?\s*[=:]?\s*["']?([a-z][\w.:/-]*\d[\w.:/-]*|chat-latest)/i;
/** `total: 300 in, 120 out` sums up the lines above it. */
const SUM = /^\W*(?:grand\s+)?(?:totals?|sums?|averages?|avg|mean|overall)\b/i;

const tellsBoth = (usage: PastedUsage | string | null): usage is PastedUsage =>
  usage !== null &&
  typeof usage !== "string" &&
  usage.usage.inputTokens !== undefined &&
  usage.usage.visibleOutputTokens !== undefined;

/**
 * Whether a text is a log in words: at least two of its lines tell input and output each, and the first is one of
 * them where it could be the header of a table.
 */
export function isLogOfWords(lines: readonly string[], hasHeader: boolean): boolean {
  if (hasHeader && !tellsBoth(parseLine(lines[0]!))) return false;
  let telling = 0;
  for (const line of lines) if (tellsBoth(parseLine(line)) && ++telling === LEAST_LINES) return true;
  return false;
}

const parseLine = (line: string) => (line.length > LONGEST_LINE ? null : parsePasted(line));

/**
 * Reads a log whose lines tell their counts in words, each by itself: `10:02:11 done, 1,200 in, 300 out`. A line that
 * tells none, or may be meant in two ways, is left out with its reason.
 */
export class LogLines {
  readonly format = "Log lines";
  readonly columns = null;
  private rest = new Uint8Array(0);
  private readonly instants = new InstantReader();

  constructor(
    private readonly tally: UsageTally,
    private readonly row: RowDraft,
  ) {}

  push(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(10) + 1;
    const whole = new Uint8Array(this.rest.length + (end || bytes.length));
    whole.set(this.rest);
    whole.set(bytes.subarray(0, end || bytes.length), this.rest.length);
    this.rest = end ? bytes.slice(end) : whole;
    if (end) this.readLines(whole);
  }

  end(): void {
    this.readLines(this.rest);
  }

  private readLines(bytes: Uint8Array): void {
    const text = textOf(bytes, () => this.tally.remark(OTHER_ENCODING));
    for (const line of text.split(/\r\n?|\n/)) if (line.trim() !== "") this.readLine(line);
  }

  private readLine(line: string): void {
    const { row, tally, instants } = this;
    if (SUM.test(line)) return tally.skip("it is a total of other lines");
    const read = parseLine(line);
    if (typeof read === "string") return tally.skip("it cannot be told which number is which");
    if (!read) return tally.skip("no tokens were recognised in it");
    const { usage, counts, disagreement } = read;
    const { requests = 1 } = counts;
    row.clear();
    row.input = usage.inputTokens ?? NaN;
    row.cached = usage.cachedInputTokens ?? NaN;
    row.written = usage.cacheWriteTokens ?? NaN;
    row.reasoning = usage.reasoningTokens ?? NaN;
    row.output = usage.visibleOutputTokens === undefined ? NaN : usage.visibleOutputTokens + (row.reasoning || 0);
    if (requests > 1) return tally.skip("it counts several requests together");
    const model = MODEL.exec(line)?.[1];
    if (model) row.model = loggedModel(model).model;
    const time = TIME.exec(line)?.[1];
    if (time && instants.readText(time.replace(/\s(?=[Z+-])/, "")) === "dated") {
      row.atMs = instants.ms;
      row.atTicks = instants.ticks;
    }
    if (disagreement !== null)
      tally.countRemark("Lines whose own total is not input plus output; what is counted are the parts");
    tally.add(row, true);
  }
}
