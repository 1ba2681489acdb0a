import { objectOf, type Json } from "../log/values";
import { RowDraft } from "../tally/row-draft";
import type { UsageTally } from "../tally/tally";

const MOST_HELD = 20_000;
const MOST_LINKS = 200_000;
const DEEPEST = 100;
const REPEATS = "a span whose counts are the sum of its children’s, which are counted";

interface Tokens {
  input: number;
  output: number;
}

const textIn = (span: Json, names: readonly string[]): string | null => {
  for (const name of names) if (typeof span[name] === "string" && span[name] !== "") return span[name];
  return null;
};

/**
 * Tells spans of agents from calls where no operation names them: one whose counts are those of the calls below it
 * repeats them. Such spans are held until all are read; what there is no room for is counted as it comes.
 */
export class AgentSpans {
  private readonly parents = new Map<string, string>();
  private readonly below = new Map<string, Tokens>();
  private readonly held: { readonly id: string; readonly row: RowDraft }[] = [];

  constructor(private readonly tally: UsageTally) {}

  /**
   * Keeps where a span stands, and the tokens of one that is a call; holds a row that may repeat its children. Returns
   * whether it is held.
   */
  see(span: Json, row: RowDraft | null, isNamed: boolean): boolean {
    const context = objectOf(span["context"]) ?? {};
    const id = textIn(span, ["spanId", "span_id", "SpanId"]) ?? textIn(context, ["span_id", "spanId"]);
    const parent = textIn(span, ["parentSpanId", "parent_span_id", "ParentSpanId", "parent_id"]);
    if (id !== null && parent !== null && this.parents.size < MOST_LINKS) this.parents.set(id, parent);
    if (!row) return false;
    if (!isNamed && id !== null && this.held.length < MOST_HELD) {
      this.held.push({ id, row: Object.assign(new RowDraft(), row) });
      return true;
    }
    if (parent !== null) this.addTo(parent, row);
    return false;
  }

  private addTo(parent: string, { input, output }: RowDraft): void {
    const sum = this.below.get(parent) ?? { input: 0, output: 0 };
    if (!this.below.has(parent) && this.below.size >= MOST_LINKS) return;
    sum.input += input || 0;
    sum.output += output || 0;
    this.below.set(parent, sum);
  }

  /** Counts what was held, but what repeats its children. */
  end(): void {
    const { held, parents } = this;
    // A held span is a call to those above it unless it repeats others, so that those below are settled first.
    const depth = (id: string) => {
      let steps = 0;
      for (let at = parents.get(id); at !== undefined && steps < DEEPEST; at = parents.get(at)) steps++;
      return steps;
    };
    const deepest = held.map((one, place) => ({ ...one, place, depth: depth(one.id) }));
    deepest.sort((a, b) => b.depth - a.depth);
    const sums = new Map<string, Tokens>(held.map(({ id }) => [id, { input: 0, output: 0 }]));
    for (const [parent, tokens] of this.below) this.spread(parent, tokens, sums);
    const repeats = new Set<number>();
    for (const { id, row, place } of deepest) {
      const own = { input: row.input || 0, output: row.output || 0 };
      const sum = sums.get(id)!;
      if (sum.input + sum.output > 0 && sum.input === own.input && sum.output === own.output) repeats.add(place);
      else this.spread(parents.get(id), own, sums);
    }
    for (const [place, { row }] of held.entries()) {
      if (repeats.has(place)) this.tally.skip(REPEATS);
      else this.tally.add(row, true);
    }
  }

  /** Adds tokens to all spans from one upward, through those of tools. */
  private spread(from: string | undefined, { input, output }: Tokens, sums: ReadonlyMap<string, Tokens>): void {
    let at = from;
    for (let steps = 0; at !== undefined && steps < DEEPEST; steps++) {
      const sum = sums.get(at);
      if (sum) {
        sum.input += input;
        sum.output += output;
      }
      at = this.parents.get(at);
    }
  }
}
