import type { Dimension } from "@/lib/limits";
import type { OwnLimits, OwnPrice, ServiceTier } from "@/lib/scenario";

const INPUT_PRICES = { standard: "input", batch: "batchInput", flex: "flexInput", priority: "priorityInput" } as const;

/** The field of the user’s own price of input in a service tier. */
export const ownPriceField = (serviceTier: ServiceTier): keyof OwnPrice => INPUT_PRICES[serviceTier];

/** The field of the user’s own limit of a model. */
export const ownLimitField = (dimension: Exclude<Dimension, "monthly-usage">): keyof OwnLimits =>
  dimension === "batch-queue" ? "batchQueueTokens" : dimension;
