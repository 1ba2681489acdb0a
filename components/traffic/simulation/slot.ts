import { WorkerSlot } from "@/components/ui/hooks/worker-slot";
import type { TrafficReply, TrafficTask } from "./messages";

/** The workers that run simulations and read traces. */
export const trafficSlot = (): WorkerSlot<TrafficTask, TrafficReply> =>
  new WorkerSlot<TrafficTask, TrafficReply>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    ({ type }) => type === "done" || type === "trace" || type === "failed",
    (message) => ({ type: "failed", message }),
  );
