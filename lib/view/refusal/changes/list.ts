import { compare, type Exact } from "@/lib/money";
import { type Scenario } from "@/lib/scenario";
import { limitField, type QueueRefusal, type RateRefusal, type TooLargeRefusal } from "@/lib/refusal";
import { RAISED } from "../origin";
import { formatAmount, formatHeaderWait } from "../words";
import { type RefusalChange, present, change } from "./change";
import { askForLess } from "./smaller";
import { pace } from "./pace";
import { higherTier } from "./tier";
import { inBatch } from "./batch";

/**
 * What ends a refusal that a wait ends too: first what the client can change, then the account and the
 * service tier, the wait last.
 */
export function rateChanges(scenario: Scenario, read: RateRefusal): RefusalChange[] {
  const { counts, limit, requested, short, statedMs, impliedMs } = read;
  const waitMs: Exact | null =
    statedMs && impliedMs && compare(impliedMs, statedMs) > 0 ? impliedMs : (statedMs ?? impliedMs);
  return present([
    counts === "tokens" && limit !== null && short && (requested === null || short < requested)
      ? askForLess(scenario, read, { requested, less: short, then: "it runs at once" })
      : null,
    pace(scenario, read),
    higherTier(scenario, read, limitField(read.counts, read.per), (more) => more > limit!),
    read.origin === null && (counts === "tokens" || counts === "requests") ? inBatch(scenario, read) : null,
    waitMs && waitMs.n > 0n
      ? change(
          `Wait ${formatHeaderWait(waitMs, true)}, then send it again`,
          `${waitMs.n % waitMs.d === 0n ? "" : "Rounded up, so that it is enough. "}With several clients, each a random time longer: every try that is refused counts towards requests a minute.`,
        )
      : null,
  ]);
}

/** What lets a request run that no wait lets run. */
export function tooLargeChanges(scenario: Scenario, read: TooLargeRefusal): RefusalChange[] {
  const { counts, limit, requested } = read;
  if (limit === null) return read.origin ? [change(...RAISED[read.origin])] : [inBatch(scenario, read)];
  return present([
    counts === "tokens" && limit > 0 && requested !== null && requested > limit
      ? askForLess(scenario, read, { requested, less: requested - limit, then: "it can run" })
      : null,
    higherTier(scenario, read, limitField(read.counts, read.per), (more) => more >= (requested ?? 1)),
    read.origin === null && counts === "tokens" && limit > 0 ? inBatch(scenario, read) : null,
  ]);
}

/** What gives a batch queue room. */
export function queueChanges(scenario: Scenario, { model, counts, limit, origin }: QueueRefusal): RefusalChange[] {
  return present([
    change(
      "The rest once a batch has completed",
      "A batch frees its place when it completes, which takes 24 hours at most.",
    ),
    limit === null
      ? null
      : change(
          `Batches of ${formatAmount(limit, counts)} in all at a time`,
          counts === "tokens" ? "Input tokens count, output does not." : "All batches that are not done count.",
        ),
    counts === "tokens"
      ? higherTier(scenario, { model, limit, project: false, origin }, "batchQueueTokens", (more) => more > limit!)
      : null,
  ]);
}

/** What `retry-after`, or another place of an answer, asks for. */
export function retryChange(retryAfterMs: Exact, source = "The server asks for it in retry-after"): RefusalChange {
  return change(
    retryAfterMs.n === 0n
      ? "Send it again at once"
      : `Wait ${formatHeaderWait(retryAfterMs, true)}, then send it again`,
    `${source}; with several clients, each a random time longer.`,
  );
}
