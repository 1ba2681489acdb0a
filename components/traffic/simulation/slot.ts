import { WorkerSlot } from "@/components/ui/hooks/worker-slot";
import type { TrafficReply, TrafficTask } from "./messages";

/** A worker that runs simulations and reads traces. */
export const trafficSlot = (): WorkerSlot<TrafficTask, TrafficReply> =>
  new WorkerSlot<TrafficTask, TrafficReply>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    ({ type }) => type !== "progress",
    (message) => ({ type: "failed", message }),
  );
