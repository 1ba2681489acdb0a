import { CHECKED_ON } from "@/lib/catalogue";
import { Random } from "@/lib/random";

const SEED = 4;
const DAYS = 7;
const DAY_S = 86_400;
/** Requests of an hour at the middle of the day. */
const BUSIEST = 90;

interface ExampleKind {
  readonly model: string;
  readonly share: number;
  readonly input: number;
  readonly output: number;
  readonly reasoning: number;
}

const KINDS: readonly ExampleKind[] = [
  { model: "o3-mini-2025-01-31", share: 0.8, input: 1400, output: 220, reasoning: 640 },
  { model: "o1-2024-12-17", share: 0.2, input: 2600, output: 400, reasoning: 1500 },
];

/** About log-normal around 1: sums of chances come close enough for an example. */
const spread = (random: Random) => Math.exp((random.unit() + random.unit() + random.unit() - 1.5) * 1.1);

/**
 * A made-up log, the same each time: a week of chat completions from two models, busy by day and quiet by
 * night. Made here, so that nothing is fetched.
 */
export function exampleLog(): { readonly blob: Blob; readonly name: string } {
  const random = new Random(SEED);
  const midnight = Math.floor(Date.parse(CHECKED_ON) / 1000) - 60 * DAY_S;
  const lines: string[] = [];
  for (let hour = 0; hour < DAYS * 24; hour++) {
    const ofDay = hour % 24;
    const busy = Math.max(0.04, Math.sin(((ofDay - 6) / 14) * Math.PI)) * (hour >= 5 * 24 ? 0.4 : 1);
    const count = Math.round(BUSIEST * busy * (0.8 + 0.4 * random.unit()));
    const starts = Array.from({ length: count }, () =>
      Math.floor(random.unit() ** (random.unit() < 0.1 ? 4 : 1) * 3600),
    ).sort((a, b) => a - b);
    for (const start of starts) {
      const kind = random.unit() < KINDS[0]!.share ? KINDS[0]! : KINDS[1]!;
      const input = Math.round(kind.input * spread(random));
      const reasoning = 64 * Math.round((kind.reasoning * spread(random)) / 64);
      const output = Math.round(kind.output * spread(random)) + reasoning;
      const cached = input >= 1152 && random.unit() < 0.5 ? 1024 : 0;
      lines.push(
        JSON.stringify({
          id: `chatcmpl-${lines.length + 1}`,
          object: "chat.completion",
          created: midnight + hour * 3600 + start,
          model: kind.model,
          usage: {
            prompt_tokens: input,
            completion_tokens: output,
            total_tokens: input + output,
            prompt_tokens_details: { cached_tokens: cached },
            completion_tokens_details: { reasoning_tokens: reasoning },
          },
        }),
      );
    }
  }
  return { blob: new Blob([lines.join("\n")]), name: "an example week" };
}
