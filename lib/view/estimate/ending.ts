import type { Estimate } from "@/lib/estimate";
import type { ModelFacts } from "@/lib/facts";
import { DAY_MS } from "@/lib/rates";
import { type AdviceView, adviceView } from "@/lib/view/advice";
import { listed } from "@/lib/view/names";
import { formatDay } from "@/lib/view/text";

/** What ends within a year of the scenario’s day, and what to try in its place. */
export interface EndingView {
  /** `gpt-5 and o3 end 11 Dec 2026, gpt-5.1 ends 1 Apr 2027`. */
  readonly text: string;
  /** What to move to. */
  readonly advice: AdviceView;
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

/** What ends within twelve months of the scenario’s day; `null` where nothing does. */
export function endingView(judged: Judged): EndingView | null {
  const days = byDay(judged);
  if (days.size === 0) return null;
  const parts = [...days].map(
    ([day, models]) =>
      `${listed(models.map(({ pool }) => pool))} ${models.length > 1 ? "end" : "ends"} ${formatDay(day)}`,
  );
  return { text: parts.join(", "), advice: adviceView(judged.scenario, [...days.values()].flat()) };
}
