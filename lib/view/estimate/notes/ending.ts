import { add, exact, multiply, type Exact, ZERO } from "@/lib/money";
import { adviceView } from "@/lib/view/advice";
import { formatDay, formatUsd } from "@/lib/view/text";
import { daysLeft, endsInYear } from "../ending";
import { type Alike, writtenModel } from "./alike-notes";
import { workloadNames } from "./names";
import type { NoteAction, NoteText } from "./types";

/** The sum; `null` where an amount is unknown. */
export const total = (amounts: readonly (Exact | null)[]): Exact | null =>
  amounts.reduce<Exact | null>((sum, amount) => sum && amount && add(sum, amount), ZERO);

/** How much of a year’s cost falls before the day the model ends, where a year reaches past that day. */
function yearText({ estimate: { scenario, cost: bill, facts }, pool, indexes }: Alike): string {
  const model = facts.get(pool)!;
  if (!endsInYear(model, scenario.asOf)) return "";
  const days = daysLeft(model, scenario.asOf);
  const month = total(indexes.map((index) => bill.workloads[index]!.perMonth));
  const before = `${days === 1 ? "1 day" : `${days} days`} of its 365 come before it`;
  if (!month) return ` A year reaches past that day: ${before}.`;
  const year = multiply(month, exact(12n));
  const part = formatUsd(multiply(year, exact(BigInt(days), 365n)));
  return ` A year’s cost reaches past that day: ${before}, ${part} of ${formatUsd(year)}.`;
}

/** That a model ends; `named` says what comes in its place. */
function endingNote(alike: Alike, named: string): NoteText {
  const { estimate, pool, indexes } = alike;
  const { on } = estimate.facts.get(pool)!.model!.retirement!;
  return {
    fact: `${workloadNames(estimate.scenario, indexes)}: ${writtenModel(estimate, pool, indexes)} ends ${formatDay(on)}.`,
    consequence: `Requests are refused from that day on. ${named}${yearText(alike)}`,
  };
}

/** That a model ends, and the name that OpenAI gives. */
export function endingText(alike: Alike): NoteText {
  const { successor } = alike.estimate.facts.get(alike.pool)!.model!.retirement!;
  return endingNote(alike, successor ? `OpenAI names ${successor} in its place.` : "No successor is named.");
}

/** The same on a page, with what to move to, and a press for each. */
export function endingAdvice(alike: Alike): NoteText & { readonly presses: readonly NoteAction[] } {
  const { estimate, pool } = alike;
  const { text, moves } = adviceView(estimate.scenario, [estimate.facts.get(pool)!]);
  return { ...endingNote(alike, text), presses: moves };
}
