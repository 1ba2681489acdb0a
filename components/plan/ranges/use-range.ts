import { startTransition, useEffect, useRef, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import type { RangeView } from "@/lib/view/ranges";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import type { RangeReport, rangeSlot } from "./runner";

const loadRunner = () => import("./runner");

/** Whether some mean of the scenario is a range. */
const isRanged = ({ workloads }: Scenario): boolean => workloads.some(({ ranges }) => ranges !== undefined);

/** What the ranges of a scenario make of it, where the server has not said it; `null` without any. */
export async function firstRange(scenario: Scenario): Promise<RangeView | null> {
  if (!isRanged(scenario)) return null;
  const slot = (await fetchPart("the ranges", loadRunner)).rangeSlot();
  const { view } = await new Promise<RangeReport>((resolve) => slot.order(scenario, resolve));
  slot.close();
  return view;
}

/**
 * What is said of the scenario’s ranges; `null` without any, and until the worker has answered for the first one. The
 * last answer stands until the next has come. `initial` came with the page.
 */
export function useRange(scenario: Scenario, initial: RangeView | null): RangeView | null {
  const [known, setKnown] = useState({ of: scenario, view: initial });
  const slot = useRef<ReturnType<typeof rangeSlot> | null>(null);
  const waits = isRanged(scenario) && known.of !== scenario;
  useEffect(() => {
    if (!waits) return;
    let gone = false;
    void fetchPart("the ranges", loadRunner).then(({ rangeSlot }) => {
      if (gone) return;
      slot.current ??= rangeSlot();
      slot.current.order(scenario, ({ view }) => startTransition(() => setKnown({ of: scenario, view })));
    });
    return () => {
      gone = true;
    };
  }, [scenario, waits]);
  useEffect(() => () => slot.current?.close(), []);
  return isRanged(scenario) ? known.view : null;
}
