import { Bench } from "@/components/ui/worker-slot";
import type { Order, Report } from "./messages";

/** The workers that run simulations and read traces. */
export const trafficBench = (): Bench<Order, Report> =>
  new Bench<Order, Report>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    ({ is }) => is === "done" || is === "trace" || is === "failed",
    (message) => ({ is: "failed", message }),
  );
