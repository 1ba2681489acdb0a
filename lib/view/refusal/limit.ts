import { limitsAt, USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { MOST, NEW_WORKLOAD, NUMBERS, poolOf, type OwnLimits, type Scenario } from "@/lib/scenario";
import { accepts } from "@/lib/fields";
import { factsOf, tierLimits, type ModelFacts } from "@/lib/facts";
import { formatNumber, formatTier } from "@/lib/view/text";
import { capital, listed } from "@/lib/view/names";
import type { RefusedLimit } from "@/lib/refusal";

/** A limit that a scenario has a field for. */
export type LimitField = keyof OwnLimits;

/** A scenario to go to, and what its button says. */
interface RefusalTry {
  readonly label: string;
  readonly scenario: Scenario;
}

/** The limit of a refusal beside the one this scenario goes by. */
export interface LimitCheck {
  readonly agrees: boolean;
  readonly text: string;
  readonly tries: readonly RefusalTry[];
}

const NOUNS: Readonly<Record<LimitField, string>> = {
  rpm: "requests a minute",
  tpm: "tokens a minute",
  batchQueueTokens: "tokens in the batch queue",
  rpd: "requests a day",
  tpd: "tokens a day",
};
const PAID = USAGE_TIERS.flatMap(({ id }) => (id === "free" ? [] : [id]));

/** The field of the scenario’s limit that a refusal is about; `null` where it has none. */
export function fieldOf({ counts, per }: Pick<RefusedLimit, "counts" | "per">): LimitField | null {
  if (per !== "minute") return null;
  return counts === "requests" ? "rpm" : counts === "tokens" ? "tpm" : null;
}

/**
 * What the scenario takes as true of a model it may not use; `null` for one that neither it nor the catalogue
 * knows.
 */
export function factsFor(scenario: Scenario, model: string): ModelFacts | null {
  const facts = factsOf({ ...scenario, workloads: [{ ...NEW_WORKLOAD, model }] }).get(poolOf(model))!;
  return facts.model || facts.override ? facts : null;
}

/**
 * The scenario with its own limit of a pool set, or, for `undefined`, taken away; `null` where there is no
 * room for one more override.
 */
function withOwnLimit(scenario: Scenario, pool: string, field: LimitField, value: number | undefined): Scenario | null {
  const at = scenario.modelOverrides.findIndex(({ model }) => poolOf(model) === pool);
  if (at < 0) {
    if (value === undefined) return scenario;
    if (scenario.modelOverrides.length >= MOST.modelOverrides) return null;
    const added = { model: pool, limits: { [field]: value } };
    return { ...scenario, modelOverrides: [...scenario.modelOverrides, added] };
  }
  const { limits: { [field]: _, ...others } = {}, ...own } = scenario.modelOverrides[at]!;
  const limits = value === undefined ? others : { ...others, [field]: value };
  const next = { ...own, ...(Object.keys(limits).length > 0 && { limits }) };
  const kept = Object.keys(next).length > 1 ? [next] : [];
  return {
    ...scenario,
    modelOverrides: scenario.modelOverrides.flatMap((override, index) => (index === at ? kept : [override])),
  };
}

/**
 * The scenario at another usage tier, going by what that tier publishes: an own limit belongs to the tier it
 * was entered for.
 */
export function atTier(scenario: Scenario, { model, pool }: ModelFacts, field: LimitField, tier: PaidTier): Scenario {
  return { ...(model ? withOwnLimit(scenario, pool, field, undefined)! : scenario), usageTier: tier };
}

const tiersText = (tiers: readonly PaidTier[]) =>
  tiers.length === 1 ? formatTier(tiers[0]!) : `tiers\u00a0${listed(tiers.map(String))}`;

/**
 * Compares the limit of a refusal with the one this scenario goes by; where they differ, names the usage
 * tiers that publish it and offers it as an own figure.
 */
export function limitCheck(scenario: Scenario, model: string, field: LimitField, limit: number): LimitCheck {
  const what = `${formatNumber(limit)} ${NOUNS[field]}`;
  const facts = factsFor(scenario, model);
  if (!facts)
    return {
      agrees: false,
      text: `The limits of ${model} are in neither the catalogue nor this scenario, so ${what} cannot be compared.`,
      tries: [],
    };
  const { pool } = facts;
  const tier = scenario.usageTier;
  const here = tierLimits(facts, tier, tier)[field];
  const own = facts.override?.limits?.[field] !== undefined && tier !== "free";
  const whose = own ? "your own limit" : tier === "free" ? "Free" : formatTier(tier);
  if (here === limit)
    return {
      agrees: true,
      text: own
        ? `It is the limit of your own that this scenario has for ${pool}.`
        : `${capital(whose)} publishes just this for ${pool}: ${what}.`,
      tries: [],
    };
  const published = facts.model ? PAID.filter((one) => limitsAt(facts.model!, one)?.[field] === limit) : [];
  const stated =
    here === null
      ? `${capital(whose)} publishes no such limit for ${pool}`
      : `This scenario goes by ${formatNumber(here)}, ${own ? whose : `${whose}’s`}`;
  const source = published.length
    ? `${formatNumber(limit)} is ${tiersText(published)}’s`
    : `no usage tier publishes ${formatNumber(limit)}${facts.model ? ": it is the account’s or a project’s own" : ""}`;
  const used = scenario.workloads.some((workload) => poolOf(workload.model) === pool);
  const put =
    used && tier !== "free" && accepts(NUMBERS[field], limit) ? withOwnLimit(scenario, pool, field, limit) : null;
  return {
    agrees: false,
    text: `${stated}; ${source}.`,
    tries: [
      ...published
        .filter((one) => one !== tier || own)
        .map((one) => ({ label: `Set ${formatTier(one)}`, scenario: atTier(scenario, facts, field, one) })),
      ...(put ? [{ label: "Use this limit", scenario: put }] : []),
    ],
  };
}
