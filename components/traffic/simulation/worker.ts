import { findBreak, runTraffic, type Run, type RunInput, type RunVariant, type Simulation } from "@/lib/simulation";
import { readTrace } from "@/lib/usage";
import type { RunKind, SimulatedKind, TrafficReply, TrafficTask } from "./messages";
import { inputOf } from "./request";

/** Milliseconds between two progress replies of one run, at least: each is drawn, on a core that a worker wants. */
const PROGRESS_MS = 150;

const scope = self as unknown as {
  onmessage: (event: MessageEvent<TrafficTask>) => void;
  postMessage: (reply: TrafficReply, transfer?: Transferable[]) => void;
};
const post = (reply: TrafficReply, transfer: Transferable[] = []) => scope.postMessage(reply, transfer);

/** The memory of a run’s columns, each once: one column may stand in two places. */
const buffersOf = ({ pools, ...all }: Simulation) => [
  ...new Set(
    [all as Run, ...pools].flatMap(({ minutes }) => Object.values(minutes).map(({ buffer }) => buffer as ArrayBuffer)),
  ),
];

/** What a run of this kind changes of the request. */
function variantOf(kind: SimulatedKind): RunVariant {
  switch (kind.of) {
    case "main":
      return {};
    case "tiers":
      return { tier: kind.tier };
    case "policies":
      return { policy: kind.policy };
    case "windows":
      return { rpmWindowSeconds: kind.rpmWindowSeconds };
  }
}

/** Sends `progress` no more often than every `PROGRESS_MS`. */
function progressOfRun(): (share: number) => void {
  let last = performance.now();
  return (share) => {
    const now = performance.now();
    if (now - last < PROGRESS_MS) return;
    last = now;
    post({ type: "progress", share });
  };
}

/** What the last request asked for: made once, as a trace is long. */
let input: RunInput;

function doRun(kind: RunKind): void {
  const progress = progressOfRun();
  if (kind.of === "breaking") return post({ type: "breaking", breaking: findBreak(input, progress) });
  const run = runTraffic(input, variantOf(kind), progress);
  post({ type: "run", kind, run }, buffersOf(run));
}

scope.onmessage = async ({ data: task }) => {
  try {
    if (task.type === "run") {
      if (task.request) input = inputOf(task.request);
      doRun(task.kind);
    } else {
      const text = typeof task.source === "string" ? task.source : await task.source.text();
      post({ type: "trace", read: readTrace(text) });
    }
  } catch (fault) {
    post({ type: "failed", message: fault instanceof Error ? fault.message : String(fault) });
  }
};
