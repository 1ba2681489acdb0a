import { usageCounts } from "./log/usage-object";
import { objectOf } from "./log/values";

/** Mean tokens of a request as a pasted text gives them; what it does not say is absent. */
export interface Usage {
  readonly inputTokens?: number;
  readonly cachedInputTokens?: number;
  readonly visibleOutputTokens?: number;
  readonly reasoningTokens?: number;
}

const LARGEST = 1e12;
const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= LARGEST;
/** A person’s text may hold other numbers in quotes: only a bare number is a count. */
const countIn = (value: unknown) => (typeof value === "number" && isCount(value) ? value : NaN);
const known = (count: number) => (count === count ? count : undefined);

type Counts = Partial<Record<"input" | "cached" | "output" | "reasoning" | "visible", number | undefined>>;

/** Cached tokens are inside input and reasoning inside output: neither is added a second time. */
function join({ input, cached, output, reasoning, visible }: Counts): Usage | null {
  const rest = output === undefined ? visible : Math.max(0, output - (reasoning ?? 0));
  const usage = {
    ...(input !== undefined && { inputTokens: input }),
    ...(input !== undefined && { cachedInputTokens: Math.min(cached ?? 0, input) }),
    ...(rest !== undefined && { visibleOutputTokens: rest }),
    ...((output !== undefined || reasoning !== undefined) && {
      reasoningTokens: output === undefined ? reasoning! : Math.min(reasoning ?? 0, output),
    }),
  };
  return Object.keys(usage).length ? usage : null;
}

/** The first usage object in a parsed JSON text, at most four objects or lists deep. */
function fromJson(value: unknown, depth = 0): Usage | null {
  if (typeof value !== "object" || value === null || depth > 4) return null;
  const { input, cached, output, reasoning } = usageCounts(objectOf(value) ?? {}, countIn);
  const found = join({
    input: known(input),
    cached: known(cached),
    output: known(output),
    reasoning: known(reasoning),
  });
  if (found) return found;
  for (const inner of Object.values(value)) {
    const nested = fromJson(inner, depth + 1);
    if (nested) return nested;
  }
  return null;
}

const WORDS: readonly (readonly [name: "cached" | "reasoning" | "visible" | "input" | "output", words: string])[] = [
  ["cached", "cached(?: input| prompt)?|cache(?: read)?"],
  ["reasoning", "reasoning|thinking"],
  ["visible", "visible(?: output)?"],
  ["input", "input|prompt|in"],
  ["output", "output|completion|out"],
];

function fromWords(text: string): Usage | null {
  const found: Partial<Record<(typeof WORDS)[number][0], number>> = {};
  let rest = text;
  for (const [name, words] of WORDS) {
    const number = "(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?\\s*(k|m)?";
    const match =
      new RegExp(`\\b${number}\\s*(?:tokens?\\s*)?(?:of\\s+)?(?:${words})\\b`, "i").exec(rest) ??
      new RegExp(`\\b(?:${words})(?:[ _]tokens?)?["']?\\s*[:=]?\\s*${number}\\b`, "i").exec(rest);
    if (!match) continue;
    // Thousandths, so that 1.001k is 1,001; a part of a token is no count, and is not rounded to one.
    const value =
      Math.round(
        Number(match[1]!.replace(/,/g, "") + (match[2] ?? "")) *
          (match[3]?.toLowerCase() === "k" ? 1e6 : match[3] ? 1e9 : 1e3),
      ) / 1e3;
    if (!isCount(value)) continue;
    found[name] = value;
    rest = rest.replace(match[0], " ");
  }
  return join(found);
}

/**
 * Reads a pasted `usage` object (chat completions or Responses, alone or inside a whole response), or words
 * such as `1,234 input, 567 output`. `null` where there is no count in it. Reasoning is taken out of output
 * and cached left inside input.
 */
export function parseUsage(text: string): Usage | null {
  const trimmed = text.trim().replace(/,\s*$/, "");
  for (const candidate of [trimmed, `{${trimmed}}`]) {
    try {
      const usage = fromJson(JSON.parse(candidate));
      if (usage) return usage;
    } catch {
      // Not JSON: words, then.
    }
  }
  return fromWords(trimmed);
}
