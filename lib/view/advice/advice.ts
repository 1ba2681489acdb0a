import { adviceOf, isAsEntered, type Move, scenarioOn } from "@/lib/compare";
import { estimate as estimateOf, movedTo, namedNext } from "@/lib/estimate";
import type { ModelFacts } from "@/lib/facts";
import { poolOf, type Scenario } from "@/lib/scenario";
import { listed, modelIn } from "@/lib/view/names";
import { formatTier, formatUsd } from "@/lib/view/text";

/** A press that moves the scenario to other models. */
export interface AdviceMove {
  /** `Try gpt-6.1-sol`. */
  readonly label: string;
  /** What is told of it: `Switched from gpt-5 to gpt-6.1-sol`. */
  readonly done: string;
  readonly scenario: Scenario;
}

/** What to do about models that end: what OpenAI names, and what is the cheapest that fits, in one sentence. */
export interface AdviceView {
  readonly text: string;
  /** A press for each that is named, once where both are the same. */
  readonly moves: readonly AdviceMove[];
}

/** The press that moves every workload of `ending` to the model named next, and those models; `null`: there is none. */
function namedMove(
  scenario: Scenario,
  ending: readonly ModelFacts[],
): (AdviceMove & { readonly models: readonly string[] }) | null {
  const moves = ending.flatMap((one) => {
    const next = namedNext(one, scenario.asOf);
    return next ? [{ from: one.pool, to: next.id }] : [];
  });
  const [first] = moves;
  if (!first) return null;
  const alone = moves.length === 1;
  return {
    label: alone ? `Try ${first.to}` : "Try their successors",
    done: alone ? `Switched from ${first.from} to ${first.to}` : "Switched to the successors",
    scenario: moves.reduce((moved, { from, to }) => movedTo(moved, from, to), scenario),
    models: [...new Set(moves.map(({ to }) => to))],
  };
}

/** The press that moves all workloads to the cheapest that fits, and what is left of the models that end. */
function cheapestMoveOf(scenario: Scenario, { row, usageTier }: Move, ending: readonly ModelFacts[]): AdviceMove {
  const isOwnTier = usageTier === scenario.usageTier;
  const moved = scenarioOn(scenario, row, null);
  return {
    label: `Try ${modelIn(row)}${isOwnTier ? "" : ` at ${formatTier(usageTier)}`}`,
    done: `Now on ${modelIn(row)}`,
    scenario: ending.reduce((next, { pool }) => movedTo(next, pool, row.model), { ...moved, usageTier }),
  };
}

/** `$530.42 a month, does not fit tier 1`. */
function monthThere(scenario: Scenario): string {
  const { cost, fit } = estimateOf(scenario);
  const month = cost.perMonth ? `${formatUsd(cost.perMonth)} a month` : "no price";
  const tier = formatTier(scenario.usageTier);
  if (fit.fits) return month;
  return `${month}, ${fit.fits === null ? "not known to fit" : "does not fit"} ${tier}`;
}

/** The cheapest that fits alone, where that is not what is entered; `null`: none. */
export function cheapestAdvice(scenario: Scenario): AdviceView | null {
  const { cheapest } = adviceOf(scenario);
  if (!cheapest || isAsEntered(cheapest.row, scenario, null)) return null;
  const { row, usageTier } = cheapest;
  const which = `${modelIn(row)} (${formatUsd(row.perMonth)} a month)`;
  const tier = formatTier(usageTier);
  const text =
    usageTier === scenario.usageTier
      ? `The cheapest that fits is ${which}.`
      : `Nothing known fits ${formatTier(scenario.usageTier)}; the cheapest at ${tier} is ${which}.`;
  return { text, moves: [cheapestMoveOf(scenario, cheapest, [])] };
}

/** What to move to from models in use that end: one rule and one sentence on every page. */
export function adviceView(scenario: Scenario, ending: readonly ModelFacts[]): AdviceView {
  const named = namedMove(scenario, ending);
  const unpriced = ending.flatMap(({ model }) => model?.retirement?.successor ?? []);
  const { cheapest: best } = adviceOf(scenario);
  const cheapest = best && !isAsEntered(best.row, scenario, null) ? best : null;
  const there = named ? ` (${monthThere(named.scenario)})` : unpriced.length > 0 ? " (no price known here)" : "";
  const next = named?.models ?? [...new Set(unpriced)];
  const names = next.length > 0 ? `OpenAI names ${listed(next)}${there}` : "OpenAI names no successor";
  if (!cheapest) return { text: `${names}.`, moves: named ? [named] : [] };
  const { row, usageTier } = cheapest;
  const isOwnTier = usageTier === scenario.usageTier;
  if (named && isOwnTier && isAsEntered(row, named.scenario, null))
    return { text: `${names}, which is also the cheapest that fits.`, moves: [named] };
  const several = new Set(scenario.workloads.map(({ model }) => poolOf(model))).size > 1 ? ", with all on it," : "";
  const which = `${modelIn(row)} (${formatUsd(row.perMonth)}${named ? "" : " a month"})`;
  const fitting = isOwnTier
    ? `the cheapest that fits${several} is ${which}`
    : `nothing known fits ${formatTier(scenario.usageTier)}, and at ${formatTier(usageTier)} the cheapest${several} is ${which}`;
  const press = cheapestMoveOf(scenario, cheapest, ending);
  return {
    text: `${names}; ${fitting}.`,
    moves: named ? [named, press] : [press],
  };
}
