import { describe, expect, it } from "vitest";
import { Random } from "@/lib/random";
import { parsePasted, type PastedCounts } from "@/lib/usage";

// Texts as people write them: labels in any order and any words, units, totals, several lines, noise around them. What
// is read of them is right, or it is refused: never a number that is not in the text for that field.

type Field = "input" | "cached" | "written" | "output" | "reasoning" | "total";
const TEXTS = 200;

const LABELS: Readonly<Record<Field, readonly string[]>> = {
  input: [
    "input",
    "Input tokens",
    "prompt_tokens",
    "prompt",
    "inputTokens",
    "Prompt Tokens",
    "total input tokens",
    "in",
  ],
  cached: [
    "cached",
    "Cached input tokens",
    "prompt tokens cached",
    "cache read tokens",
    "cachedInputTokens",
    "cache hits",
  ],
  written: ["cache write", "cache_write_tokens", "Cache creation input tokens", "written to cache"],
  output: ["output", "Output tokens", "completion_tokens", "completion", "outputTokens", "generated tokens", "out"],
  reasoning: ["reasoning", "Reasoning tokens", "reasoning_output_tokens", "thinking tokens"],
  total: ["total", "Total tokens", "total_tokens", "Tokens used"],
};
const NOISE = [
  "model gpt-5.6-terra",
  "latency 840 ms",
  "cost $0.0123",
  "took 3.2 s",
  "at 2026-11-02 10:15:03",
  "HTTP 200",
  "request id req_8812",
  "max output tokens: 4096",
  "in 28 ms",
  "run 7 of 12",
  "temperature 0.2",
  "Usage",
  "---",
  "rate 1,200 tokens per minute",
  "context window 400000",
];

class Writer {
  constructor(private readonly random: Random) {}

  below = (count: number) => Math.floor(this.random.unit() * count);
  pick = <T>(list: readonly T[]): T => list[this.below(list.length)]!;
  chance = (share: number) => this.random.unit() < share;

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.map(() => left.splice(this.below(left.length), 1)[0]!);
  }

  counts(): Readonly<Partial<Record<Field, number>>> {
    const input = 10 + this.below(this.pick([500, 20_000, 3_000_000]));
    const cached = this.below(input + 1);
    const written = this.below(input - cached + 1);
    const output = 1 + this.below(this.pick([100, 9_000]));
    const reasoning = this.below(output + 1);
    const all = { input, cached, written, output, reasoning, total: input + output };
    const wanted = new Set<string>(["input", "output", ...this.shuffled(Object.keys(all)).slice(0, this.below(5))]);
    return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
  }

  number(value: number): string {
    if (value >= 1000 && value % 100 === 0 && this.chance(0.5)) return `${value / 1000}k`;
    const text = this.chance(0.5) ? value.toLocaleString("en-US") : String(value);
    return this.chance(0.15) ? `${text} tokens` : text;
  }

  /** One count with its label, in one of the orders that people use. */
  phrase(field: Field, value: number, before: boolean): string {
    const label = this.pick(LABELS[field]);
    const number = this.number(value);
    if (before) return `${label}${this.pick([": ", "=", " = ", " ", ":\t", " ..... "])}${number}`;
    return `${number} ${label}`;
  }

  text(counts: Readonly<Partial<Record<Field, number>>>): string {
    const before = this.chance(0.6);
    const mixed = this.chance(0.1);
    const phrases = (Object.entries(counts) as [Field, number][]).map(([field, value]) =>
      this.phrase(field, value, mixed ? this.chance(0.5) : before),
    );
    const noise = Array.from({ length: this.below(4) }, () => this.pick(NOISE));
    const joint = this.pick(["\n", "\n", "\n- ", ", ", "; ", " | ", " / ", " and ", "  "]);
    const all = this.shuffled([...phrases, ...noise]);
    return all.join(joint);
  }
}

/** What is said under a field; a text that says nothing of it is never read to. */
function isRight(read: PastedCounts, given: Readonly<Partial<Record<Field, number>>>): boolean {
  return Object.entries(read).every(([field, value]) => given[field as Field] === value);
}

describe("invented texts", () => {
  const writer = new Writer(new Random(20_261_127));
  const read: string[] = [];
  const cases = Array.from({ length: TEXTS }, () => {
    const counts = writer.counts();
    return { counts, text: writer.text(counts) };
  });

  it.each(cases)("$text", ({ counts, text }) => {
    const pasted = parsePasted(text);
    if (pasted === null || typeof pasted === "string") return;
    expect(isRight(pasted.counts, counts), `${JSON.stringify(pasted.counts)} of ${text}`).toBe(true);
    if (Object.keys(pasted.counts).length === Object.keys(counts).length) read.push(text);
  });

  it("are read whole, most of them", () => expect(read.length).toBeGreaterThan(TEXTS * 0.6));
});
