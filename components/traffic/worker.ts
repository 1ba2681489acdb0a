import { findBreak, runTraffic, type RunVariant, type Run, type Simulation } from "@/lib/simulation";
import { readTrace } from "@/lib/usage";
import type { Order, Report, Step } from "./messages";
import { inputOf } from "./request";

/** Progress is told no more often than this. */
const TOLD_MS = 50;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Order>) => void;
  postMessage: (report: Report, transfer?: Transferable[]) => void;
};
const tell = (report: Report, transfer: Transferable[] = []) => scope.postMessage(report, transfer);

/** The memory of a run’s columns; one column may stand in two places. */
const columnsOf = ({ pools, ...all }: Simulation) => [
  ...new Set(
    [all as Run, ...pools].flatMap(({ minutes }) => Object.values(minutes).map(({ buffer }) => buffer as ArrayBuffer)),
  ),
];

function variantOf(step: Step): RunVariant {
  return step.of === "tiers"
    ? { tier: step.tier }
    : step.of === "policies"
      ? { policy: step.policy }
      : step.of === "windows"
        ? { rpmWindowSeconds: step.rpmWindowSeconds }
        : {};
}

scope.onmessage = async ({ data }) => {
  try {
    if ("text" in data)
      return tell({ is: "trace", read: readTrace(typeof data.text === "string" ? data.text : await data.text.text()) });
    const input = inputOf(data.request);
    for (const [n, step] of data.steps.entries()) {
      let last = performance.now();
      const progress = (share: number) => {
        const now = performance.now();
        if (now - last < TOLD_MS) return;
        last = now;
        tell({ is: "progress", step: n, share });
      };
      tell({ is: "progress", step: n, share: 0 });
      if (step.of === "breaking") {
        tell({ is: "breaking", breaking: findBreak(input, progress) });
      } else {
        const run = runTraffic(input, variantOf(step), progress);
        tell({ is: "run", step, run }, columnsOf(run));
      }
    }
    tell({ is: "done" });
  } catch (fault) {
    tell({ is: "failed", message: fault instanceof Error ? fault.message : String(fault) });
  }
};
