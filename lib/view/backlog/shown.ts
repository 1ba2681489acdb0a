import type { BacklogPlan, Split, TierPlan } from "@/lib/batch";

/** One of the questions that a plan answers. */
type Question = keyof TierPlan["answers"];

/**
 * The split the page is about: the cheapest that meets the deadline, else the one that is done first; `null`
 * where nothing runs.
 */
export function shownSplit({ own }: BacklogPlan): { readonly split: Split; readonly key: Question } | null {
  const key = own.answers.cheapest.split ? "cheapest" : "earliest";
  const { split } = own.answers[key];
  return split && { split, key };
}
