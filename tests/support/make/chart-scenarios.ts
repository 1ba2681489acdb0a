import type { Estimate } from "@/lib/estimate";
import { estimateOf as estimateOfBody } from "./checked";

/** Support chat on o1-mini and nightly labels on o3-mini in batch: the worked example of the planner, at tier 3. */
export const chat = {
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
};
export const nightly = {
  name: "Nightly labels",
  model: "o3-mini",
  serviceTier: "batch",
  requests: 50_000,
  per: "day",
  inputTokens: 700,
  visibleOutputTokens: 50,
  reasoningTokens: 200,
};
export const example = { workloads: [chat, nightly] };

/** The estimate of a raw scenario, at tier 3 where it names none. */
export function estimateOf(raw: object): Estimate {
  return estimateOfBody({ usageTier: 3, ...raw });
}
