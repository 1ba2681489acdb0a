import { limitsAt, usageTier, type Model, type PaidTier, type UsageTierId } from "@/lib/catalogue";
import { type Scenario } from "@/lib/scenario";
import { type LimitField, type RefusedLimit } from "@/lib/refusal";
import { formatFactor, formatNumber, formatTier, formatUsdText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { atTier, factsFor, LIMIT_NOUNS, PAID } from "../limit";
import { RAISED } from "../origin";
import { type RefusalChange, change } from "./change";

/** What a usage tier allows; `null` where it publishes none, endless where the model has no such limit there. */
function allowedAt(model: Model, tier: PaidTier, field: LimitField): number | null {
  const row = limitsAt(model, tier);
  const limit = row?.[field];
  if (typeof limit === "number") return limit;
  return row && limit === undefined && (field === "rpd" || field === "tpd") ? Infinity : null;
}

/**
 * The usage tier a refusal was met at: the scenario’s, unless its limit is one that other tiers publish, then
 * the highest of those.
 */
function metAt(model: Model, field: LimitField, limit: number, { usageTier }: Scenario): UsageTierId {
  const publishing = PAID.filter((tier) => allowedAt(model, tier, field) === limit);
  return publishing.length === 0 || publishing.some((tier) => tier === usageTier) ? usageTier : publishing.at(-1)!;
}

const allowedText = (more: number, field: LimitField) =>
  more === Infinity ? `no limit of ${LIMIT_NOUNS[field]}` : `${formatNumber(more)} ${LIMIT_NOUNS[field]}`;

/**
 * The next usage tier whose published limit is enough, or that this one publishes enough already; a project’s
 * limit is not the tier’s to raise.
 */
export function higherTier(
  scenario: Scenario,
  { model, limit, project, origin }: Pick<RefusedLimit, "model" | "limit" | "project" | "origin">,
  field: LimitField | null,
  enough: (limit: number) => boolean,
): RefusalChange | null {
  if (origin) return change(...RAISED[origin]);
  if (limit === null) return null;
  if (project)
    return change(
      "A higher limit of the project",
      "The organisation’s own may be higher: a project’s limit is set in its settings.",
    );
  if (model === null || field === null || model.endsWith("-long-context")) return null;
  const facts = factsFor(scenario, model);
  if (!facts)
    return change(
      "A higher usage tier, if it allows more",
      `The limits of ${model} are not in this catalogue; the limits page of the account has them.`,
    );
  if (!facts.model) return null;
  const from = metAt(facts.model, field, limit, scenario);
  for (const tier of PAID) {
    const more = allowedAt(facts.model, tier, field);
    if ((from !== "free" && tier < from) || more === null || !enough(more)) continue;
    if (tier === from)
      return change(
        `${capital(formatTier(tier))} publishes more: ${more === Infinity ? allowedText(more, field) : formatNumber(more)}`,
        "The limits page of the account says why it has less.",
      );
    const times = limit > 0 && more !== Infinity ? `, ${formatFactor(more / limit)} times as many` : "";
    return change(
      `${capital(formatTier(tier))}: ${allowedText(more, field).replace("tokens in the batch queue", "enqueued tokens")}${times}`,
      `Reached after paying ${formatUsdText(usageTier(tier).reachedAfterUsd!)}.`,
      `Try ${formatTier(tier)}`,
      atTier(scenario, facts, field, tier),
    );
  }
  return null;
}
