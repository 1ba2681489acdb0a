import type { Policy } from "@/lib/scenario";

/** What a client of each policy does at a limit. */
export const POLICY_SENTENCES: Readonly<Record<Policy, string>> = {
  queue: "The client paces itself: a request starts when both limits can pay for it. No 429s.",
  retry:
    "Sent at once; after a 429 again, after a random wait of up to 1, 2, 4, 8 and 16 s. Six attempts, then it has failed.",
  drop: "Sent once; a 429 is a failed request.",
};
