import { monthsAfter, type Forecast, type ForecastMonth, type ModelChange } from "@/lib/forecast";
import { divide, toNumber } from "@/lib/money";
import { listed } from "@/lib/view/names";
import { formatCount, formatDay, formatFactor, type Sentence } from "@/lib/view/text";

/** The models that end on one day of a forecast, and the month it is in. */
export interface DayOfChange {
  readonly on: string;
  readonly at: ForecastMonth;
  readonly changes: readonly ModelChange[];
}

/** The models that had ended before the first day and are gone on without. */
export const goneBefore = ({ scenario, changes }: Forecast): ModelChange[] =>
  changes.filter(({ on }) => on <= scenario.asOf);

/** The days within a forecast on which models end. */
export function daysOfChange({ scenario, months, changes }: Forecast): DayOfChange[] {
  const days = [...new Set(changes.map(({ on }) => on))].filter((on) => on > scenario.asOf);
  return days.map((on) => ({
    on,
    // A day on which the forecast ends may be the one after its last month.
    at: months.findLast(({ from }) => from <= on)!,
    changes: changes.filter((change) => change.on === on),
  }));
}

/** The models that take over, each once: `gpt-6.1-terra`. */
export const successorsIn = (changes: readonly ModelChange[]): string =>
  listed([...new Set(changes.flatMap(({ successor, goesOn }) => (goesOn && successor ? [successor] : [])))]);

const modelsIn = (changes: readonly ModelChange[]) => listed(changes.map(({ model }) => model));

/** `gpt-5-mini ends`, `gpt-5 and gpt-5-mini end`. */
export const endText = (changes: readonly ModelChange[]): string =>
  `${modelsIn(changes)} ${changes.length > 1 ? "end" : "ends"}`;

/** How much dearer the traffic of a day is on the models it goes on with; `null` without prices. */
function factorOf({ months }: Forecast, { on, at }: DayOfChange): number | null {
  const index = at.parts.findIndex(({ from }) => from === on);
  const before = (index > 0 ? at.parts[index - 1] : months[at.month - 1]?.parts.at(-1))?.base.cost.perMonth;
  const after = at.parts[index]?.base.cost.perMonth;
  return before && after && before.n > 0n ? toNumber(divide(after, before)) : null;
}

/** What is gone on with: `From then on gpt-6.1-terra, its successor; the month costs 2.7 times as much.` */
export function goesOnText(forecast: Forecast, day: DayOfChange): string {
  const { changes } = day;
  const factor = factorOf(forecast, day);
  const text = factor === null ? null : formatFactor(factor);
  const costs = text === null ? "" : `; the month costs ${text === "1" ? "the same" : `${text} times as much`}`;
  const own = changes.length > 1 ? "named in their place" : "its successor";
  return `From then on ${successorsIn(changes)}, ${own}${costs}.`;
}

/** Why a forecast ends with its models, without its end: `no successor is named; choose one`. */
export function nothingNamed(changes: readonly ModelChange[]): string {
  const lost = changes.filter(({ goesOn }) => !goesOn);
  const named = lost.flatMap(({ successor }) => successor ?? []);
  return named.length === lost.length
    ? `${listed(named)}, named in ${lost.length > 1 ? "their" : "its"} place, has no price for it; choose another`
    : "no successor is named; choose one";
}

/** The same as a sentence of its own, with the model where only some of them have none. */
export function endsHere(changes: readonly ModelChange[]): Sentence {
  const lost = changes.filter(({ goesOn }) => !goesOn);
  return [`${endText(lost)} and ${nothingNamed(lost)}.`];
}

/** Models that ended before the first day: `o1-mini ended on 27 Oct 2025: counted on gpt-5.6-terra, its successor.` */
export function goneAside(forecast: Forecast): string | null {
  const gone = goneBefore(forecast);
  if (gone.length === 0) return null;
  const days = gone.map(({ model, on }) => `${model} ended on ${formatDay(on)}`);
  return `${listed(days)}: counted on ${successorsIn(gone)}, named in ${gone.length > 1 ? "their" : "its"} place.`;
}

/** The models of a month that is not of the same ones throughout: `14 days of gpt-5-mini, then gpt-6.1-terra`. */
export function partsText(forecast: Forecast, month: ForecastMonth): string | null {
  const until = monthsAfter(forecast.scenario.asOf, month.month + 1);
  const within = daysOfChange(forecast).filter(({ on, at }) => at === month && on > month.from && on < until);
  const [first, ...others] = within;
  if (!first) return null;
  const days = formatCount(BigInt(month.parts[0]!.hours / 24), "day");
  if (first.on === forecast.endsOn) return `${days}, until ${endText(first.changes.filter(({ goesOn }) => !goesOn))}`;
  const then = others.map(({ on, changes }) =>
    on === forecast.endsOn ? ", then nothing" : `, then ${successorsIn(changes)}`,
  );
  return `${days} of ${modelsIn(first.changes)}, then ${successorsIn(first.changes)}${then.join("")}`;
}

/** What changes in a month, beside its date: `gpt-6.1-terra from 11 Dec`, `ends 1 Apr`. */
export function changeNote(forecast: Forecast, month: ForecastMonth): string | null {
  const notes = daysOfChange(forecast)
    .filter(({ on, at }) => at === month && on < monthsAfter(forecast.scenario.asOf, month.month + 1))
    .map(({ on, changes }) => {
      const day = formatDay(on).slice(0, -5);
      return on === forecast.endsOn ? `ends ${day}` : `${successorsIn(changes)} from ${day}`;
    });
  return notes.length > 0 ? notes.join("; ") : null;
}
