import type { Policy, Shape, Sizes, Workload } from "@/lib/scenario";

/** The shape of a day as it is called on screen. */
export const SHAPE_NAMES: Readonly<Record<Shape, string>> = {
  flat: "Flat",
  "office-hours": "Office hours",
  "office-week": "Office week",
  "consumer-evening": "Consumer evening",
  "nightly-job": "Nightly job",
};
/** How requests arrive within a minute, as it is called on screen. */
export const ARRIVAL_NAMES: Readonly<Record<NonNullable<Workload["arrivals"]>, string>> = {
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
