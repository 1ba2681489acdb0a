"use client";

import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { announcement, PlanBar, PlanVerdict } from "@/components/plan/verdict";
import { ROUTES } from "@/components/ui/routes";
import { firstSign } from "@/components/ui/first-sign";
import { useAfterPaint, useInView, useSpoken } from "@/components/ui/use-page";
import { useDraft } from "@/components/scenario/draft";
import { EditProvider } from "@/components/scenario/edit-context";
import { Editor } from "@/components/plan/editor";
import { isOwn } from "@/components/scenario-page/kept";
import { ScenarioMenu } from "@/components/scenario-page/menu";
import { SharingContext } from "@/components/scenario-page/copy-link";
import type { Opened } from "@/components/scenario-page/opened";
import { Toast } from "@/components/scenario-page/toast";
import { useKeys } from "@/components/scenario-page/use-keys";
import { useLink } from "@/components/scenario-page/use-link";
import { Banners, Choices, Details, Foot } from "./later";
import { LazyUsage, LazyWorking } from "./overlays";

/** The keys of the page come with the first sign of a person, as the parts below the verdict do. */
const loadKeys = () => firstSign().then(() => import("@/components/scenario-page/keys"));

/** The planner: scenario → estimate → page, anew with every edit. `header` comes from the server, so that it costs no script. */
export function Planner({ opened, header }: { opened: Opened; header: ReactNode }) {
  const [draft, edit] = useDraft(opened.scenario);
  const { scenario } = draft;
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const later = useAfterPaint(estimate);
  const link = useMemo(() => encodeLink(scenario), [scenario]);
  const laterLink = useMemo(() => encodeLink(later.scenario), [later]);
  const [usageFor, setUsageFor] = useState<number | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const sharing = useLink(link, opened.from !== "example");
  const spoken = useSpoken(later, announcement);
  const verdictSeen = useInView(root, "#say");
  const onUsage = useCallback((index: number) => setUsageFor(index), []);
  useKeys(root, edit, scenario, loadKeys);
  useOpenFirst(root, opened.from === "link", link);

  return (
    <EditProvider edit={edit} page={ROUTES.plan}>
      <div ref={root}>
        <SharingContext value={sharing}>{header}</SharingContext>
        <main className="page">
          <section className="verdict" id="verdict" aria-labelledby="say">
            <Banners
              faults={opened.faults}
              hadScenario={opened.from === "link"}
              shared={sharing.shared}
              mine={sharing.mine}
              link={laterLink}
              estimate={later}
              onKept={sharing.own}
            />
            <PlanVerdict estimate={estimate} />
            <Choices estimate={later} />
            <p className="sr-only" role="status" aria-live="polite">
              {spoken}
            </p>
          </section>
          <div className="editcol">
            <Editor
              estimate={estimate}
              later={later}
              ids={draft.ids}
              link={link}
              canUndo={draft.past.length > 0}
              startOpen={opened.from === "example"}
              onUsage={onUsage}
            >
              <ScenarioMenu estimate={estimate} link={link} />
            </Editor>
          </div>
          <div className="more">
            <Details estimate={later} />
          </div>
        </main>
        <Foot estimate={later} link={laterLink} />
        <aside aria-label="Result">{!verdictSeen && <PlanBar estimate={estimate} />}</aside>
        <Toast done={draft.done} edit={edit} />
        <LazyWorking root={root} estimate={estimate} />
        {usageFor !== null && <LazyUsage index={usageFor} onClose={() => setUsageFor(null)} />}
      </div>
    </EditProvider>
  );
}

/** From a link workloads start closed on a phone; your own scenario, and where the editor has a pane of its own, the first one starts open. */
function useOpenFirst(root: RefObject<HTMLElement | null>, fromLink: boolean, link: string): void {
  useEffect(() => {
    if (fromLink && (isOwn(link) || matchMedia("(min-width: 75rem)").matches))
      root.current?.querySelector("[data-workload]")?.setAttribute("open", "");
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what the page was opened with
  }, []);
}
