import { workload } from "./new-workload";

/**
 * Workloads to start from, on models on sale. Their sizes are of the order of such work, for a user to replace by their
 * own; the rule `starting-sizes` says what is known of real ones.
 */
export const PRESET = {
  chat: workload({
    name: "Support chat",
    model: "gpt-5.6-luna",
    requests: 20,
    per: "minute",
    peakToMean: 3,
    inputTokens: 1800,
    cachedInputTokens: 1200,
    visibleOutputTokens: 250,
    reasoningTokens: 150,
    maxCompletionTokens: 2000,
  }),
  extraction: workload({
    name: "Extraction",
    model: "gpt-6.1-terra",
    requests: 10_000,
    per: "day",
    peakToMean: 4,
    inputTokens: 4000,
    visibleOutputTokens: 350,
    reasoningTokens: 150,
    maxCompletionTokens: 4000,
  }),
  agent: workload({
    name: "Coding agent",
    model: "gpt-6.1-sol",
    requests: 200,
    per: "hour",
    peakToMean: 4,
    inputTokens: 60_000,
    cachedInputTokens: 56_000,
    cacheWriteTokens: 3000,
    visibleOutputTokens: 400,
    reasoningTokens: 500,
    maxCompletionTokens: 16_000,
  }),
  labels: workload({
    name: "Nightly labels",
    model: "gpt-5.6-luna",
    serviceTier: "batch",
    requests: 40_000,
    per: "day",
    inputTokens: 700,
    visibleOutputTokens: 50,
    reasoningTokens: 100,
  }),
  embeddings: workload({
    name: "Embeddings",
    model: "text-embedding-3-small",
    serviceTier: "batch",
    requests: 300_000,
    per: "day",
    inputTokens: 500,
  }),
  evaluation: workload({
    name: "Evaluation run",
    model: "gpt-6.2-sol",
    serviceTier: "batch",
    requests: 25_000,
    per: "month",
    inputTokens: 1200,
    visibleOutputTokens: 250,
    reasoningTokens: 1200,
  }),
} as const;

/** The presets in the order of their list. */
export const PRESETS = Object.values(PRESET);
