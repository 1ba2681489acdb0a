"use client";

import { use, useEffect, useState, useSyncExternalStore } from "react";
import { Studies, type Snapshot } from "./studies";
import type { Asked } from "./subject";

/** The runs of what is asked, as it is now. */
export function useStudies(asked: Asked): Studies {
  const [studies] = useState(() => new Studies(asked));
  useEffect(() => studies.ask(asked), [studies, asked]);
  useEffect(() => () => studies.close(), [studies]);
  return studies;
}

/** What of the runs a part of the page draws; it is drawn anew when that changes. In the server’s HTML nothing is known yet. */
export function useSnapshot<T>(studies: Studies, choose: (snapshot: Snapshot) => T): T {
  return useSyncExternalStore(
    studies.subscribe,
    () => choose(studies.get()),
    () => choose(studies.blank),
  );
}

const never = () => () => undefined;

/** The same for a part whose HTML the server drew with its figures: it is taken over once the browser has run them too. */
export function useOpened<T>(studies: Studies, choose: (snapshot: Snapshot) => T): T {
  const takingOver = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  if (takingOver && studies.inHtml && !studies.getOpened().study) use(studies.opening);
  return useSyncExternalStore(
    studies.subscribe,
    () => choose(studies.get()),
    () => choose(studies.getOpened()),
  );
}
