import { type Scenario } from "@/lib/scenario";
import { tierLimits } from "@/lib/facts";
import { type RefusedLimit } from "@/lib/refusal";
import { formatNumber, formatTier } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { factsFor } from "../limit";
import { type RefusalChange, onModel, change } from "./change";

/** ` Tier 3 holds 1,000,000 enqueued input tokens.`; empty for a model that is not in the catalogue. */
function queueText(scenario: Scenario, model: string | null): string {
  const facts = model === null ? null : factsFor(scenario, model);
  if (!facts) return "";
  const { batchQueueTokens: queue } = tierLimits(facts, scenario.usageTier, scenario.usageTier);
  return queue === null
    ? ` No batch queue is published for ${facts.pool} at ${formatTier(scenario.usageTier)}.`
    : ` ${capital(formatTier(scenario.usageTier))} holds ${formatNumber(queue!)} enqueued input tokens.`;
}

/** The same work in batch, which has a pool of its own. */
export function inBatch(scenario: Scenario, { model }: RefusedLimit): RefusalChange {
  const places = onModel(scenario, model);
  const workloads = scenario.workloads.map((one, index) =>
    places.includes(index) ? { ...one, serviceTier: "batch" as const } : one,
  );
  return change(
    "Batch, for what can wait",
    `It takes nothing from this limit and costs half; answers may take 24 hours.${queueText(scenario, model)}`,
    "Try batch",
    places.length && scenario.usageTier !== "free" ? { ...scenario, workloads } : null,
  );
}
