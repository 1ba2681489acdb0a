"use client";

import { use, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Scenario } from "@/lib/scenario";
import type { TraceRequests } from "@/lib/usage";
import type { RunRequest } from "./request";
import { TrafficRunner, type RunnerState } from "./runner";

/** Makes the runner of the page, submits each new request to it, and closes it with the page. */
function useRunner(request: RunRequest): TrafficRunner {
  const [runner] = useState(() => new TrafficRunner(request));
  useEffect(() => runner.submit(request), [runner, request]);
  useEffect(() => () => runner.close(), [runner]);
  return runner;
}

/** Holds what the page runs and the link does not keep, scale and trace, and the runner that follows them. */
export function useTraffic(scenario: Scenario) {
  const [scale, onScale] = useState(1);
  const [trace, onTrace] = useState<TraceRequests | null>(null);
  const request = useMemo(() => ({ scenario, scale, trace }), [scenario, scale, trace]);
  return { runner: useRunner(request), scale, onScale, trace, onTrace };
}

/** Returns a part of the state and draws the component again when it changes; the server’s HTML has the blank state. */
export function useSnapshot<T>(runner: TrafficRunner, choose: (state: RunnerState) => T): T {
  return useSyncExternalStore(
    runner.subscribe,
    () => choose(runner.get()),
    () => choose(runner.blank),
  );
}

const never = () => () => undefined;

/**
 * Returns a part of the state for a component whose figures are in the server’s HTML. In a browser the component waits
 * until the first request has been run there too.
 */
export function useOpened<T>(runner: TrafficRunner, choose: (state: RunnerState) => T): T {
  const takingOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  if (takingOver && runner.inHtml && !runner.getOpened().runs) use(runner.opening);
  return useSyncExternalStore(
    runner.subscribe,
    () => choose(runner.get()),
    () => choose(runner.getOpened()),
  );
}
