import type { UsageDay, UsageReport } from "@/lib/usage";
import { ticks } from "@/lib/view/chart";
import { formatDay } from "@/lib/view/text";
import { dayOf, modelName } from "../words";
import { DAY_MS } from "@/lib/rates";
import type { StackParts } from "./stack";
import { MOST_COLUMNS, lengthText } from "./columns";

const TONES = ["first", "second", "third"] as const;

/**
 * The columns of a calendar: every day from the first to the last, or weeks where those are too many. A day
 * without rows is 0.
 */
export function dayColumns({ days, groups }: UsageReport, value: (day: UsageDay) => number): StackParts {
  const first = Date.parse(days[0]!.day);
  const dayAt = ({ day }: UsageDay) => Math.round((Date.parse(day) - first) / DAY_MS);
  const all = dayAt(days.at(-1)!) + 1;
  const step = [1, 7, 28].find((length) => all / length <= MOST_COLUMNS) ?? Math.ceil(all / MOST_COLUMNS);
  const count = Math.ceil(all / step);
  const models = [...new Set(groups.map(({ model }) => model))];
  // One more than has a tone of its own is not worth a rest.
  const named = models.slice(0, models.length > TONES.length ? TONES.length - 1 : TONES.length);
  const series = [
    ...named.map(modelName),
    ...(models.length > named.length ? [`${models.length - named.length} others`] : []),
  ].map((name, rank) => ({
    name,
    tone: rank < named.length ? TONES[rank]! : ("rest" as const),
    values: new Array<number>(count).fill(0),
  }));
  for (const day of days) {
    const rank = named.indexOf(day.model);
    series[rank < 0 ? series.length - 1 : rank]!.values[Math.floor(dayAt(day) / step)]! += value(day);
  }
  const edges = Array.from({ length: count + 1 }, (_, index) => index * step);
  const dateOf = (index: number) => dayOf(first + index * DAY_MS);
  const short = (index: number) => formatDay(dateOf(index)).split("\u00a0").slice(0, 2).join("\u00a0");
  const names = edges
    .slice(0, -1)
    .map((index) => (step === 1 ? formatDay(dateOf(index)) : `from ${formatDay(dateOf(index))}`));
  const every = Math.ceil(count / 8);
  const x = {
    from: 0,
    to: count * step,
    ticks: ticks(
      edges.slice(0, -1).filter((_, index) => index % every === 0),
      short,
    ),
  };
  return { edges, series, x, xLabel: "days, UTC", names, each: lengthText(step * 86_400) };
}

/** Whether a log has rows of more than one day. */
export const severalDays = ({ days }: UsageReport) => days.length > 0 && days[0]!.day !== days.at(-1)!.day;
