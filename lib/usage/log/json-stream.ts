import type { UsageTally } from "../tally/tally";
import { textOf } from "./bytes";
import { MOST_ROW_BYTES, OTHER_ENCODING, OVERLONG } from "./limits";

const [LF, QUOTE, BACKSLASH, COMMA, COLON] = [10, 34, 92, 44, 58];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
const ENDS = new Set([COMMA, LF, OPEN_OBJECT, OPEN_LIST, CLOSE_LIST]);

/**
 * Lists of rows by the name they have in the objects around them: pages, traces, spans. The elements of some
 * hold such lists again.
 */
export const LISTS: ReadonlyMap<string, boolean> = new Map([
  ...["data", "requests", "observations", "generations", "spans", "logs", "rows", "items", "records", "events"].map(
    (name) => [name, false] as const,
  ),
  ...["resourceSpans", "resource_spans", "scopeSpans", "scope_spans", "instrumentationLibrarySpans"].map(
    (name) => [name, true] as const,
  ),
]);

/**
 * What is open around the value being read: a list whose elements are handed on, or an object around such a
 * list.
 */
type Around = { readonly list: true; readonly holds: boolean } | { readonly list: false; readonly rest: string };

/**
 * Reads any JSON, several values too, and hands on each row of the lists in it as soon as it is whole, so
 * that no list is ever kept.
 */
export class JsonStreamReader {
  private buffer = new Uint8Array(1 << 17);
  private size = 0;
  private at = 0;
  /** First byte of the value being read, -1 between values. */
  private start = -1;
  private depth = 0;
  private inString = false;
  /** The quotes around the last string of the value. */
  private stringStart = 0;
  private stringEnd = 0;
  private afterColon = false;
  private overlong = false;
  private passing = false;
  private readonly around: Around[] = [];

  constructor(
    private readonly tally: UsageTally,
    private readonly take: (value: unknown) => void,
  ) {}

  push(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.buffer.set(bytes, this.size);
    this.size += bytes.length;
    this.scan();
    if (this.start >= 0 && this.size - this.start > MOST_ROW_BYTES) {
      this.overlong = true;
      this.start = this.size;
    }
  }

  /** Moves what is still needed to the front. */
  private makeRoom(more: number): void {
    const from = this.start >= 0 ? this.start : this.at;
    if (from > 0) this.buffer.copyWithin(0, from, this.size);
    this.size -= from;
    this.at -= from;
    this.stringStart -= from;
    this.stringEnd -= from;
    if (this.start >= 0) this.start = 0;
    if (this.size + more <= this.buffer.length) return;
    const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.size + more));
    grown.set(this.buffer.subarray(0, this.size));
    this.buffer = grown;
  }

  private scan(): void {
    while (this.at < this.size) {
      if (this.start < 0) this.scanBetween();
      else if (this.inString) this.scanString();
      else this.scanValue();
    }
  }

  private scanBetween(): void {
    if (this.passing) return this.passOver();
    const byte = this.buffer[this.at]!;
    const around = this.around.at(-1);
    if (byte === OPEN_OBJECT) {
      this.start = this.at++;
      this.depth = 1;
      this.afterColon = false;
    } else if (byte === OPEN_LIST) {
      this.around.push({ list: true, holds: !around || (around.list && around.holds) });
      this.at++;
    } else if (byte === CLOSE_LIST && around) {
      this.around.pop();
      this.at++;
      const outer = this.around.at(-1);
      if (outer && !outer.list) {
        // Back in the object around the list.
        this.start = this.at;
        this.depth = 1;
      }
    } else if (byte === COMMA || byte <= 32) this.at++;
    else if (byte === QUOTE) {
      this.start = this.stringStart = this.at++;
      this.depth = 0;
      this.inString = true;
    } else {
      this.tally.skip("it is no JSON object");
      this.passing = true;
      this.at++;
    }
  }

  /** A bare number or word, or what is no JSON at all: to the next sign that may begin or end a value. */
  private passOver(): void {
    while (this.at < this.size && !ENDS.has(this.buffer[this.at]!)) this.at++;
    if (this.at < this.size) this.passing = false;
  }

  private scanString(): void {
    const { buffer, size } = this;
    let at = this.at;
    while (at < size) {
      const byte = buffer[at]!;
      if (byte === BACKSLASH) at += 2;
      else if (byte === QUOTE) {
        this.inString = false;
        this.at = at + 1;
        this.stringEnd = at;
        if (this.depth === 0) this.endValue();
        return;
      } else at++;
    }
    this.at = at;
  }

  private scanValue(): void {
    const { buffer, size } = this;
    let { at, depth } = this;
    for (; at < size; at++) {
      const byte = buffer[at]!;
      if (byte === QUOTE) {
        this.inString = true;
        this.stringStart = at++;
        break;
      }
      if (byte === COLON) this.afterColon = true;
      else if (byte === COMMA) this.afterColon = false;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (depth === 1 && byte === OPEN_LIST && this.afterColon && this.mayHold()) {
          const holds = LISTS.get(this.key());
          // eslint-disable-next-line max-depth -- the scan of bytes, in one loop
          if (holds !== undefined) {
            this.at = at + 1;
            this.enterList(holds);
            return;
          }
        }
        depth++;
        this.afterColon = false;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (--depth === 0) {
          this.at = at + 1;
          this.depth = 0;
          this.endValue();
          return;
        }
      }
    }
    this.at = at;
    this.depth = depth;
  }

  /** Whether the object being read may be one around a list of rows. */
  private mayHold(): boolean {
    const around = this.around.at(-1);
    return !around || !around.list || around.holds;
  }

  /** The name before the value that begins; a value of many bytes may have passed it by. */
  private key(): string {
    const size = this.stringEnd - this.stringStart;
    return this.overlong || size < 1 || size > 40 ? "" : this.textOf(this.stringStart + 1, this.stringEnd);
  }

  private enterList(holds: boolean): void {
    const outer = this.around.at(-1);
    const before = this.overlong ? "" : this.textOf(this.start, this.at);
    if (outer && !outer.list)
      this.around[this.around.length - 1] = { list: false, rest: `${outer.rest}]${before}`.slice(0, 65_536) };
    else this.around.push({ list: false, rest: before.slice(0, 65_536) });
    this.around.push({ list: true, holds });
    this.overlong = false;
    this.start = -1;
  }

  private endValue(): void {
    const outer = this.around.at(-1);
    const text = this.overlong ? null : this.textOf(this.start, this.at);
    this.start = -1;
    this.overlong = false;
    if (outer && !outer.list) {
      this.around.pop();
      this.takeRest(outer.rest + `]${text ?? ""}`);
      return;
    }
    if (text === null) return this.tally.skip(OVERLONG);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return this.tally.skip("it is not valid JSON");
    }
    this.take(value);
  }

  /** What stands around a list may itself tell usage. */
  private takeRest(text: string): void {
    if (!text.includes('"usage"') && !text.includes('"has_more"')) return;
    try {
      this.take(JSON.parse(text));
    } catch {
      // The rows of the list were read; what is around them is not needed.
    }
  }

  private textOf(from: number, to: number): string {
    return textOf(this.buffer.subarray(from, to), () => this.tally.remark(OTHER_ENCODING));
  }

  end(): void {
    if (this.start < 0 && this.around.length === 0) return;
    this.tally.remark("The file is cut off before its end.");
    const outer = this.around.at(-1);
    if (this.start >= 0 && (!outer || outer.list)) this.tally.skip("it is cut off");
  }
}
