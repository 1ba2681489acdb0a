/**
 * What stands for fields that are absent. `implied`: of fields that a scenario never holds at this value. Frozen: they
 * are part of version 1 of the link. The default of `asOf` moves with the catalogue and is not among them.
 */
export const DEFAULTS = {
  scenario: {
    title: "",
    usageTier: 1,
    tokenAccounting: "prompt-plus-cap",
    rpmWindowSeconds: 60,
    batchTurnaroundHours: 24,
    modelOverrides: [],
  },
  workload: {
    name: "",
    serviceTier: "standard",
    peakToMean: 1,
    cachedInputTokens: 0,
    visibleOutputTokens: 0,
    reasoningTokens: 0,
    retryShare: 0,
  },
  backlog: {
    cachedInputTokens: 0,
    visibleOutputTokens: 0,
    reasoningTokens: 0,
    deadlineHours: 72,
    liveShare: 0.5,
  },
  implied: {
    policy: "queue",
    seed: 1,
    horizonMinutes: 1440,
    regional: false,
    cacheWriteTokens: 0,
    cacheLifetime: "default",
    webSearchCalls: 0,
    fileSearchCalls: 0,
    shape: "flat",
    arrivals: "poisson",
    sizes: "fixed",
    inputP95ToMean: 1,
    visibleOutputP95ToMean: 1,
    reasoningP95ToMean: 1,
    enqueuedRequests: 1_000_000,
    tierFollows: false,
  },
} as const;
