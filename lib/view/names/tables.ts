import type { Per, ServiceTier } from "@/lib/scenario";

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
