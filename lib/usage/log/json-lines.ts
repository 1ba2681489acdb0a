import type { UsageTally } from "../tally/tally";
import { textOf } from "./bytes";
import { MOST_ROW_BYTES, OTHER_ENCODING, OVERLONG } from "./limits";

const LF = 10;

/** Reads JSON lines: each line one value, handed on as it was parsed. `jsonOf`: what of a line is JSON. */
export class JsonLinesReader {
  private buffer = new Uint8Array(1 << 17);
  private size = 0;
  private overlong = false;
  /** The number of the last line, blank ones counted. */
  private line = 0;

  constructor(
    private readonly tally: UsageTally,
    private readonly take: (value: unknown, line: number) => void,
    private readonly jsonOf: (line: string) => string = (line) => line,
    private readonly onBroken: (line: number) => void = () => undefined,
  ) {}

  push(bytes: Uint8Array): void {
    const end = bytes.lastIndexOf(LF);
    if (end < 0) return this.keep(bytes);
    let from = 0;
    if (this.size > 0 || this.overlong) {
      from = bytes.indexOf(LF) + 1;
      this.keep(bytes.subarray(0, from - 1));
      this.endKept();
    }
    if (from <= end) this.readBlock(bytes.subarray(from, end));
    this.keep(bytes.subarray(end + 1));
  }

  /** The beginning of a line whose end is still to come. */
  private keep(bytes: Uint8Array): void {
    if (this.overlong || bytes.length === 0) return;
    if (this.size + bytes.length > MOST_ROW_BYTES) {
      this.overlong = true;
      this.size = 0;
      return;
    }
    if (this.size + bytes.length > this.buffer.length) {
      const grown = new Uint8Array(Math.max(this.buffer.length * 2, this.size + bytes.length));
      grown.set(this.buffer.subarray(0, this.size));
      this.buffer = grown;
    }
    this.buffer.set(bytes, this.size);
    this.size += bytes.length;
  }

  private endKept(): void {
    if (this.overlong) this.tally.skip(OVERLONG);
    else this.readLine(this.textOf(this.buffer.subarray(0, this.size)), false);
    this.overlong = false;
    this.size = 0;
  }

  /**
   * Whole lines at once, as decoding each by itself takes longer than parsing it; where one is not UTF-8,
   * each by itself.
   */
  private readBlock(bytes: Uint8Array): void {
    let other = false;
    const text = textOf(bytes, () => (other = true));
    if (other) {
      for (let from = 0; from <= bytes.length;) {
        const found = bytes.indexOf(LF, from);
        const end = found < 0 ? bytes.length : found;
        this.readLine(this.textOf(bytes.subarray(from, end)), false);
        from = end + 1;
      }
      return;
    }
    for (let from = 0; from <= text.length;) {
      const found = text.indexOf("\n", from);
      const end = found < 0 ? text.length : found;
      this.readLine(text.slice(from, end), false);
      from = end + 1;
    }
  }

  private textOf(bytes: Uint8Array): string {
    return textOf(bytes, () => this.tally.remark(OTHER_ENCODING));
  }

  private readLine(line: string, last: boolean): void {
    this.line++;
    let value: unknown;
    try {
      value = JSON.parse(this.jsonOf(line));
    } catch {
      if (this.jsonOf(line).trim() === "") return;
      if (last) this.tally.remark("The file is cut off in the middle of its last line.");
      this.onBroken(this.line);
      return this.tally.skip("it is not valid JSON");
    }
    this.take(value, this.line);
  }

  end(): void {
    if (this.overlong) this.tally.skip(OVERLONG);
    else if (this.size > 0) this.readLine(this.textOf(this.buffer.subarray(0, this.size)), true);
  }
}
