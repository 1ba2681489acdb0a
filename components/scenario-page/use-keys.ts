"use client";

import { useEffect, useRef, type Dispatch, type RefObject } from "react";
import type { Draft, Edit } from "@/components/scenario/draft";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import type { followSteps, listenToKeys } from "./keys";

type LoadKeys = () => Promise<{
  readonly listenToKeys: typeof listenToKeys;
  readonly followSteps: typeof followSteps;
}>;

const loadKeys: LoadKeys = () => import("./keys");

/** Fetches the keys at once. */
export const fetchKeys: LoadKeys = () => fetchPart("the keys of the page", loadKeys);

/** Keeps the last key of the page that is pressed before they are there; `press` presses it again. */
function keepKey() {
  let last: KeyboardEvent | null = null;
  const keep = (event: KeyboardEvent) => {
    if (!/^[/?nw]$/.test(event.key) || (event.target as Element).closest("input:not([type=radio]),select,textarea"))
      return;
    last = event;
    // Some browsers search the page by it.
    if (event.key === "/") event.preventDefault();
  };
  addEventListener("keydown", keep);
  return {
    stop: () => removeEventListener("keydown", keep),
    press: () => last?.target!.dispatchEvent(new KeyboardEvent("keydown", last)),
  };
}

/** The keys of the page and the steps of the one before, once `load`, which never changes, has them. */
export function useKeys(root: RefObject<HTMLElement | null>, edit: Dispatch<Edit>, draft: Draft, load: LoadKeys): void {
  const latest = useRef(draft);
  useEffect(() => {
    latest.current = draft;
  });
  useEffect(() => {
    const early = keepKey();
    const stops = [early.stop];
    let gone = false;
    void load().then((keys) => {
      early.stop();
      if (gone || !root.current) return;
      stops.push(keys.listenToKeys(root.current, edit, () => latest.current.scenario));
      stops.push(keys.followSteps(edit, () => latest.current));
      early.press();
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, [root, edit, load]);
}
