import { findModel, isInputOnly, isRetired, MODELS, priceOn, successorsOf } from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import { cost } from "@/lib/cost";
import { compare } from "@/lib/money";
import { factsOf } from "@/lib/facts";
import { poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { estimate, type Estimate } from "@/lib/estimate";

/** A whole scenario moved to one model and one service tier. */
export interface Alternative {
  readonly model: string;
  readonly serviceTier: ServiceTier;
  readonly estimate: Estimate;
}

/** Whether both give output or neither does; a custom model may be of either kind. */
function isSameKind(a: string, b: string): boolean {
  const [one, other] = [findModel(a), findModel(b)];
  return !one || !other || isInputOnly(one) === isInputOnly(other);
}

/** The workloads of the model’s kind on it and in one service tier; embeddings cannot move to a model of text. */
const movedTo = (scenario: Scenario, model: string, serviceTier: ServiceTier): Scenario => ({
  ...scenario,
  workloads: scenario.workloads.map((workload) =>
    isSameKind(workload.model, model) ? { ...workload, model, serviceTier } : workload,
  ),
});

/**
 * Every workload on one model and in one service tier, except those that only the other kind of model can do.
 * Everything else stays as entered: the day, usage tier, cap and sizes.
 */
export function alternativeOn(scenario: Scenario, model: string, serviceTier: ServiceTier): Alternative {
  return { model, serviceTier, estimate: estimate(movedTo(scenario, model, serviceTier)) };
}

const MOST = 8;
const MOST_OWN = 2;
const MOST_NEAR = 4;
/**
 * The most models that are estimated in full in search of the cheapest that fit. They are tried in order of
 * cost, which is known of all of them.
 */
const MOST_TRIED = 12;

/** The service tier all workloads share, else standard; other models are estimated in it. */
function sharedTier({ workloads }: Scenario): ServiceTier {
  const [first, ...others] = workloads;
  return others.every(({ serviceTier }) => serviceTier === first!.serviceTier) ? first!.serviceTier : "standard";
}

/** The first of each list, then the second of each, and so on; each once. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat())];
}

/** The cheapest of `ids` that fit, at most `count`. */
function cheapestThatFit(
  scenario: Scenario,
  ids: readonly string[],
  serviceTier: ServiceTier,
  count: number,
): Alternative[] {
  const priced = ids.flatMap((model) => {
    const on = movedTo(scenario, model, serviceTier);
    const { perMonth } = cost(on, factsOf(on));
    return perMonth ? [{ model, perMonth }] : [];
  });
  const found: Alternative[] = [];
  for (const { model } of priced.toSorted((a, b) => compare(a.perMonth, b.perMonth)).slice(0, MOST_TRIED)) {
    if (found.length >= count) break;
    const one = alternativeOn(scenario, model, serviceTier);
    if (one.estimate.fit.fits) found.push(one);
  }
  return found;
}

function choose(scenario: Scenario): Alternative[] {
  const isCurrent = (id: string) => {
    const model = findModel(id);
    return model !== undefined && !isRetired(model, scenario.asOf) && priceOn(model, scenario.asOf) !== undefined;
  };
  const shared = sharedTier(scenario);
  const pools = [...new Set(scenario.workloads.map(({ model }) => poolOf(model)))];
  const own = pools.slice(0, MOST_OWN);
  const ownTiers = [...new Set<ServiceTier>(pools.length === 1 ? ["standard", shared, "batch"] : [shared])];

  const custom = scenario.modelOverrides.map(({ model }) => poolOf(model)).filter((id) => !findModel(id));
  // Successors before the models that a page compares prices with: what OpenAI names comes first.
  const named = [inTurn(pools.map(successorsOf)), inTurn(pools.map((pool) => cardOf(pool)?.peers ?? []))]
    .flat()
    .filter(isCurrent);
  const near = [...new Set([...custom, ...named])].filter((id) => !own.includes(id)).slice(0, MOST_NEAR);
  const listed = [
    ...own.flatMap((id) => ownTiers.map((serviceTier) => alternativeOn(scenario, id, serviceTier))),
    ...near.map((id) => alternativeOn(scenario, id, shared)),
  ];

  // A model whose end is announced is not one to move to.
  const current = MODELS.filter(({ id, retirement }) => !retirement && !own.includes(id))
    .map(({ id }) => id)
    .filter((id) => pools.some((pool) => isSameKind(pool, id)));
  const cheapest = cheapestThatFit(
    scenario,
    current.filter((id) => !near.includes(id)),
    shared,
    MOST - 1 - listed.length,
  );
  const inBatch = shared === "batch" ? [] : cheapestThatFit(scenario, current, "batch", 1);
  return [...listed, ...cheapest, ...inBatch];
}

const chosen = new WeakMap<Scenario, readonly Alternative[]>();

/**
 * At most eight ways to run the same workloads: on their own model in standard and batch (of several models
 * the first two, in the service tier all workloads share); on custom models, successors and peers that are
 * still offered; then on the cheapest models without an announced end that fit the usage tier, and on the
 * cheapest in batch.
 */
export function alternatives(scenario: Scenario): readonly Alternative[] {
  let known = chosen.get(scenario);
  if (!known) chosen.set(scenario, (known = choose(scenario)));
  return known;
}
