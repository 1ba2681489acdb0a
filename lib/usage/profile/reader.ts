import { textOf } from "../log/bytes";
import { readProfile } from "./profile";
import type { UsageReport } from "../report";

/** A profile of 200 models over ten years is smaller; what comes behind is not read. */
const MOST_BYTES = 64 * 2 ** 20;

/** Takes the bytes of a profile as they come; `report` reads them after the last. */
export class ProfileReader {
  readonly format = "Headroom profile";
  readonly columns = null;
  private readonly pieces: Uint8Array[] = [];
  private size = 0;
  report: UsageReport | null = null;

  push(bytes: Uint8Array): void {
    const piece = bytes.slice(0, MOST_BYTES - this.size);
    this.size += piece.length;
    this.pieces.push(piece);
  }

  end(): void {
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    this.report = readProfile(textOf(whole, () => undefined));
  }
}
