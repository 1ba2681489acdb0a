import { headOf, type Column } from "./columns";
import { numbersIn, readLine, unglued, type Amount } from "./line";
import { isModelLine, modelOfCell } from "./model-cell";
import { readLimitNumber } from "./number";
import type { LimitFault, LimitRead, LimitsRead } from "./types";

const NUMBER_WANTED = "a whole number above 0, such as 500,000, 500K or 4M";
const UNIT_WANTED = "RPM, TPM, RPD, TPD or “enqueued tokens” with every number";
const MODEL_WANTED = "a model’s id, then its limits";
const NOTHING = /^[-–—]*$|^(?:n\/a|none|null|unlimited|no limit)$/i;
const LONGEST_QUOTE = 60;

/** What is known while lines are read, one after another. */
class Reading {
  readonly limits: LimitRead[] = [];
  readonly faults: LimitFault[] = [];
  readonly others = new Set<string>();
  /** Of the lines below it. */
  model: string | null = null;
  head: ReturnType<typeof headOf> = null;

  fault(line: number, text: string, expected: string): void {
    this.faults.push({ line, text: text.trim().replace(/\s+/g, " ").slice(0, LONGEST_QUOTE), expected });
  }

  take(
    model: string | null,
    { unit, value }: Amount & { readonly value: number },
    tpd: "queue" | "day" | "unsaid",
  ): void {
    if ("other" in unit) {
      this.others.add(unit.other);
      return;
    }
    const isTpd = unit.field === "TPD";
    const field = unit.field !== "TPD" ? unit.field : tpd === "day" ? "tpd" : "batchQueueTokens";
    this.limits.push({ model, field, value, project: false, isTpd: isTpd && tpd === "unsaid" });
  }

  /** Takes the limits of a cell or a line; a number that cannot be read, or has no unit, is a fault. */
  takeAll(line: number, text: string, model: string | null, column: Column & { readonly is: "mixed" }): void {
    const { amounts, stray } = readLine(unglued(text));
    for (const amount of amounts)
      if (amount.value === null && !("other" in amount.unit)) this.fault(line, amount.text, NUMBER_WANTED);
      else this.take(model, { ...amount, value: amount.value ?? 0 }, column.tpd);
    if (stray !== null) this.fault(line, `${stray} in ${text}`, UNIT_WANTED);
  }
}

/** A cell of a column that says what its numbers count. */
function takeCell(reading: Reading, line: number, cell: string, place: { model: string; column: Column }): void {
  const { model, column } = place;
  const bare = cell.replace(/[*`"]/g, "").trim();
  if (NOTHING.test(bare) || column.is === "model") return;
  const { amounts } = readLine(unglued(bare));
  if (column.is === "mixed" && (amounts.length > 0 || column.tpd !== "queue"))
    reading.takeAll(line, bare, model, column);
  else if (column.is === "unknown") {
    if (/\d/.test(bare)) reading.others.add(column.name || "a column without a name");
  } else if (amounts.length > 0) reading.takeAll(line, bare, model, { is: "mixed", tpd: "unsaid" });
  else {
    const value = readLimitNumber(bare);
    const unit = column.is === "unit" ? column.unit : { field: "batchQueueTokens" as const };
    if (value !== null || "other" in unit) reading.take(model, { text: bare, value: value ?? 0, unit }, "unsaid");
    else reading.fault(line, bare, NUMBER_WANTED);
  }
}

/** A row under a table’s head; whether it was one. */
function takeRow(reading: Reading, line: number, text: string): boolean {
  const { head } = reading;
  if (!head) return false;
  const cells = head.cut(text);
  if (cells.length !== head.columns.length) return false;
  const at = head.columns.findIndex(({ is }) => is === "model");
  const model = modelOfCell(cells[at]!);
  if (model === null) {
    if (numbersIn(text).length > 0) reading.fault(line, text, MODEL_WANTED);
    return true;
  }
  reading.model = model;
  cells.forEach((cell, n) => takeCell(reading, line, cell, { model, column: head.columns[n]! }));
  return true;
}

/** A line outside a table: a model and its limits, limits alone, or a model’s name alone. */
function takeLine(reading: Reading, line: number, text: string): void {
  const clean = unglued(text);
  const { amounts, from, stray } = readLine(clean);
  const before = clean.slice(0, from);
  if (amounts.length === 0) {
    if (isModelLine(text)) reading.model = modelOfCell(text);
    else if (isModelLine(text.trim().split(/\s+/)[0]!) && (stray !== null || /\s[-−+.]\d/.test(clean)))
      reading.fault(line, text, UNIT_WANTED);
    return;
  }
  const isBare = /^[\s|:,;*•–—-]*$/.test(before);
  const model = isBare ? reading.model : modelOfCell(before);
  if (!isBare && model === null) {
    reading.fault(line, text, MODEL_WANTED);
    return;
  }
  if (!isBare) reading.model = model;
  const hasQueue = reading.head?.columns.some((one) => one.is === "mixed" && one.tpd === "queue") ?? false;
  reading.takeAll(line, text, model, { is: "mixed", tpd: hasQueue ? "queue" : "unsaid" });
}

/**
 * The limits of a table or of lines: the limits page copied, Markdown, CSV, TSV, one model a line, or a model’s name
 * over its limits.
 */
export function readLimitTable(text: string): LimitsRead {
  const reading = new Reading();
  text.split(/\r?\n/).forEach((line, n) => {
    if (line.trim() === "" || /^[\s|:+=-]+$/.test(line)) return;
    const head = headOf(line);
    if (head) {
      reading.head = head;
      reading.model = null;
    } else if (!takeRow(reading, n + 1, line)) takeLine(reading, n + 1, line);
  });
  return { limits: reading.limits, faults: reading.faults, others: [...reading.others], isPart: false };
}
