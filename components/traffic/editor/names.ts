import type { Arrivals, Policy, Shape, Sizes } from "@/lib/scenario";

/** The shape of a day as it is called on screen. */
export const SHAPE_NAMES: Readonly<Record<Shape, string>> = {
  flat: "Flat",
  "office-hours": "Office hours",
  "office-week": "Office week",
  "consumer-evening": "Consumer evening",
  "nightly-job": "Nightly job",
};

/** How requests arrive within a minute, as it is called on screen. */
export const ARRIVAL_NAMES: Readonly<Record<Arrivals, string>> = { poisson: "Poisson", steady: "Steady" };

/** How the sizes of requests are spread, as it is called on screen. */
export const SIZE_NAMES: Readonly<Record<Sizes, string>> = {
  fixed: "All alike",
  "azure-code": "As in Azure code",
  "azure-conversation": "As in Azure conversation",
  servegen: "As in ServeGen, reasoning",
};

/** The policy of a client as it is called on screen. */
export const POLICY_NAMES: Readonly<Record<Policy, string>> = { queue: "Queue", retry: "Retry", drop: "Drop" };

/** What a client of each policy does at a limit. */
export const POLICY_SENTENCES: Readonly<Record<Policy, string>> = {
  queue: "The client paces itself: a request starts when both limits can pay for it. No 429s.",
  retry:
    "Sent at once; after a 429 again, after a random wait of up to 1, 2, 4, 8 and 16 s. Six attempts, then it has failed.",
  drop: "Sent once; a 429 is a failed request.",
};
