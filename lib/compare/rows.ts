import { findModel, isRetired, MODELS } from "@/lib/catalogue";
import { isPayable, monthlyCost } from "@/lib/cost";
import { checkWorkload, judgeScenario } from "@/lib/estimate";
import { factsOfModel, limitPoolOf, type ModelFacts, pricesAt } from "@/lib/facts";
import { addPoolSums, demandsOf, type PoolSums } from "@/lib/limits";
import { add, compare, type Exact } from "@/lib/money";
import { CHOICES, poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { type Moving, movingOf } from "./moving";
import { dropsReasoning, movingTo } from "./on-model";
import type { ComparedWorkload, CompareRow } from "./types";

/** The pools of all workloads with those that move on `model`: models by their first workload, long requests last. */
function poolsWith(
  { staying, first }: Moving,
  model: string,
  own: readonly (readonly [string, PoolSums])[],
): (readonly [string, PoolSums])[] {
  if (staying.groups.length === 0) return [...own];
  const there = staying.groups.find((group) => group.model === model);
  const merged = new Map(there?.pools);
  for (const [pool, sums] of own) {
    const known = merged.get(pool);
    merged.set(pool, known ? addPoolSums(known, sums) : sums);
  }
  const moved = { model, first: Math.min(first, there?.first ?? first), pools: merged };
  return [...staying.groups.filter((group) => group !== there), moved]
    .sort((a, b) => a.first - b.first)
    .flatMap(({ pools }) => [...pools].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The sum of what stays and what moves; `null` where one is unknown. */
function wholeMonth(staying: Exact | null | undefined, moved: Exact | null): Exact | null {
  if (staying === undefined) return moved;
  return staying && moved && add(staying, moved);
}

/** The row of one model in one service tier. */
export function rowOf(moving: Moving, model: ModelFacts, serviceTier: ServiceTier): CompareRow {
  const { pool: id } = model;
  const drops = moving.hasReasoning && dropsReasoning(id);
  const scenario = moving.scenarioIn(serviceTier, drops);
  const moved = monthlyCost(moving.totals(drops, model.price?.long?.fromInputTokens ?? null), model.price, serviceTier);
  const perMonth = wholeMonth(moving.staying.perMonth, moved);

  // A request of any length shows whether long ones have a pool of their own.
  const longPool = limitPoolOf({ model: id, inputTokens: Infinity, serviceTier }, scenario);
  const longFrom = longPool === id ? null : model.model!.ownLimitsFrom!;
  const { plain, long } = moving.sums(serviceTier, drops, longFrom);
  const pools = poolsWith(moving, id, [
    ...(plain ? [[id, plain] as const] : []),
    ...(long ? [[longPool, long] as const] : []),
  ]);

  const facts = new Map(moving.staying.facts).set(id, model);
  const accounting = scenario.tokenAccounting;
  const checks = scenario.workloads.map((workload, index) => {
    if (!moving.places.has(index)) return moving.staying.checks.get(index)!;
    const { inputTokens, visibleOutputTokens, reasoningTokens } = workload;
    const prices = model.price && pricesAt(model.price, inputTokens)[serviceTier];
    return checkWorkload(workload, model, {
      pool: longFrom !== null && inputTokens >= longFrom ? longPool : id,
      accounting,
      unpriced: !isPayable(prices, visibleOutputTokens + reasoningTokens > 0),
    });
  });
  const demanded = demandsOf(pools, { scenario, facts, monthlyCost: perMonth });
  const { codes, ...verdict } = judgeScenario({ scenario, facts, demanded, checks }, perMonth);
  return {
    model: id,
    serviceTier,
    perMonth,
    ...verdict,
    retires: model.model?.retirement?.on ?? null,
    reasons: model.model?.reasons ?? null,
    contextWindow: model.contextWindow,
    codes: drops ? [...codes, "reasoning-dropped"] : codes,
  };
}

/** The ids of all models on sale on the scenario’s day, and of those that only the scenario knows. */
function onSale({ asOf, modelOverrides }: Scenario): string[] {
  const own = modelOverrides.map(({ model }) => poolOf(model)).filter((id) => !findModel(id));
  return [...new Set([...MODELS.filter((model) => !isRetired(model, asOf)).map(({ id }) => id), ...own])];
}

/** What fits comes first, what cannot be told after it. */
const PLACE = new Map<boolean | null, number>([
  [true, 0],
  [null, 1],
  [false, 2],
]);

/**
 * Total and the same in every run: what fits before what cannot be told before what does not fit; then the month’s
 * cost, unknown last; then the id by its code units, then the service tier as it is offered.
 */
function inOrderOfCost(a: CompareRow, b: CompareRow): number {
  if (a.fits !== b.fits) return PLACE.get(a.fits)! - PLACE.get(b.fits)!;
  if (a.perMonth && b.perMonth) {
    const difference = compare(a.perMonth, b.perMonth);
    if (difference !== 0) return difference;
  } else if (a.perMonth !== b.perMonth) return a.perMonth ? -1 : 1;
  if (a.model !== b.model) return a.model < b.model ? -1 : 1;
  return CHOICES.serviceTier.indexOf(a.serviceTier) - CHOICES.serviceTier.indexOf(b.serviceTier);
}

/**
 * The scenario on every model on sale on its day, one’s own included, in every service tier the model has a price
 * in. `workload`: only the workload at this place moves, and the others stay where they are. A row says what the
 * estimate of its scenario (`scenarioOn`) says.
 */
export function compareModels(scenario: Scenario, workload: ComparedWorkload = null): CompareRow[] {
  const known = new Map<string, Moving>();
  const rows = onSale(scenario).flatMap((id) => {
    const model = factsOfModel(id, scenario);
    const { price } = model;
    const places = movingTo(id, scenario, workload);
    if (!price || places.length === 0) return [];
    const key = places.join();
    const moving = known.get(key) ?? movingOf(scenario, places);
    known.set(key, moving);
    return CHOICES.serviceTier.flatMap((tier) => (price.prices[tier] ? [rowOf(moving, model, tier)] : []));
  });
  return rows.sort(inOrderOfCost);
}
