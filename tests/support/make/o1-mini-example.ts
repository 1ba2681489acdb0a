import { CHECKED_ON } from "@/lib/catalogue";
import { encodeLink } from "@/lib/link";
import { DEFAULTS, NEW_WORKLOAD, type Scenario } from "@/lib/scenario";

/**
 * A chat on o1-mini in standard and labels on o3-mini in batch: the first example of all, worked through figure by
 * figure in many tests. It does not fit tier 3, both of its models are retired, and every kind of limit counts.
 */
export const O1_MINI_EXAMPLE: Scenario = {
  ...DEFAULTS.scenario,
  title: "Chat and nightly labels",
  asOf: CHECKED_ON,
  usageTier: 3,
  workloads: [
    {
      ...NEW_WORKLOAD,
      name: "Support chat",
      model: "o1-mini",
      requests: 120,
      peakToMean: 2.5,
      inputTokens: 1500,
      cachedInputTokens: 600,
      visibleOutputTokens: 300,
      reasoningTokens: 900,
      maxCompletionTokens: 8000,
    },
    {
      ...NEW_WORKLOAD,
      name: "Nightly labels",
      model: "o3-mini",
      serviceTier: "batch",
      requests: 50_000,
      per: "day",
      inputTokens: 700,
      visibleOutputTokens: 50,
      reasoningTokens: 200,
    },
  ],
};

/** Its link. */
export const O1_MINI_LINK = encodeLink(O1_MINI_EXAMPLE);
