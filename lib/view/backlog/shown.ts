import type { BacklogPlan, Split } from "@/lib/batch";
import type { BacklogQuestion } from "@/lib/view/text";

/**
 * The split the page is about: the cheapest that meets the deadline, else the one that is done first; `null`
 * where nothing runs.
 */
export function shownSplit({ own }: BacklogPlan): { readonly split: Split; readonly key: BacklogQuestion } | null {
  const key = own.answers.cheapest.split ? "cheapest" : "earliest";
  const { split } = own.answers[key];
  return split && { split, key };
}
