import { movedTo, namedNext, type Estimate } from "@/lib/estimate";
import type { ModelFacts } from "@/lib/facts";
import { DAY_MS } from "@/lib/rates";
import type { Scenario } from "@/lib/scenario";
import { listed } from "@/lib/view/names";
import { formatDay } from "@/lib/view/text";

/** A press that puts the models named next in place of those that end. */
export interface EndingMove {
  /** `Try gpt-6.1-sol`. */
  readonly label: string;
  /** What is told of it: `Switched from gpt-5 to gpt-6.1-sol`. */
  readonly done: string;
  readonly scenario: Scenario;
}

/** What ends within a year of the scenario’s day, and what to try in its place. */
export interface EndingView {
  /** `gpt-5 and o3 end 11 Dec 2026, gpt-5.1 ends 1 Apr 2027`. */
  readonly text: string;
  /** `null` where no successor is named that has a price on the scenario’s day. */
  readonly move: EndingMove | null;
}

type Judged = Pick<Estimate, "facts" | "scenario">;

/** The models in use that end, by the day they end on; soonest first. */
function byDay({ facts }: Judged): Map<string, ModelFacts[]> {
  const days = new Map<string, ModelFacts[]>();
  const ending = [...facts.values()].filter((one) => one.ending);
  const on = ({ model }: ModelFacts) => model!.retirement!.on;
  for (const one of ending.toSorted((a, b) => (on(a) < on(b) ? -1 : Number(on(a) > on(b)))))
    days.set(on(one), [...(days.get(on(one)) ?? []), one]);
  return days;
}

/** Days from the scenario’s day to the day on which a model that ends does. */
export const daysLeft = ({ model }: ModelFacts, asOf: string): number =>
  (Date.parse(model!.retirement!.on) - Date.parse(asOf)) / DAY_MS;

/** Whether a year from the scenario’s day, of 365 days, reaches past the day on which the model ends. */
export const endsInYear = (one: ModelFacts, asOf: string): boolean => one.ending && daysLeft(one, asOf) < 365;

/** The press that moves every workload of `ending` to the model named next; `null` where there is none. */
export function endingMove({ scenario }: Judged, ending: readonly ModelFacts[]): EndingMove | null {
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
  };
}

/** What ends within twelve months of the scenario’s day; `null` where nothing does. */
export function endingView(judged: Judged): EndingView | null {
  const days = byDay(judged);
  if (days.size === 0) return null;
  const parts = [...days].map(
    ([day, models]) =>
      `${listed(models.map(({ pool }) => pool))} ${models.length > 1 ? "end" : "ends"} ${formatDay(day)}`,
  );
  return { text: parts.join(", "), move: endingMove(judged, [...days.values()].flat()) };
}
