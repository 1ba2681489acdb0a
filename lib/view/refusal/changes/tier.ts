import { limitsAt, USAGE_TIERS } from "@/lib/catalogue";
import { type Scenario } from "@/lib/scenario";
import { type RefusedLimit } from "@/lib/refusal";
import { formatFactor, formatNumber, formatTier, formatUsdText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { atTier, factsFor, type LimitField } from "../limit";
import { formatRate } from "../words";
import { type RefusalChange, change } from "./change";

/** The lowest usage tier whose published limit is enough; a project’s limit is not the tier’s to raise. */
export function higherTier(
  scenario: Scenario,
  { model, limit, project }: Pick<RefusedLimit, "model" | "limit" | "project">,
  field: LimitField | null,
  enough: (limit: number) => boolean,
): RefusalChange | null {
  if (limit === null) return null;
  if (project)
    return change(
      "A higher limit of the project",
      "The organisation’s own may be higher: a project’s limit is set in its settings.",
    );
  if (model === null || field === null) return null;
  const facts = factsFor(scenario, model);
  if (!facts)
    return change(
      "A higher usage tier, if it allows more",
      `The limits of ${model} are not in this catalogue; the limits page of the account has them.`,
    );
  if (!facts.model) return null;
  for (const { id, reachedAfterUsd } of USAGE_TIERS) {
    const more = id === "free" ? undefined : limitsAt(facts.model, id)?.[field];
    if (id === "free" || typeof more !== "number" || !enough(more)) continue;
    const times = limit > 0 ? `, ${formatFactor(more / limit)} times as many` : "";
    if (id === scenario.usageTier)
      return change(
        `${capital(formatTier(id))} publishes more: ${formatNumber(more)}`,
        "The limits page of the account says why it has less.",
      );
    const rate =
      field === "batchQueueTokens"
        ? `${formatNumber(more)} enqueued tokens`
        : formatRate(more, field === "rpm" ? "requests" : "tokens", "minute");
    return change(
      `${capital(formatTier(id))}: ${rate}${times}`,
      `Reached after paying ${formatUsdText(reachedAfterUsd!)}.`,
      `Try ${formatTier(id)}`,
      atTier(scenario, facts, field, id),
    );
  }
  return null;
}
