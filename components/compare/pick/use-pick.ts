import { useMemo } from "react";
import type { ComparedWorkload, Move } from "@/lib/compare";
import type { Scenario } from "@/lib/scenario";
import { hasRanges } from "@/lib/scenario/ranges";
import { moveTo } from "@/lib/view/advice";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { useAnswer } from "@/components/ui/hooks/use-answer";

const loadRunner = () => import("./runner");
const startPick = () => fetchPart("how sure and how long the model holds", loadRunner).then(({ pickSlot }) => pickSlot);

/**
 * How sure and how long the row that Compare leads with holds; empty without ranges and growth. The last answer stands
 * until the next has come. `initial` came with the page; `null`: it is yet to be found.
 */
export function usePick(
  scenario: Scenario,
  move: Move | null,
  workload: ComparedWorkload,
  initial: string | null,
): string {
  const { row, usageTier } = move ?? {};
  const isAsked = scenario.growth !== undefined || hasRanges(scenario);
  const picked = useMemo(
    () => (row && usageTier && isAsked ? moveTo(scenario, { row, usageTier }, workload).scenario : null),
    [scenario, row, usageTier, workload, isAsked],
  );
  const { text } = useAnswer(picked, startPick, {
    of: initial === null ? null : picked,
    answer: { text: initial ?? "" },
  });
  return picked ? text : "";
}
