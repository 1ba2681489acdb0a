import type { Scenario } from "@/lib/scenario";
import type { RangeView } from "@/lib/view/ranges";
import { WorkerSlot } from "@/components/ui/hooks/worker-slot";

/** What the worker answers: everything said of the scenario’s ranges; `null`: its script is missing. */
export interface RangeReport {
  readonly view: RangeView | null;
}

/** A worker for the ranges of one page. */
export const rangeSlot = () =>
  new WorkerSlot<Scenario, RangeReport>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    () => true,
    () => ({ view: null }),
  );
