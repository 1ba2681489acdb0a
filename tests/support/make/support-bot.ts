/** A support bot on gpt-5.6-terra, as checked input of a workload. */
export const SUPPORT_BOT = {
  name: "Support bot",
  model: "gpt-5.6-terra",
  requests: 40,
  per: "minute",
  peakToMean: 3,
  inputTokens: 2200,
  cachedInputTokens: 1500,
  visibleOutputTokens: 350,
  reasoningTokens: 600,
  maxCompletionTokens: 4000,
};

/** The same before any log: five of its means are ranges. */
export const UNSURE_BOT = {
  ...SUPPORT_BOT,
  ranges: {
    requests: [32, 50],
    peakToMean: [2, 9],
    cachedInputTokens: [1000, 1700],
    visibleOutputTokens: [280, 450],
    reasoningTokens: [300, 2000],
  },
};
