import { isFailure, serviceTierNamed, type RowDraft } from "../tally/row-draft";
import { isSumWord, loggedModel, type LoggedModel } from "./logged-model";
import type { UsageTally } from "../tally/tally";
import { InstantReader, type InstantKind } from "./instant";
import { labelPlace, type Layout } from "../columns/layout";
import { readDetails } from "./langfuse";

/**
 * One row of a table as its cells can be asked for; a place is 0 or more, and may lie behind the last cell.
 */
export interface Cells {
  /** A number; NaN for a blank cell, -1 for one that holds something else. */
  number(place: number): number;
  /** The words of a cell, without the blanks around it. */
  text(place: number): string;
  time(place: number, reader: InstantReader): InstantKind;
  isBlank(place: number): boolean;
  /** The text of a cell whose column holds few different ones. */
  word(place: number): string;
  /** An amount of money as it is written, or the number nearest to it. */
  amount(place: number): number | string;
  /** The first count under a name anywhere in a cell of JSON; NaN without one. */
  countNamed(place: number, name: string): number;
}

const CHAT = /^(?:chat|text_completion|generate_content)$/;
/** A word of a column that tells which requests failed. */
const FAILED = /^(?:true|1|yes|err|fail|abort|cancel)/i;
const FAILED_WORD = /^[a-z]*(?:ed|or)\b/i;
const YES = /^(?:true|1(?:[.,]0+)?|yes|t|wahr|vrai|verdadero|vero|ja|oui|sim|sí)$/i;
export const isYes = (word: string): boolean => YES.test(word);

/** Reads the rows of one table into a tally. */
export class CellsReader {
  private readonly instants: InstantReader;
  private readonly label: number;
  /** What the cells of the row before said, which most say again. */
  private goodStatus = "";
  private noWord = "";
  private modelWord = "";
  private model: LoggedModel = { model: null, fast: false };

  constructor(
    private readonly layout: Layout,
    private readonly tally: UsageTally,
    private readonly row: RowDraft,
    dayFirst: boolean | null = null,
  ) {
    this.instants = new InstantReader(layout.countedIn);
    this.instants.dayFirst = dayFirst;
    this.label = labelPlace(layout);
    if (layout.remark) tally.remark(layout.remark);
  }

  read(cells: Cells): void {
    const { row, tally } = this;
    const { at, together, failedWithoutOutput } = this.layout;
    row.clear();
    if (at.model >= 0 && this.isSum(cells.word(at.model))) return tally.skip("a sum of other rows");
    if (this.label >= 0 && isSumWord(cells.text(this.label))) return tally.skip("a sum of other rows");
    if (at.kind >= 0 && this.isOther(cells.word(at.kind))) return;
    if (at.ownCache >= 0 && this.isYes(cells.word(at.ownCache)))
      return tally.skip("answered from the proxy’s own cache, so that no request was sent");
    if (at.input >= 0) row.input = cells.number(at.input);
    if (at.output >= 0) row.output = cells.number(at.output);
    if (at.cached >= 0) row.cached = cells.number(at.cached);
    if (at.written >= 0) row.written = cells.number(at.written);
    if (at.reasoning >= 0) row.reasoning = cells.number(at.reasoning);
    if (at.plain >= 0) this.addParts(cells.number(at.plain));
    if (at.visible >= 0) this.addVisible(cells.number(at.visible));
    if (at.total >= 0) this.splitTotal(cells.number(at.total));
    if (at.details >= 0) readDetails(cells.text(at.details), row, tally);
    if (at.metadata >= 0) {
      row.cached = cells.countNamed(at.metadata, "cached_tokens");
      const written = cells.countNamed(at.metadata, "cache_creation_input_tokens");
      row.written = written === written ? written : cells.countNamed(at.metadata, "cache_write_tokens");
      row.reasoning = cells.countNamed(at.metadata, "reasoning_tokens");
    }
    if (at.cap >= 0) row.cap = cells.number(at.cap);
    if (at.cost >= 0 && !cells.isBlank(at.cost)) {
      const amount = cells.amount(at.cost);
      // `Included` and `Free` are no amount.
      if (typeof amount === "number" || /\d/.test(amount)) row.cost = amount;
    }
    if (at.failed >= 0) {
      const word = cells.word(at.failed);
      if (FAILED.test(word)) this.fail(FAILED_WORD.exec(word)?.[0].toLowerCase() ?? "cancelled");
    }
    if (at.status >= 0) {
      const status = cells.word(at.status);
      if (status !== this.goodStatus) {
        if (isFailure(status)) this.fail(/^\d/.test(status) ? `status ${status}` : status);
        else this.goodStatus = status;
      }
    }
    const unused = row.input !== row.input && row.output !== row.output && row.cost === null;
    if (at.requests >= 0) {
      row.requests = cells.number(at.requests);
      if (row.requests !== row.requests) {
        if (unused) return tally.idle();
        row.requests = 0;
      }
    } else if (unused && row.failedRequests === 0) return together ? tally.idle() : tally.skip("it tells no tokens");
    else if (together) row.requests = 0;
    if (failedWithoutOutput && row.output === 0) this.fail("no response tokens");
    if (at.model >= 0) this.takeModel();
    if (row.model === null && at.request >= 0) row.model = modelOfRequest(cells.text(at.request));
    if (at.serviceTier >= 0 && row.serviceTier === null) row.serviceTier = serviceTierNamed(cells.word(at.serviceTier));
    if (at.batch >= 0 && this.isYes(cells.word(at.batch))) row.serviceTier = "batch";
    let kind: InstantKind = "none";
    if (at.time >= 0 && !cells.isBlank(at.time)) {
      kind = cells.time(at.time, this.instants);
      if (kind === "none") return tally.skip("its time cannot be read");
      row.atMs = this.instants.ms;
      row.atTicks = this.instants.ticks;
    }
    if (together || at.requests >= 0) {
      // Counted together over a time whose end may be unknown.
      row.untilMs = at.until >= 0 && cells.time(at.until, this.instants) !== "none" ? this.instants.ms : Infinity;
    }
    tally.add(row, kind === "dated");
  }

  private fail(failure: string): void {
    this.row.failedRequests = 1;
    this.row.failure = failure;
  }

  private isYes(word: string): boolean {
    if (word === this.noWord) return false;
    if (isYes(word)) return true;
    this.noWord = word;
    return false;
  }

  /** Reads the model’s cell; whether it says that the row sums others. */
  private isSum(word: string): boolean {
    if (word !== this.modelWord) {
      this.modelWord = word;
      this.model = loggedModel(word);
    }
    return this.model.isSum === true;
  }

  private takeModel(): void {
    this.row.model = this.model.model;
    if (this.model.fast) this.row.serviceTier = "priority";
  }

  /** Three counts of input that share no token. */
  private addParts(plain: number): void {
    const { row } = this;
    if (plain !== plain && row.cached !== row.cached && row.written !== row.written) return;
    row.input = (plain || 0) + (row.cached || 0) + (row.written || 0);
  }

  /** Whether a row of this kind is no call of a model; it is then left out. */
  private isOther(kind: string): boolean {
    const isCall =
      this.layout.format === "Langfuse export" ? /^(?:generation)?$/i.test(kind) : kind === "" || CHAT.test(kind);
    if (!isCall) this.tally.skip(`a row of the kind ${kind.toLowerCase()}, which repeats or holds others`);
    return !isCall;
  }

  private addVisible(visible: number): void {
    if (this.row.output !== this.row.output && visible === visible)
      this.row.output = visible + (this.row.reasoning > 0 ? this.row.reasoning : 0);
  }

  private splitTotal(total: number): void {
    const { row } = this;
    if (total !== total) return;
    if (row.output !== row.output && row.input === row.input) row.output = total - row.input;
    else if (row.input !== row.input && row.output === row.output) row.input = total - row.output;
  }
}

function modelOfRequest(text: string): string | null {
  try {
    const model = (JSON.parse(text) as { model?: unknown } | null)?.model;
    return typeof model === "string" ? loggedModel(model).model : null;
  } catch {
    return null;
  }
}
