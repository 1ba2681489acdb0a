"use client";

import { lazy, Suspense, useDeferredValue, useMemo, useRef, type ReactNode } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import { planBacklog } from "@/lib/batch";
import { encodeLink } from "@/lib/link";
import { backlogAnnouncement, backlogPinned, backlogSources } from "@/lib/view/backlog";
import { EstimateSources } from "@/components/figures/sources";
import { LinkBanners } from "@/components/scenario-page/banners";
import { SharingContext } from "@/components/scenario-page/copy-link";
import type { Opened } from "@/components/scenario-page/opened";
import { listenToKeys } from "@/components/scenario-page/keys";
import { useKeys } from "@/components/scenario-page/use-keys";
import { useLink } from "@/components/scenario-page/use-link";
import { useDraft } from "@/components/scenario/draft";
import { EditProvider } from "@/components/scenario/edit-context";
import { ROUTES } from "@/components/ui/routes";
import { SiteFooter } from "@/components/ui/shell";
import { useInView, usePressedFigure, useSpoken } from "@/components/ui/use-page";
import { BacklogCharts } from "./charts/section";
import { BacklogEditor } from "./editor";
import { BacklogBar, BacklogHead } from "./head";
import { BacklogNotes } from "./notes";
import { BacklogTiers } from "./tiers";
import { Ways } from "./ways";

const Working = lazy(() => import("./working"));
const loadKeys = () => Promise.resolve({ listenToKeys });

/** A pile of work: scenario → plan → page, anew with every edit. `header` comes from the server, so that it costs no script. */
export function BacklogPage({ opened, header }: { opened: Opened; header: ReactNode }) {
  const [{ scenario, past }, edit] = useDraft(opened.scenario);
  const plan = useMemo(() => planBacklog(scenario), [scenario]);
  const later = useDeferredValue(plan);
  const link = useMemo(() => encodeLink(scenario, ROUTES.backlog), [scenario]);
  const root = useRef<HTMLDivElement>(null);
  const sharing = useLink(link, opened.from !== "example");
  const spoken = useSpoken(plan, backlogAnnouncement);
  const verdictSeen = useInView(root, "#say");
  const [anchor, close] = usePressedFigure(root);
  const pinned = useMemo(() => backlogPinned(later, CHECKED_ON), [later]);
  useKeys(root, edit, scenario, loadKeys);

  return (
    <EditProvider edit={edit} page={ROUTES.backlog}>
      <div ref={root}>
        <SharingContext value={sharing}>{header}</SharingContext>
        <main className="page">
          <section className="verdict" id="verdict" aria-labelledby="say">
            <LinkBanners
              faults={opened.faults}
              hadScenario={opened.from === "link"}
              shared={sharing.shared}
              mine={sharing.mine}
              link={encodeLink(scenario)}
              scenario={scenario}
              pinned={pinned}
              onKept={sharing.own}
            />
            <BacklogHead plan={plan} />
            <p className="sr-only" role="status" aria-live="polite">
              {spoken}
            </p>
          </section>
          <div className="editcol">
            <BacklogEditor plan={plan} link={link} canUndo={past.length > 0} />
          </div>
          <div className="more">
            <Ways plan={later} />
            <BacklogCharts plan={later} />
            <BacklogTiers plan={later} />
            <BacklogNotes plan={later} />
          </div>
        </main>
        <SiteFooter fine={<span>Computed in your browser; the link holds everything.</span>}>
          <EstimateSources sources={backlogSources(later)} />
        </SiteFooter>
        <aside aria-label="Result">{!verdictSeen && <BacklogBar plan={plan} />}</aside>
        {anchor && (
          <Suspense>
            <Working key={anchor.dataset["work"]} anchor={anchor} plan={plan} onClose={close} />
          </Suspense>
        )}
      </div>
    </EditProvider>
  );
}
