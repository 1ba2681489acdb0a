import { adviceOf, type ComparedWorkload, isAsEntered, type Move, scenarioOn } from "@/lib/compare";
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

/** The press that moves all workloads, or the one compared, to the model and the usage tier of a move. */
export function moveTo(scenario: Scenario, { row, usageTier }: Move, workload: ComparedWorkload = null): AdviceMove {
  const where = usageTier === scenario.usageTier ? "" : ` at ${formatTier(usageTier)}`;
  return {
    label: `Try ${modelIn(row)}${where}`,
    done: `Now on ${modelIn(row)}${where}`,
    scenario: { ...scenarioOn(scenario, row, workload), usageTier },
  };
}

/** The same with what else is on the models that end, as a backlog may be. */
function cheapestMoveOf(scenario: Scenario, move: Move, ending: readonly ModelFacts[]): AdviceMove {
  const press = moveTo(scenario, move);
  return { ...press, scenario: ending.reduce((next, { pool }) => movedTo(next, pool, move.row.model), press.scenario) };
}

/** `$530.42 a month, does not fit tier 1`; `rest`: what is said of models that do not end. */
function monthThere(scenario: Scenario, rest: string): string {
  const { cost, fit } = estimateOf(scenario);
  const month = cost.perMonth ? `${formatUsd(cost.perMonth)} a month${rest}` : "no price";
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

/** What OpenAI names in place of models that end, with what that costs and whether it fits, and a press. */
export function namedAdvice(scenario: Scenario, ending: readonly ModelFacts[]): AdviceView {
  const named = namedMove(scenario, ending);
  const stays = scenario.workloads.some(({ model }) => !ending.some(({ pool }) => pool === poolOf(model)));
  const rest = stays ? " with the others as they are" : "";
  if (named)
    return { text: `OpenAI names ${listed(named.models)} (${monthThere(named.scenario, rest)}).`, moves: [named] };
  const unpriced = [...new Set(ending.flatMap(({ model }) => model?.retirement?.successor ?? []))];
  const names = unpriced.length > 0 ? `${listed(unpriced)} (no price known here)` : "no successor";
  return { text: `OpenAI names ${names}.`, moves: [] };
}

/** What to move to from models in use that end: one rule and one sentence on every page. */
export function adviceView(scenario: Scenario, ending: readonly ModelFacts[]): AdviceView {
  const { text, moves } = namedAdvice(scenario, ending);
  const names = text.slice(0, -1);
  const [named] = moves;
  const { cheapest } = adviceOf(scenario);
  if (!cheapest || isAsEntered(cheapest.row, scenario, null)) return { text, moves };
  const { row, usageTier } = cheapest;
  const isOwnTier = usageTier === scenario.usageTier;
  if (named && isOwnTier && isAsEntered(row, named.scenario, null))
    return { text: `${names}, which is also the cheapest that fits.`, moves };
  const several = new Set(scenario.workloads.map(({ model }) => poolOf(model))).size > 1 ? ", with all on it," : "";
  const which = `${modelIn(row)} (${formatUsd(row.perMonth)}${named ? "" : " a month"})`;
  const fitting = isOwnTier
    ? `the cheapest that fits${several} is ${which}`
    : `nothing known fits ${formatTier(scenario.usageTier)}, and at ${formatTier(usageTier)} the cheapest${several} is ${which}`;
  return { text: `${names}; ${fitting}.`, moves: [...moves, cheapestMoveOf(scenario, cheapest, ending)] };
}
