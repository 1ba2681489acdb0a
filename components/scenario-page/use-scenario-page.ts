"use client";

import { useCallback, useMemo, useRef, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import { encodeLink } from "@/lib/link";
import { useEarly } from "@/components/ui/hooks/early";
import { ROUTES, type PageKey } from "@/components/ui/routes";
import { useDraft } from "@/components/scenario/draft";
import type { ScenarioPageProps } from "./route";
import { fragmentOf } from "./variants/shown";
import { fetchKeys, useKeys } from "./use-keys";
import { useLink } from "./use-link";

export type ScenarioPage = ReturnType<typeof useScenarioPage>;

/**
 * All that a page with a scenario is and keeps: the scenario being edited, its link, which the address bar follows, and
 * what the page was opened with. `begin` is told of a scenario that is put in place of it to start from. `loadKeys`,
 * which never changes, says when the keys of the page are fetched.
 */
export function useScenarioPage({ opened, header }: ScenarioPageProps, key: PageKey, loadKeys = fetchKeys) {
  const [draft, edit] = useDraft(opened.scenario);
  const { scenario, base } = draft;
  const path = ROUTES[key];
  const root = useRef<HTMLDivElement>(null);
  const link = useMemo(() => encodeLink(base, path), [base, path]);
  const { startAfresh, ...sharing } = useLink(link, draft.room && fragmentOf(draft.chosen));
  const [start, setStart] = useState(opened.from === "link" ? null : opened.scenario);
  const begin = useCallback(
    (starting: Scenario) => {
      startAfresh();
      setStart(starting);
    },
    [startAfresh],
  );
  // A blank one has no title: there is nothing in it to be an example.
  const isExample = base === start && base.title !== "";
  const fromLink = opened.from === "link";
  const [firstLink] = useState(link);
  const isEdited = link !== firstLink;
  const arrival = useMemo(
    () => ({ faults: opened.faults, hadScenario: fromLink, isStart: opened.from === "example", isEdited, page: path }),
    [opened, fromLink, isEdited, path],
  );
  useKeys(root, edit, draft, loadKeys);
  useEarly();
  return { root, header, path, draft, edit, scenario, link, sharing, arrival, opened, begin, isExample };
}
