import type { Scenario } from "@/lib/scenario";
import { WorkerSlot } from "@/components/ui/hooks/worker-slot";

/** What the worker answers; empty where its script is missing. */
export interface PickReport {
  readonly text: string;
}

/** A worker for what is said of the model that Compare leads with. */
export const pickSlot = () =>
  new WorkerSlot<Scenario, PickReport>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    () => true,
    () => ({ text: "" }),
  );
