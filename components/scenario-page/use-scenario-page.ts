"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { Scenario } from "@/lib/scenario";
import { encodeLink } from "@/lib/link";
import { ROUTES, type PageKey } from "@/components/ui/routes";
import { useDraft } from "@/components/scenario/draft";
import { isOwn } from "./kept";
import type { ScenarioPageProps } from "./route";
import { useKeys, type LoadKeys } from "./use-keys";
import { useLink } from "./use-link";

const loadAtOnce: LoadKeys = () => import("./keys");

export type ScenarioPage = ReturnType<typeof useScenarioPage>;

/**
 * All that a page with a scenario is and keeps: the scenario being edited, its link, which the address bar follows, and
 * what the page was opened with. `begin` is told of a scenario that is put in place of it to start from. `loadKeys`,
 * which never changes, says when the keys of the page are fetched.
 */
export function useScenarioPage({ opened, header }: ScenarioPageProps, key: PageKey, loadKeys = loadAtOnce) {
  const [draft, edit] = useDraft(opened.scenario);
  const { scenario } = draft;
  const path = ROUTES[key];
  const root = useRef<HTMLDivElement>(null);
  const link = useMemo(() => encodeLink(scenario, path), [scenario, path]);
  const { startAfresh, ...sharing } = useLink(link, opened.from !== "example");
  const [start, setStart] = useState(opened.from === "link" ? null : opened.scenario);
  const begin = useCallback(
    (starting: Scenario) => {
      startAfresh();
      setStart(starting);
    },
    [startAfresh],
  );
  // A blank one has no title: there is nothing in it to be an example.
  const isExample = scenario === start && scenario.title !== "";
  const fromLink = opened.from === "link";
  const [firstLink] = useState(link);
  const isEdited = link !== firstLink;
  const arrival = useMemo(
    () => ({ faults: opened.faults, hadScenario: fromLink, isStart: opened.from === "example", isEdited, page: path }),
    [opened, fromLink, isEdited, path],
  );
  useKeys(root, edit, draft, loadKeys);
  useOpenFirst(root, fromLink, encodeLink(scenario));
  return { root, header, path, draft, edit, scenario, link, sharing, arrival, opened, begin, isExample };
}

/**
 * From a link the first workload starts closed on a phone; in your own scenario, and where the editor has a pane of its
 * own, it starts open.
 */
function useOpenFirst(root: RefObject<HTMLElement | null>, fromLink: boolean, link: string): void {
  useEffect(() => {
    if (!fromLink) return;
    const open = isOwn(link) || matchMedia("(min-width: 75rem)").matches;
    root.current?.querySelector("[data-workload]")?.toggleAttribute("open", open);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what the page was opened with
  }, []);
}
