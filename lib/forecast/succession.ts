import { findModel, isRetired, priceOn, type Day } from "@/lib/catalogue";
import { estimate, movedTo } from "@/lib/estimate";
import { poolOf, type Scenario } from "@/lib/scenario";
import type { ModelChange } from "./types";

/** The scenario on the models it has from a day on, until the next stretch or the end. */
interface Stretch {
  readonly from: Day;
  readonly scenario: Scenario;
}

/** How a scenario goes on as the models it uses end. */
export interface Course {
  readonly stretches: readonly Stretch[];
  readonly changes: readonly ModelChange[];
  /** `null`: it goes on. */
  readonly endsOn: Day | null;
}

/** The catalogue’s models in use, by first appearance. */
const modelsOf = ({ workloads }: Scenario) =>
  [...new Set(workloads.map(({ model }) => poolOf(model)))].map(findModel).filter((model) => model !== undefined);

/** The model that takes over on a day: the one named or, where that has ended too, the one named in its place. */
function successorOn(name: string, day: Day): string | null {
  const seen = new Set([name]);
  let next = findModel(name)?.retirement?.successor ?? null;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const model = findModel(next);
    if (!model || !isRetired(model, day)) return next;
    next = model.retirement?.successor ?? next;
  }
  return next;
}

/** Whether the workloads of a model have a price on another from a day on, where they had one before. */
function isPriced(before: Scenario, { model, to, on }: { model: string; to: string; on: Day }): boolean {
  const next = findModel(to);
  if (!next || isRetired(next, on) || !priceOn(next, on)) return false;
  const [was, is] = [estimate({ ...before, asOf: on }), estimate({ ...movedTo(before, model, to), asOf: on })];
  return is.cost.workloads.every(({ perMonth }, index) => perMonth !== null || !was.cost.workloads[index]!.perMonth);
}

/** The scenario with each of the models that have ended on its successor. */
function goOn(scenario: Scenario, models: readonly string[], day: Day) {
  let next = scenario;
  const changes = models.map((model): ModelChange => {
    const successor = successorOn(model, day);
    const goesOn = successor !== null && isPriced(next, { model, to: successor, on: day });
    if (goesOn) next = movedTo(next, model, successor);
    return { on: findModel(model)!.retirement!.on, model, successor, goesOn };
  });
  return { scenario: next, changes };
}

/**
 * The models of a scenario day by day until before `until`: on the day a model ends its workloads go on with the
 * successor that is named, sizes as entered, and the same of that one when it ends; a model that had ended before is
 * replaced on the first day, where it can be. Where no successor is named, or none that has a price for them, all ends
 * on that day.
 */
export function courseOf(scenario: Scenario, until: Day): Course {
  const first = scenario.asOf;
  const gone = modelsOf(scenario).filter((model) => isRetired(model, first));
  const begun = goOn(
    scenario,
    gone.map(({ id }) => id),
    first,
  );
  const stretches: Stretch[] = [{ from: first, scenario: begun.scenario }];
  const changes = begun.changes.filter(({ goesOn }) => goesOn);
  for (;;) {
    const { from, scenario: now } = stretches.at(-1)!;
    const ahead = modelsOf(now).filter(({ retirement }) => retirement && retirement.on > from && retirement.on < until);
    const on = ahead.map(({ retirement }) => retirement!.on).toSorted()[0];
    if (on === undefined) return { stretches, changes, endsOn: null };
    const ending = ahead.filter(({ retirement }) => retirement!.on === on).map(({ id }) => id);
    const next = goOn(now, ending, on);
    changes.push(...next.changes);
    if (next.changes.some(({ goesOn }) => !goesOn)) return { stretches, changes, endsOn: on };
    stretches.push({ from: on, scenario: next.scenario });
  }
}
