import type { Dimension } from "@/lib/limits";
import type { Arrivals, Per, Policy, ServiceTier, Shape, Sizes } from "@/lib/scenario";

/** Names of limits. */
export const DIMENSIONS: Readonly<Record<Dimension, string>> = {
  rpm: "Requests a minute",
  tpm: "Tokens a minute",
  rpd: "Requests a day",
  tpd: "Tokens a day",
  "batch-queue": "Batch queue",
  "monthly-usage": "Monthly usage",
};
/** Names of service tiers. `priority`, the word of links and the API, is Fast on pages, as OpenAI calls it now. */
export const SERVICE_TIER_NAMES: Readonly<Record<ServiceTier, string>> = {
  standard: "Standard",
  batch: "Batch",
  flex: "Flex",
  priority: "Fast",
};
/** Units of a rate, after a number of requests. */
export const PER_LABELS: Readonly<Record<Per, string>> = {
  second: "a second",
  minute: "a minute",
  hour: "an hour",
  day: "a day",
  month: "a month",
};
/** The shape of a day as it is called on screen. */
export const SHAPE_NAMES: Readonly<Record<Shape, string>> = {
  flat: "Flat",
  "office-hours": "Office hours",
  "office-week": "Office week",
  "consumer-evening": "Consumer evening",
  "nightly-job": "Nightly job",
};
/** How requests arrive within a minute, as it is called on screen. */
export const ARRIVAL_NAMES: Readonly<Record<Arrivals, string>> = {
  poisson: "Poisson",
  steady: "Steady",
  measured: "As measured",
};
/** How the sizes of requests are spread, as it is called on screen. */
export const SIZE_NAMES: Readonly<Record<Sizes, string>> = {
  fixed: "All alike",
  "azure-code": "As in Azure code",
  "azure-conversation": "As in Azure conversation",
  servegen: "As in ServeGen, reasoning",
};
/** The policy of a client as it is called on screen. */
export const POLICY_NAMES: Readonly<Record<Policy, string>> = { queue: "Queue", retry: "Retry", drop: "Drop" };
