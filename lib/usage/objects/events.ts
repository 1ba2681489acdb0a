import { objectOf, type Json } from "../log/values";
import type { UsageTally } from "../tally/tally";

const FIELD = /^(?:data|event|id|retry):|^:/;

/** Whether a text that begins so is a stream of server-sent events. */
export const isEventStream = (lines: readonly string[]): boolean =>
  lines.length > 0 &&
  lines.slice(0, 20).every((line) => FIELD.test(line)) &&
  lines.some((line) => /^data:\s*[{[]/.test(line));

/** The JSON of a line of a stream; empty for lines that carry none. */
export function eventOf(line: string): string {
  const data = line.startsWith("data:") ? line.slice(5).trim() : "";
  return data === "[DONE]" ? "" : data;
}

/** Hands on one event for each answer of a stream, the last that tells its usage: usage grows from event to event. */
export class EventRows {
  private last: Json | null = null;
  private id: unknown = null;
  private answers = 0;

  constructor(
    private readonly tally: UsageTally,
    private readonly take: (value: unknown) => void,
  ) {}

  readonly read = (value: unknown): void => {
    const event = objectOf(value);
    if (!event) return;
    const answer = objectOf(event["response"]) ?? event;
    if (!objectOf(answer["usage"])) {
      if (objectOf(event["error"])) this.take(event);
      return;
    }
    if (this.last && answer["id"] !== this.id) this.handOn();
    this.last = event;
    this.id = answer["id"];
  };

  private handOn(): void {
    if (this.last) {
      this.answers++;
      this.take(this.last);
    }
    this.last = null;
  }

  end(): void {
    this.handOn();
    if (this.answers === 0)
      this.tally.remark("The stream tells no usage; it does when asked with stream_options: {include_usage: true}.");
  }
}
