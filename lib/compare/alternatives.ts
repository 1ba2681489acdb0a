import { findModel, isRetired, priceOn, successorsOf } from "@/lib/catalogue";
import { cardOf } from "@/lib/cards";
import { factsOfModel } from "@/lib/facts";
import { poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { movingOf } from "./moving";
import { movingTo, type ModelChoice } from "./on-model";
import { compareModels, rowOf } from "./rows";
import type { CompareRow } from "./types";

/** The row of any model and service tier, also of a model that is no longer on sale or has no price. */
export function rowOn(scenario: Scenario, { model, serviceTier }: ModelChoice): CompareRow {
  return rowOf(movingOf(scenario, movingTo(model, scenario, null)), factsOfModel(model, scenario), serviceTier);
}

const MOST = 8;
const MOST_OWN = 2;
const MOST_NEAR = 4;

/** The service tier all workloads share, else standard; other models are compared in it. */
function sharedTier({ workloads }: Scenario): ServiceTier {
  const [first, ...others] = workloads;
  return others.every(({ serviceTier }) => serviceTier === first!.serviceTier) ? first!.serviceTier : "standard";
}

/** The first of each list, then the second of each, and so on; each once. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list.slice(n, n + 1))).flat())];
}

function choose(scenario: Scenario): CompareRow[] {
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
  const near = [...new Set([...custom, ...named])]
    .filter((id) => !own.includes(id) && movingTo(id, scenario, null).length > 0)
    .slice(0, MOST_NEAR);
  const listed = [
    ...own.flatMap((model) => ownTiers.map((serviceTier) => rowOn(scenario, { model, serviceTier }))),
    ...near.map((model) => rowOn(scenario, { model, serviceTier: shared })),
  ];

  const inBatch = shared === "batch" ? [] : cheapestThatFit(scenario, "batch", own).slice(0, 1);
  const others = cheapestThatFit(scenario, shared, [...own, ...near]);
  return [...listed, ...others.slice(0, Math.max(0, MOST - 1 - listed.length)), ...inBatch];
}

/**
 * Rows that fit on models of the catalogue without an announced end, cheapest first: one whose end is announced is
 * not one to move to. A model of another kind than all that is in use would move nothing.
 */
function cheapestThatFit(scenario: Scenario, serviceTier: ServiceTier, without: readonly string[]): CompareRow[] {
  return compareModels(scenario).filter(
    (row) =>
      row.fits &&
      row.perMonth &&
      row.retires === null &&
      row.serviceTier === serviceTier &&
      findModel(row.model) &&
      !without.includes(row.model),
  );
}

/**
 * The cheapest row that fits and is not what is entered, in the service tier all workloads share, else in standard;
 * `null`: none fits.
 */
export function cheapestToMoveTo(scenario: Scenario): CompareRow | null {
  const pools = new Set(scenario.workloads.map(({ model }) => poolOf(model)));
  return cheapestThatFit(scenario, sharedTier(scenario), pools.size === 1 ? [...pools] : [])[0] ?? null;
}

const chosen = new WeakMap<Scenario, readonly CompareRow[]>();

/**
 * At most eight ways to run the same workloads, as rows of Compare: on their own model in standard and batch (of
 * several models the first two, in the service tier all workloads share); on custom models, successors and peers that
 * are still offered; then on the cheapest models without an announced end that fit the usage tier, and on the cheapest
 * in batch.
 */
export function alternatives(scenario: Scenario): readonly CompareRow[] {
  let known = chosen.get(scenario);
  if (!known) chosen.set(scenario, (known = choose(scenario)));
  return known;
}
