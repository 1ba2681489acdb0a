"use client";

import { use, useEffect, useState, useSyncExternalStore } from "react";
import type { RunRequest } from "./request";
import { TrafficRunner, type RunnerState } from "./runner";

/** The page’s runner, which follows the request. */
export function useRunner(request: RunRequest): TrafficRunner {
  const [runner] = useState(() => new TrafficRunner(request));
  useEffect(() => runner.ask(request), [runner, request]);
  useEffect(() => () => runner.close(), [runner]);
  return runner;
}

/**
 * The part of the state that a component draws; it is drawn again when that changes. The server’s HTML has
 * the blank state.
 */
export function useSnapshot<T>(runner: TrafficRunner, choose: (state: RunnerState) => T): T {
  return useSyncExternalStore(
    runner.subscribe,
    () => choose(runner.get()),
    () => choose(runner.blank),
  );
}

const never = () => () => undefined;

/**
 * The same for a component whose figures are in the server’s HTML: the browser takes it over once it has run
 * them too.
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
