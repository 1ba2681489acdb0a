"use client";

import { useEffect, useRef, type Dispatch, type RefObject } from "react";
import type { Scenario } from "@/lib/scenario";
import type { Edit } from "@/components/scenario/draft";
import type { listenToKeys } from "./keys";

export type LoadKeys = () => Promise<{ readonly listenToKeys: typeof listenToKeys }>;

/** The keys of the page, once `load`, which never changes, has them. */
export function useKeys(
  root: RefObject<HTMLElement | null>,
  edit: Dispatch<Edit>,
  scenario: Scenario,
  load: LoadKeys,
): void {
  const latest = useRef(scenario);
  useEffect(() => {
    latest.current = scenario;
  });
  useEffect(() => {
    let stop = () => undefined as void;
    let gone = false;
    void load().then((keys) => {
      if (!gone && root.current) stop = keys.listenToKeys(root.current, edit, () => latest.current);
    });
    return () => {
      gone = true;
      stop();
    };
  }, [root, edit, load]);
}
