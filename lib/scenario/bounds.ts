import { LARGEST, type NumberRule } from "@/lib/fields";

/**
 * The most code points of a text, the most items of a list, and the most characters of a variant’s changes as JSON,
 * within which every link can be sent.
 */
export const MOST = { title: 80, name: 60, workloads: 20, modelOverrides: 20, variants: 4, changes: 4000 } as const;

const aboveZero = { above: 0, max: LARGEST } as const;
const fromZero = { min: 0, max: LARGEST } as const;

/**
 * A log-normal with mean 1 has its largest p95, e^(z²/2) = 3.868 with z = 1.645, at sigma = z: z·sigma − sigma²/2 is
 * largest there.
 */
const p95ToMean = {
  min: 1,
  max: 3.868,
  because: "no log-normal has a p95 above 3.868 times its mean; heavier sizes come from real data",
} as const;

/** The rule of every number of a scenario, by field: a field of two objects has one rule. */
export const NUMBERS = {
  rpmWindowSeconds: { min: 1, max: 60, integer: true },
  batchTurnaroundHours: { min: 1, max: 24 },
  seed: { min: 0, max: 4_294_967_295, integer: true },
  horizonMinutes: { min: 1, max: 43_200, integer: true },
  requests: aboveZero,
  peakToMean: { min: 1, max: 1000 },
  inputTokens: fromZero,
  cachedInputTokens: fromZero,
  cacheWriteTokens: fromZero,
  visibleOutputTokens: fromZero,
  reasoningTokens: fromZero,
  maxCompletionTokens: { above: 0, max: LARGEST, integer: true },
  retryShare: { min: 0, max: 10 },
  webSearchCalls: fromZero,
  fileSearchCalls: fromZero,
  inputP95ToMean: p95ToMean,
  visibleOutputP95ToMean: p95ToMean,
  reasoningP95ToMean: p95ToMean,
  firstTokenMs: { min: 0, max: 600_000, integer: true },
  tokensPerSecond: { above: 0, max: 100_000 },
  total: { min: 1, max: LARGEST, integer: true },
  deadlineHours: { above: 0, max: 87_600 },
  enqueuedRequests: { min: 1, max: LARGEST, integer: true },
  liveShare: { min: 0, max: 0.99 },
  contextWindow: aboveZero,
  maxOutputTokens: aboveZero,
  percentPerMonth: { min: -90, max: 300 },
  months: { min: 1, max: 36, integer: true },
  rpm: aboveZero,
  tpm: aboveZero,
  batchQueueTokens: aboveZero,
  rpd: aboveZero,
  tpd: aboveZero,
} as const satisfies Readonly<Record<string, NumberRule>>;
/** A field that holds a number, of any object of a scenario. */
export type NumberField = keyof typeof NUMBERS;
