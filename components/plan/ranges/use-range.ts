import type { Scenario } from "@/lib/scenario";
import { hasRanges } from "@/lib/scenario/ranges";
import type { RangeView } from "@/lib/view/ranges";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import { useAnswer } from "@/components/ui/hooks/use-answer";
import type { RangeReport } from "./runner";

const loadRunner = () => import("./runner");
const startRanges = () => fetchPart("the ranges", loadRunner).then(({ rangeSlot }) => rangeSlot);

/** What the ranges of a scenario make of it, where the server has not said it; `null` without any. */
export async function firstRange(scenario: Scenario): Promise<RangeView | null> {
  if (!hasRanges(scenario)) return null;
  const slot = (await startRanges())();
  const { view } = await new Promise<RangeReport>((resolve) => slot.order(scenario, resolve));
  slot.close();
  return view;
}

/**
 * What is said of the scenario’s ranges; `null` without any, and until the worker has answered for the first one. The
 * last answer stands until the next has come. `initial` came with the page.
 */
export function useRange(scenario: Scenario, initial: RangeView | null): RangeView | null {
  const ranged = hasRanges(scenario) ? scenario : null;
  const { view } = useAnswer(ranged, startRanges, { of: ranged, answer: { view: initial } });
  return ranged && view;
}
