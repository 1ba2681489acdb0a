import { CHECKED_ON } from "@/lib/catalogue";
import { DEFAULTS } from "./defaults";
import { workload } from "./new-workload";
import type { Scenario, Workload } from "./types";

/** Workloads to start from. Their sizes are means of such work, for a user to replace by their own. */
export const PRESETS: readonly Workload[] = [
  workload({
    name: "Support chat",
    model: "o1-mini",
    requests: 120,
    per: "minute",
    peakToMean: 2.5,
    inputTokens: 1500,
    cachedInputTokens: 600,
    visibleOutputTokens: 300,
    reasoningTokens: 900,
    maxCompletionTokens: 8000,
  }),
  workload({
    name: "Document extraction",
    model: "o3-mini",
    requests: 20_000,
    per: "day",
    peakToMean: 4,
    inputTokens: 6000,
    visibleOutputTokens: 400,
    reasoningTokens: 600,
    maxCompletionTokens: 4000,
  }),
  workload({
    name: "Code review agent",
    model: "o1",
    requests: 400,
    per: "hour",
    peakToMean: 5,
    inputTokens: 12_000,
    cachedInputTokens: 9000,
    visibleOutputTokens: 700,
    reasoningTokens: 2600,
    maxCompletionTokens: 16_000,
    retryShare: 0.02,
  }),
  workload({
    name: "Nightly labels",
    model: "o3-mini",
    serviceTier: "batch",
    requests: 50_000,
    per: "day",
    inputTokens: 700,
    visibleOutputTokens: 50,
    reasoningTokens: 200,
  }),
  workload({
    name: "Evaluation run",
    model: "o1-mini",
    serviceTier: "batch",
    requests: 25_000,
    per: "month",
    inputTokens: 1200,
    visibleOutputTokens: 250,
    reasoningTokens: 1200,
  }),
];

/** The worked example that the page opens on. */
export const EXAMPLE: Scenario = {
  ...DEFAULTS.scenario,
  title: "Chat and nightly labels",
  asOf: CHECKED_ON,
  usageTier: 3,
  workloads: [PRESETS[0]!, PRESETS[3]!],
};
