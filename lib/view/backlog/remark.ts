import type { BacklogPlan } from "@/lib/batch";
import type { Tone } from "@/lib/view/estimate";
import { formatUsd } from "@/lib/view/text";
import { shownSplit } from "./shown";
import { backlogVerdict } from "./verdict";

/** What a plan comes to in a few words: `Done in 19 h`, and `$40.12, 2 waves`. */
export function backlogRemark(plan: BacklogPlan): {
  readonly tone: Tone;
  readonly text: string;
  readonly about: string;
} {
  const { tone, short } = backlogVerdict(plan);
  const cost = shownSplit(plan)?.split.cost;
  return { tone, text: short.title, about: cost ? `${formatUsd(cost)}, ${short.about}` : short.about };
}
