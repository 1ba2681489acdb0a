import { findModel, isRetired, MODELS } from "@/lib/catalogue";
import { isPayable, monthlyCost } from "@/lib/cost";
import { checkWorkload, judgeScenario } from "@/lib/estimate";
import { factsOfModel, limitPoolOf, type ModelFacts, pricesAt } from "@/lib/facts";
import { addPoolSums, demandsOf, type PoolSums } from "@/lib/limits";
import { add, compare, type Exact } from "@/lib/money";
import { CHOICES, poolOf, type Scenario, type ServiceTier } from "@/lib/scenario";
import { type Moving, movingOf } from "./moving";
import { dropsReasoning, type ModelChoice, movingTo } from "./on-model";
import type { Candidate, ComparedWorkload, CompareRow } from "./types";

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

/** Whether the workloads that move lose reasoning tokens on the model. */
const isDropping = (moving: Moving, { pool }: ModelFacts) => moving.hasReasoning && dropsReasoning(pool);

/** USD a month of the scenario with what moves on one model and in one service tier; `null`: no price. */
function monthOf(moving: Moving, model: ModelFacts, serviceTier: ServiceTier): Exact | null {
  const totals = moving.totals(isDropping(moving, model), model.price?.long?.fromInputTokens ?? null);
  return wholeMonth(moving.staying.perMonth, monthlyCost(totals, model.price, serviceTier));
}

/** The row of one model in one service tier, of which the month’s cost is known. */
function rowOf(moving: Moving, model: ModelFacts, serviceTier: ServiceTier, perMonth: Exact | null): CompareRow {
  const { pool: id } = model;
  const drops = isDropping(moving, model);
  const scenario = moving.scenarioIn(serviceTier, drops);

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

/** By the month’s cost, unknown last; then by id in its code units, then by service tier as it is offered. */
function byCost(a: Candidate, b: Candidate): number {
  if (a.perMonth && b.perMonth) {
    const difference = compare(a.perMonth, b.perMonth);
    if (difference !== 0) return difference;
  } else if (a.perMonth !== b.perMonth) return a.perMonth ? -1 : 1;
  if (a.model !== b.model) return a.model < b.model ? -1 : 1;
  return CHOICES.serviceTier.indexOf(a.serviceTier) - CHOICES.serviceTier.indexOf(b.serviceTier);
}

/** What does not hang on the model, of the scenarios it was asked of: once for each set of workloads that move. */
const movings = new WeakMap<Scenario, Map<string, Moving>>();

function movingAt(scenario: Scenario, places: readonly number[]): Moving {
  let known = movings.get(scenario);
  if (!known) movings.set(scenario, (known = new Map()));
  const key = places.join();
  let moving = known.get(key);
  if (!moving) known.set(key, (moving = movingOf(scenario, places)));
  return moving;
}

/** A model in a service tier with its month; what else its row says is worked out when it is asked for. */
function candidateOf(moving: Moving, model: ModelFacts, serviceTier: ServiceTier): Candidate {
  const perMonth = monthOf(moving, model, serviceTier);
  let row: CompareRow | null = null;
  return {
    model: model.pool,
    serviceTier,
    perMonth,
    reasons: model.model?.reasons ?? null,
    contextWindow: model.contextWindow,
    toRow: () => (row ??= rowOf(moving, model, serviceTier, perMonth)),
  };
}

/** The row of any model and service tier, also of a model that is no longer on sale or has no price. */
export function rowOn(scenario: Scenario, { model, serviceTier }: ModelChoice): CompareRow {
  const moving = movingAt(scenario, movingTo(model, scenario, null));
  return candidateOf(moving, factsOfModel(model, scenario), serviceTier).toRow();
}

function findCandidates(scenario: Scenario, workload: ComparedWorkload): Candidate[] {
  const all = onSale(scenario).flatMap((id) => {
    const model = factsOfModel(id, scenario);
    const { price } = model;
    const places = movingTo(id, scenario, workload);
    if (!price || places.length === 0) return [];
    const moving = movingAt(scenario, places);
    return CHOICES.serviceTier.flatMap((tier) => (price.prices[tier] ? [candidateOf(moving, model, tier)] : []));
  });
  return all.sort(byCost);
}

const found = new WeakMap<Scenario, Map<ComparedWorkload, readonly Candidate[]>>();

/**
 * Every model on sale on the scenario’s day, one’s own included, in every service tier it has a price in, by the
 * month’s cost. `workload`: only the workload at this place moves.
 */
export function candidatesOf(scenario: Scenario, workload: ComparedWorkload = null): readonly Candidate[] {
  let known = found.get(scenario);
  if (!known) found.set(scenario, (known = new Map()));
  let all = known.get(workload);
  if (!all) known.set(workload, (all = findCandidates(scenario, workload)));
  return all;
}

/**
 * The scenario on every model on sale on its day, one’s own included, in every service tier the model has a price
 * in. `workload`: only the workload at this place moves, and the others stay where they are. A row says what the
 * estimate of its scenario (`scenarioOn`) says. The order is total and the same in every run: what fits before what
 * cannot be told before what does not fit; then as `byCost`.
 */
export function compareModels(scenario: Scenario, workload: ComparedWorkload = null): CompareRow[] {
  const rows = candidatesOf(scenario, workload).map((one) => one.toRow());
  return rows.sort((a, b) => PLACE.get(a.fits)! - PLACE.get(b.fits)!);
}
