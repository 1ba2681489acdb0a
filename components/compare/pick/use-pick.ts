import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import type { ComparedWorkload, Move } from "@/lib/compare";
import type { Scenario } from "@/lib/scenario";
import { moveTo } from "@/lib/view/advice";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import type { pickSlot } from "./runner";

const loadRunner = () => import("./runner");

/** Whether there is something to be sure of, or a growth to hold. */
const isAsked = ({ workloads, growth }: Scenario) =>
  growth !== undefined || workloads.some(({ ranges }) => ranges !== undefined);

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
  const picked = useMemo(
    () => (row && usageTier && isAsked(scenario) ? moveTo(scenario, { row, usageTier }, workload).scenario : null),
    [scenario, row, usageTier, workload],
  );
  const [known, setKnown] = useState({ of: initial === null ? null : picked, text: initial ?? "" });
  const slot = useRef<ReturnType<typeof pickSlot> | null>(null);
  const waits = picked !== null && known.of !== picked;
  useEffect(() => {
    if (!waits) return;
    let gone = false;
    void fetchPart("how sure and how long the model holds", loadRunner).then(({ pickSlot: start }) => {
      if (gone) return;
      slot.current ??= start();
      slot.current.order(picked, ({ text }) => startTransition(() => setKnown({ of: picked, text })));
    });
    return () => {
      gone = true;
    };
  }, [picked, waits]);
  useEffect(() => () => slot.current?.close(), []);
  return picked ? known.text : "";
}
