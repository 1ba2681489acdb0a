"use client";

import { use, useEffect, useState, useSyncExternalStore } from "react";
import { TrafficRunner, type Snapshot } from "./runner";
import type { RunRequest } from "./request";

/** The runs of what is asked, as it is now. */
export function useRunner(request: RunRequest): TrafficRunner {
  const [runner] = useState(() => new TrafficRunner(request));
  useEffect(() => runner.ask(request), [runner, request]);
  useEffect(() => () => runner.close(), [runner]);
  return runner;
}

/** What of the runs a part of the page draws; it is drawn anew when that changes. In the server’s HTML nothing is known yet. */
export function useSnapshot<T>(runner: TrafficRunner, choose: (snapshot: Snapshot) => T): T {
  return useSyncExternalStore(
    runner.subscribe,
    () => choose(runner.get()),
    () => choose(runner.blank),
  );
}

const never = () => () => undefined;

/** The same for a part whose HTML the server drew with its figures: it is taken over once the browser has run them too. */
export function useOpened<T>(runner: TrafficRunner, choose: (snapshot: Snapshot) => T): T {
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
