"use client";

import { Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type Dispatch, type RefObject } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import { estimate as estimateOf } from "@/lib/estimate";
import { encodeLink, type LinkFault } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { pinnedView } from "@/lib/view";
import { LinkIcon } from "@/components/ui/icons";
import { SiteFooter, SiteHeader, SkipLink } from "@/components/ui/shell";
import { announcement, ResultBar, Verdict } from "@/components/estimate/verdict";
import { EditContext, useDraft, type Edit } from "@/components/scenario/draft";
import { Editor } from "@/components/scenario/editor";
import { ScenarioMenu } from "@/components/scenario/menu";
import { Banners } from "./banners";
import { Toast } from "./toast";
import { useLink } from "./use-link";
import { Choices, Details, firstSign, Sources } from "./later";
import { LazyUsage, LazyWorking } from "./overlays";

/** What the page was opened with: a link’s scenario or the worked example, and what of the link could not be read. */
export interface Opened {
  readonly scenario: Scenario;
  readonly faults: readonly LinkFault[];
  /** `example`: no link at all; `unread`: a link of which no workload could be read. */
  readonly from: "link" | "example" | "unread";
}

/** The planner: scenario → estimate → page, anew with every edit. */
export function Planner({ opened }: { opened: Opened }) {
  const [draft, edit] = useDraft(opened.scenario);
  const { scenario } = draft;
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const later = useDeferredValue(estimate);
  const link = useMemo(() => encodeLink(scenario), [scenario]);
  const laterLink = useDeferredValue(link);
  const [usageFor, setUsageFor] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const sharing = useLink(link, opened.from !== "example", draft.past.length > 0);
  const spoken = useSpoken(estimate);
  const onUsage = useCallback((index: number) => setUsageFor(index), []);
  useKeys(root, edit, scenario);

  return (
    <EditContext value={edit}>
      <div ref={root}>
        <SkipLink to="verdict">Skip to the verdict</SkipLink>
        <SiteHeader current="plan">
          <button type="button" className="btn js" onClick={sharing.copy} aria-label="Copy link">
            <LinkIcon />
            <span>{sharing.copied ?? "Copy link"}</span>
          </button>
        </SiteHeader>
        <main className="page">
          <section className="verdict" id="verdict" aria-labelledby="say">
            <Banners faults={opened.faults} hadScenario={opened.from === "link"} shared={sharing.shared} mine={sharing.mine} link={link} scenario={scenario} pinned={pinnedView(estimate, CHECKED_ON)} onKept={sharing.own} />
            <Verdict estimate={estimate} />
            <Suspense>
              <Choices estimate={later} />
            </Suspense>
            <p className="vh" role="status" aria-live="polite">
              {spoken}
            </p>
          </section>
          <div className="editcol">
            <Editor estimate={estimate} link={link} canUndo={draft.past.length > 0} startOpen={opened.from === "example"} onUsage={onUsage}>
              <ScenarioMenu estimate={estimate} link={link} />
            </Editor>
          </div>
          <div className="more">
            <Suspense>
              <Details estimate={later} link={laterLink} />
            </Suspense>
          </div>
        </main>
        <SiteFooter
          fine={
            <>
              <span>Computed in your browser; the link holds everything.</span>
              <a href={`/api/v1/estimate${link.slice(1)}`}>This estimate as JSON</a>
            </>
          }
        >
          <Suspense>
            <Sources estimate={later} />
          </Suspense>
        </SiteFooter>
        <aside aria-label="Result">
          <ResultBar estimate={estimate} />
        </aside>
        <Toast removed={draft.removed} edit={edit} />
        <LazyWorking root={root} estimate={estimate} />
        {usageFor !== null && <LazyUsage index={usageFor} onClose={() => setUsageFor(null)} />}
      </div>
    </EditContext>
  );
}

/** The keys of the page come with the first sign of a person, as the parts below the verdict do. */
function useKeys(root: RefObject<HTMLElement | null>, edit: Dispatch<Edit>, scenario: Scenario): void {
  const latest = useRef(scenario);
  useEffect(() => {
    latest.current = scenario;
  });
  useEffect(() => {
    let stop = () => undefined as void;
    let gone = false;
    void firstSign()
      .then(() => import("./keys"))
      .then(({ listenToKeys }) => {
        if (!gone && root.current) stop = listenToKeys(root.current, edit, () => latest.current);
      });
    return () => {
      gone = true;
      stop();
    };
  }, [root, edit]);
}

/** The verdict for screen readers, a second after the last edit; nothing before the first. */
function useSpoken(estimate: ReturnType<typeof estimateOf>): string {
  const first = useRef(estimate);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (first.current === estimate) return;
    const timer = setTimeout(() => setSpoken(announcement(estimate)), 1000);
    return () => clearTimeout(timer);
  }, [estimate]);
  return spoken;
}
