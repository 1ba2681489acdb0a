import { poolOf, type Scenario } from "@/lib/scenario";
import type { Refusal, RefusalsRead, Unread } from "@/lib/refusal";
import { formatNumber } from "@/lib/view/text";
import { headersView } from "./headers";
import { queueView, rateView, tooLargeView } from "./messages";
import { capacityView, maximumView, planView, quotaView } from "./others";
import type { RefusalView } from "./parts";

/** Everything that was read in a pasted text. */
export interface RefusalsView {
  /** What could not be read, as sentences; all there is to say where `refusals` is empty. */
  readonly errors: readonly string[];
  readonly refusals: readonly RefusalView[];
  /** How many more were read and are not explained one by one, as a sentence. */
  readonly more: string | null;
}

/** A log may hold thousands. */
const MOST_SHOWN = 5;

/** What names no model is taken to be about the scenario’s, where it has just one, and says so. */
function viewOf(scenario: Scenario, refusal: Refusal): RefusalView {
  const pools = [...new Set(scenario.workloads.map(({ model }) => poolOf(model)))];
  if (!("model" in refusal) || refusal.model !== null || pools.length !== 1) return explained(scenario, refusal);
  const view = explained(scenario, { ...refusal, model: pools[0]! });
  return { ...view, remarks: [...view.remarks, `No model is named; ${pools[0]}, the only one here, is taken.`] };
}

function explained(scenario: Scenario, refusal: Refusal): RefusalView {
  switch (refusal.kind) {
    case "rate":
      return rateView(scenario, refusal);
    case "too-large":
      return tooLargeView(scenario, refusal);
    case "batch-queue":
      return queueView(scenario, refusal);
    case "quota":
      return quotaView(scenario, refusal);
    case "maximum":
      return maximumView(scenario, refusal);
    case "plan":
      return planView(refusal);
    case "capacity":
      return capacityView(refusal);
    case "headers":
      return headersView(scenario, refusal);
  }
}

const SOUGHT =
  "No refusal and no rate-limit headers in this. Looked for “Rate limit reached … Limit 10000, Used 8554, Requested 3082. Please try again in 9.816s”, “Request too large”, “Enqueued token limit reached”, “insufficient_quota”, and “have exceeded the token rate limit … Please retry after 60 seconds” of Azure, “Input tokens exceed the configured limit”, the headers x-ratelimit-limit-…, -remaining-…, -reset-… and retry-after, and rate_limits.updated events.";

/** What is accepted after a part of a refusal. */
function acceptedAfter(part: string): string {
  if (part === "retry-after") return "seconds";
  if (part === "retry-after-ms") return "milliseconds";
  return /again|reset/.test(part)
    ? "a time with its unit, such as 9.816s or 6m0s"
    : "a whole number, such as 1500 or 1,500";
}

const unreadSentence = ({ part, text }: Unread): string =>
  `“${text}” after ${part} cannot be read as ${acceptedAfter(part)}; nothing is worked out from it.`;

/**
 * What was read, explained for this scenario: findings, numbers with their working, how the limits compare
 * with its own, and what to change.
 */
export function refusalView({ refusals, unread }: RefusalsRead, scenario: Scenario): RefusalsView {
  const errors = unread.map(unreadSentence);
  return {
    errors: refusals.length || errors.length ? errors : [SOUGHT],
    refusals: refusals.slice(0, MOST_SHOWN).map((refusal) => viewOf(scenario, refusal)),
    more:
      refusals.length > MOST_SHOWN
        ? `${formatNumber(refusals.length - MOST_SHOWN)} more in this text, not shown.`
        : null,
  };
}
