/** What a number may be. Both ends inclusive unless `above`, which is exclusive. */
export interface NumberRule {
  readonly above?: number;
  readonly min?: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Why the ends are where they are, where that is not plain. */
  readonly because?: string;
}

export const LARGEST = 1e12;
const ABOVE_ZERO = { above: 0, max: LARGEST } as const;
const FROM_ZERO = { min: 0, max: LARGEST } as const;

/** A log-normal with mean 1 has its largest p95, e^(z²/2) = 3.868 with z = 1.645, at sigma = z: z·sigma − sigma²/2 is largest there. */
const P95_TO_MEAN = {
  min: 1,
  max: 3.868,
  because: "no log-normal has a p95 above 3.868 times its mean; heavier sizes come from real data",
} as const;

/** The one table of what each numeric field accepts: the hand check, the schema, the link and the editor all read it. */
export const NUMBERS = {
  requests: ABOVE_ZERO,
  peakToMean: { min: 1, max: 1000 },
  inputTokens: FROM_ZERO,
  cachedInputTokens: FROM_ZERO,
  cacheWriteTokens: FROM_ZERO,
  visibleOutputTokens: FROM_ZERO,
  reasoningTokens: FROM_ZERO,
  maxCompletionTokens: { above: 0, max: LARGEST, integer: true },
  retryShare: { min: 0, max: 10 },
  rpmWindowSeconds: { min: 1, max: 60, integer: true },
  batchTurnaroundHours: { min: 1, max: 24 },
  rpm: ABOVE_ZERO,
  tpm: ABOVE_ZERO,
  batchQueueTokens: ABOVE_ZERO,
  rpd: ABOVE_ZERO,
  tpd: ABOVE_ZERO,
  contextWindow: ABOVE_ZERO,
  maxOutputTokens: ABOVE_ZERO,
  inputP95ToMean: P95_TO_MEAN,
  visibleOutputP95ToMean: P95_TO_MEAN,
  reasoningP95ToMean: P95_TO_MEAN,
  firstTokenMs: { min: 0, max: 600_000, integer: true },
  tokensPerSecond: { above: 0, max: 100_000 },
  seed: { min: 0, max: 4_294_967_295, integer: true },
  horizonMinutes: { min: 1, max: 43_200, integer: true },
  total: { min: 1, max: LARGEST, integer: true },
  deadlineHours: { above: 0, max: 87_600 },
  liveShare: { min: 0, max: 0.99 },
} as const satisfies Record<string, NumberRule>;
export type NumberField = keyof typeof NUMBERS;

/** Text lengths in code points. */
export const LENGTHS = { title: 80, name: 60 } as const;
export const MOST_WORKLOADS = 20;
export const MOST_OVERRIDES = 20;
/** What a custom model may be called. */
export const MODEL_ID = /^[a-z0-9][a-z0-9._-]{0,39}$/;

export const WORKLOAD_DEFAULTS = {
  name: "",
  serviceTier: "standard",
  peakToMean: 1,
  cachedInputTokens: 0,
  visibleOutputTokens: 0,
  reasoningTokens: 0,
  retryShare: 0,
} as const;

/** All defaults of version 1 but `asOf`, whose default is the catalogue's `checkedOn`. Frozen. */
export const SCENARIO_DEFAULTS = {
  title: "",
  usageTier: 1,
  tokenAccounting: "prompt-plus-cap",
  rpmWindowSeconds: 60,
  batchTurnaroundHours: 24,
  modelOverrides: [],
} as const;

/** What the fields of time are where they are absent, and so what they never are where they are given. Frozen. */
export const TIME_DEFAULTS = {
  policy: "queue",
  seed: 1,
  horizonMinutes: 1440,
  shape: "flat",
  arrivals: "poisson",
  sizes: "fixed",
  inputP95ToMean: 1,
  visibleOutputP95ToMean: 1,
  reasoningP95ToMean: 1,
} as const;

/** What every field is that is left out where it has its default. Frozen. */
export const ABSENT_DEFAULTS = { ...TIME_DEFAULTS, cacheWriteTokens: 0 } as const;

/** The fields of a user's own price in canonical order: input and output are needed, each of the others is absent where there is no such price. */
export const PRICE_FIELDS = [
  "input",
  "cachedInput",
  "output",
  "batchInput",
  "batchOutput",
  "batchCachedInput",
  "cacheWrite",
  "flexInput",
  "flexCachedInput",
  "flexOutput",
  "priorityInput",
  "priorityCachedInput",
  "priorityOutput",
] as const;

/** Prices that come together or not at all. */
export const PRICE_PAIRS = [
  ["flexInput", "flexOutput"],
  ["priorityInput", "priorityOutput"],
] as const;

/** Frozen. */
export const BACKLOG_DEFAULTS = {
  cachedInputTokens: 0,
  visibleOutputTokens: 0,
  reasoningTokens: 0,
  deadlineHours: 72,
  liveShare: 0.5,
} as const;

/** Whether a double is the nearest one to some number of at most three decimals. */
export function hasThreeDecimalsAtMost(value: number): boolean {
  return Math.round(value * 1000) / 1000 === value;
}

/** Whether the number is one the rule accepts: finite, at most three decimals, within its ends. */
export function accepts(rule: NumberRule, value: number): boolean {
  return (
    Number.isFinite(value) &&
    value <= rule.max &&
    (rule.above === undefined || value > rule.above) &&
    (rule.min === undefined || value >= rule.min) &&
    (rule.integer ? Number.isInteger(value) : hasThreeDecimalsAtMost(value))
  );
}

const plain = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** What the rule accepts, as the end of a sentence: `a whole number from 1 to 60`. */
export function describeRule(rule: NumberRule): string {
  const kind = rule.integer ? "a whole number" : "a number";
  const ends =
    rule.above === undefined
      ? `from ${plain(rule.min!)} to ${plain(rule.max)}`
      : `above ${plain(rule.above)}, at most ${plain(rule.max)}`;
  return `${kind} ${ends}${rule.integer ? "" : ", with at most three decimals"}${rule.because ? `: ${rule.because}` : ""}`;
}

/** What a decimal string may be, as the end of a sentence. */
export const DECIMAL_ACCEPTED =
  'a decimal string such as "1.10", at most 1,000,000,000,000, with at most 12 decimals and 16 digits';

/** Whether `text` is `YYYY-MM-DD` and a day the calendar has. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [+match[1]!, +match[2]!, +match[3]!];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** Whether the text holds half of a surrogate pair, which no URL can carry. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/** Length in code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
