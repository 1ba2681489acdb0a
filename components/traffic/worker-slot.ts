import { Bench } from "@/components/ui/worker-slot";
import type { TrafficReply, TrafficTask } from "./messages";

/** The workers that run simulations and read traces. */
export const trafficBench = (): Bench<TrafficTask, TrafficReply> =>
  new Bench<TrafficTask, TrafficReply>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    ({ type }) => type === "done" || type === "trace" || type === "failed",
    (message) => ({ type: "failed", message }),
  );
