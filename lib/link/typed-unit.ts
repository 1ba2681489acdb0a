import type { NumberField } from "@/lib/scenario";

/** The value of a typed text, read whole; or why it cannot be read, as a sentence without its full stop. */
export type Typed<T> = { readonly value: T } | { readonly error: string };

/** The words that may stand behind a number, by what it counts. */
const WORDS = {
  usd: /usd|dollars?/,
  tokens: /tokens?|toks?/,
  requests: /requests?|reqs?|calls?/,
  times: /×|x|times/,
  retries: /×|x|times|retr(?:y|ies)(?: per request)?|per request|%|percent/,
  calls: /calls?(?: (?:a|per) request)?/,
  percent: /%|percent/,
  growth: /(?:%|percent)(?: ?(?:a|per|\/) ?(?:month|mo))?/,
  milliseconds: /ms|milliseconds?/,
  seconds: /s|secs?|seconds?/,
  minutes: /min|minutes?/,
  hours: /h|hrs?|hours?/,
  months: /months?|mo/,
  "tokens-per-second": /tokens?(?:\/s| (?:a|per) second)|t\/s|tps/,
  rpm: /rpm|requests?(?: (?:a|per) minute|\/min)/,
  tpm: /tpm|tokens?(?: (?:a|per) minute|\/min)/,
  rpd: /rpd|requests?(?: (?:a|per) day|\/day)/,
  tpd: /tpd|tokens?(?: (?:a|per) day|\/day)/,
  none: /(?!)/,
} as const;
/** What a typed number counts. */
export type TypedUnit = keyof typeof WORDS;

/** What the number of a field counts. */
export const UNITS: Readonly<Record<NumberField, TypedUnit>> = {
  rpmWindowSeconds: "seconds",
  batchTurnaroundHours: "hours",
  seed: "none",
  horizonMinutes: "minutes",
  requests: "requests",
  peakToMean: "times",
  inputTokens: "tokens",
  cachedInputTokens: "tokens",
  cacheWriteTokens: "tokens",
  visibleOutputTokens: "tokens",
  reasoningTokens: "tokens",
  maxCompletionTokens: "tokens",
  retryShare: "retries",
  webSearchCalls: "calls",
  fileSearchCalls: "calls",
  inputP95ToMean: "times",
  visibleOutputP95ToMean: "times",
  reasoningP95ToMean: "times",
  firstTokenMs: "milliseconds",
  tokensPerSecond: "tokens-per-second",
  total: "requests",
  deadlineHours: "hours",
  enqueuedRequests: "requests",
  liveShare: "percent",
  percentPerMonth: "growth",
  months: "months",
  contextWindow: "tokens",
  maxOutputTokens: "tokens",
  rpm: "rpm",
  tpm: "tpm",
  batchQueueTokens: "tokens",
  rpd: "rpd",
  tpd: "tpd",
};

const foreign = (said: string, what: string) => ({ error: `“${said}” is ${what}` });
const ENDS = new Map<TypedUnit, RegExp>();

/** The words of a unit at the end of a text, whatever their case; each pattern is made once. */
function endOf(unit: TypedUnit): RegExp {
  const made = ENDS.get(unit) ?? new RegExp(`\\s*(?<![a-z])(?:${WORDS[unit].source})$`, "i");
  ENDS.set(unit, made);
  return made;
}

/**
 * A typed text without the words of its unit; `hundredths`: what is left counts hundredths. A sign of another
 * unit, such as `$` before a number of tokens, is refused by name.
 */
export function takeUnit(
  said: string,
  unit: TypedUnit,
): Typed<{ readonly bare: string; readonly hundredths: boolean }> {
  const isPercent = /(?:%|percent)$/i.test(said);
  if (isPercent && !["percent", "growth", "retries"].includes(unit)) return foreign(said, "a percentage");
  if (/[€£¥]/.test(said)) return foreign(said, unit === "usd" ? "not in US dollars" : "an amount of money");
  if (unit !== "usd" && /^\$|\busd$/i.test(said)) return foreign(said, "an amount of money");
  const bare = (unit === "usd" ? said.replace(/^\$\s*/, "") : said).replace(endOf(unit), "");
  return { value: { bare, hundredths: isPercent && unit === "retries" } };
}
