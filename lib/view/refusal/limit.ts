import { findModel, limitsAt, USAGE_TIERS, type PaidTier, type UsageTierId } from "@/lib/catalogue";
import { MODEL_ID, MOST, NEW_WORKLOAD, NUMBERS, poolOf, type Scenario } from "@/lib/scenario";
import { accepts } from "@/lib/fields";
import { factsOf, tierLimits, type ModelFacts } from "@/lib/facts";
import { formatNumber, formatTier } from "@/lib/view/text";
import { capital, listed } from "@/lib/view/names";
import type { LimitField, Origin } from "@/lib/refusal";
import { notOfTiers } from "./origin";

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

/** What each limit counts, as it follows a number. */
export const LIMIT_NOUNS: Readonly<Record<LimitField, string>> = {
  rpm: "requests a minute",
  tpm: "tokens a minute",
  batchQueueTokens: "tokens in the batch queue",
  rpd: "requests a day",
  tpd: "tokens a day",
};
/** The usage tiers that open with a payment, lowest first. */
export const PAID = USAGE_TIERS.flatMap(({ id }) => (id === "free" ? [] : [id]));

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
export function withOwnLimit(
  scenario: Scenario,
  pool: string,
  field: LimitField,
  value: number | undefined,
): Scenario | null {
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

/** A limit that was read: of which model, which one, how much, whose. */
interface LimitOfModel {
  readonly model: string;
  readonly field: LimitField;
  readonly limit: number;
  readonly origin: Origin | null;
}

/** “This scenario goes by 200,000, tier 1’s”, or that nothing is published. */
function goesBy(facts: ModelFacts, scenario: Scenario, field: LimitField, isOwn: boolean): string {
  const tier = scenario.usageTier;
  const here = tierLimits(facts, tier, tier)[field];
  const whose = tier === "free" ? "Free" : formatTier(tier);
  return here === null
    ? `${capital(whose)} publishes no such limit for ${facts.pool}`
    : `This scenario goes by ${formatNumber(here)}, ${isOwn ? "your own limit" : `${whose}’s`}`;
}

/** The step that makes a limit the scenario’s own; none on Free, where none holds, or where there is no room. */
function takeTries(scenario: Scenario, { model, field, limit }: LimitOfModel): RefusalTry[] {
  const pool = poolOf(model);
  const isNamed = factsFor(scenario, model) !== null || MODEL_ID.test(pool);
  if (scenario.usageTier === "free" || !isNamed || !accepts(NUMBERS[field], limit)) return [];
  const put = withOwnLimit(scenario, pool, field, limit);
  return put ? [{ label: "Use this limit", scenario: put }] : [];
}

/** Why a limit that differs cannot be taken as the scenario’s own; empty where it can. */
function whyNot(scenario: Scenario, { model }: LimitOfModel): string {
  if (scenario.usageTier === "free") return " On Free no limit of your own holds: choose your usage tier first.";
  const isNew = !scenario.modelOverrides.some((own) => poolOf(own.model) === poolOf(model));
  return isNew && scenario.modelOverrides.length >= MOST.modelOverrides
    ? ` This scenario has figures of ${MOST.modelOverrides} models of your own already, and no room for one more.`
    : "";
}

const LONG = "-long-context";

/** A limit of the pool that refusals call `gpt-4.1-long-context`, beside what is published of long requests. */
function longCheck(scenario: Scenario, { model, field, limit }: LimitOfModel): LimitCheck | null {
  const base = model.endsWith(LONG) ? findModel(model.slice(0, -LONG.length)) : undefined;
  const tier = scenario.usageTier;
  if (!model.endsWith(LONG)) return null;
  if (!base?.longLimits || tier === "free")
    return {
      agrees: false,
      text: `${formatNumber(limit)} ${LIMIT_NOUNS[field]} is a limit of long requests alone: ${tier === "free" ? "Free has no such limits" : "none is published"}, and a scenario has no place for one of your own.`,
      tries: [],
    };
  const here = base.longLimits[tier - 1]![field];
  const what = `${formatNumber(limit)} ${LIMIT_NOUNS[field]}`;
  if (here === limit)
    return {
      agrees: true,
      text: `${capital(formatTier(tier))} publishes just this for ${base.id}’s long requests: ${what}.`,
      tries: [],
    };
  const tiers = PAID.filter((one) => base.longLimits![one - 1]![field] === limit);
  return {
    agrees: false,
    text: `This scenario goes by ${typeof here === "number" ? formatNumber(here) : "no published limit"} for ${base.id}’s long requests; ${
      tiers.length
        ? `${formatNumber(limit)} is ${tiersText(tiers)}’s`
        : "own limits are those of other requests, so this one cannot be used"
    }.`,
    tries: tiers.map((one) => ({ label: `Set ${formatTier(one)}`, scenario: { ...scenario, usageTier: one } })),
  };
}

/** Whether a tier publishes this limit for the model’s long requests, and the user has no own in its place. */
const isOfLongRequests = ({ model, override }: ModelFacts, tier: UsageTierId, field: LimitField, limit: number) =>
  tier !== "free" && override?.limits?.[field] === undefined && model?.longLimits?.[tier - 1]![field] === limit;

/**
 * Compares the limit of a refusal with the one this scenario goes by; where they differ, names the usage
 * tiers that publish it and offers it as an own figure.
 */
export function limitCheck(scenario: Scenario, read: LimitOfModel): LimitCheck {
  const { model, field, limit, origin } = read;
  const long = longCheck(scenario, read);
  if (long) return long;
  const what = `${formatNumber(limit)} ${LIMIT_NOUNS[field]}`;
  const facts = factsFor(scenario, model);
  const tries = takeTries(scenario, read);
  if (!facts)
    return {
      agrees: false,
      text: `The limits of ${model} are in neither the catalogue nor this scenario, so ${what} cannot be compared.${
        tries.length ? " Used, it is a limit of a model of your own, which has no price until you enter one." : ""
      }`,
      tries,
    };
  const { pool } = facts;
  const tier = scenario.usageTier;
  const here = tierLimits(facts, tier, tier)[field];
  const own = facts.override?.limits?.[field] !== undefined && tier !== "free";
  if (here === limit && (own || origin === null))
    return {
      agrees: true,
      text: own
        ? `It is the limit of your own that this scenario has for ${pool}.`
        : `${capital(tier === "free" ? "Free" : formatTier(tier))} publishes just this for ${pool}: ${what}.`,
      tries: [],
    };
  const stated = goesBy(facts, scenario, field, own);
  const not = tries.length ? "" : whyNot(scenario, read);
  if (origin) return { agrees: false, text: `${stated}. ${notOfTiers(origin)}${not}`, tries };
  if (isOfLongRequests(facts, tier, field, limit))
    return {
      agrees: true,
      text: `${capital(formatTier(tier))} publishes just this for ${pool}’s long requests: ${what}.`,
      tries: [],
    };
  const published = facts.model ? PAID.filter((one) => limitsAt(facts.model!, one)?.[field] === limit) : [];
  const source = published.length
    ? `${formatNumber(limit)} is ${tiersText(published)}’s`
    : `no usage tier publishes ${formatNumber(limit)}${facts.model ? ": it is the account’s or a project’s own, and that one holds" : ""}`;
  return {
    agrees: false,
    text: `${stated}; ${source}.${published.length ? "" : not}`,
    tries: [
      ...published
        .filter((one) => one !== tier || own)
        .map((one) => ({ label: `Set ${formatTier(one)}`, scenario: atTier(scenario, facts, field, one) })),
      ...tries,
    ],
  };
}
