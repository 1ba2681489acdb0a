"use client";

import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { CHECKED_ON } from "@/lib/catalogue";
import { estimate as estimateOf } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import type { TraceRequests } from "@/lib/usage";
import { pinnedView, sourcesView } from "@/lib/view/estimate";
import { EstimateSources } from "@/components/figures/sources";
import { LinkBanners } from "@/components/scenario-page/banners";
import { SharingContext } from "@/components/scenario-page/copy-link";
import type { Opened } from "@/components/scenario-page/opened";
import { listenToKeys } from "@/components/scenario-page/keys";
import { useKeys } from "@/components/scenario-page/use-keys";
import { useLink } from "@/components/scenario-page/use-link";
import { useDraft } from "@/components/scenario/draft";
import { EditProvider } from "@/components/scenario/edit-context";
import { isOwn } from "@/components/scenario-page/kept";
import { ROUTES } from "@/components/ui/routes";
import { SiteFooter } from "@/components/ui/shell";
import { useInView } from "@/components/ui/use-page";
import { TrafficBar } from "./bar";
import { TrafficEditor } from "./editor";
import { TrafficDays, TrafficHead } from "./outcome";
import { RunLine } from "./run-line";
import { ScaleSlider } from "./scale";
import { TraceReader } from "./trace";
import { useRunner } from "./use-runner";

const loadKeys = () => Promise.resolve({ listenToKeys });
const RefusalReader = lazy(() => import("./refusal-reader"));

/** A day under limits: scenario → runs in a worker → page, anew with every edit. `header` comes from the server, so that it costs no script. */
export function TrafficPage({ opened, header }: { opened: Opened; header: ReactNode }) {
  const [{ scenario, ids, past }, edit] = useDraft(opened.scenario);
  const [scale, setScale] = useState(1);
  const [trace, setTrace] = useState<TraceRequests | null>(null);
  const request = useMemo(() => ({ scenario, scale, trace }), [scenario, scale, trace]);
  const runner = useRunner(request);
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const link = useMemo(() => encodeLink(scenario, ROUTES.traffic), [scenario]);
  const root = useRef<HTMLDivElement>(null);
  const sharing = useLink(link, opened.from !== "example");
  const simulated = scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch");
  const verdictSeen = useInView(root, "#say");
  useKeys(root, edit, scenario, loadKeys);
  useOpenFirst(root, opened.from === "link", encodeLink(scenario));

  return (
    <EditProvider edit={edit} page={ROUTES.traffic}>
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
              pinned={pinnedView(estimate, CHECKED_ON)}
              onKept={sharing.own}
            />
            <TrafficHead runner={runner} />
            <RunLine runner={runner} />
          </section>
          <div className="editcol">
            <TrafficEditor scenario={scenario} ids={ids} link={link} canUndo={past.length > 0}>
              {simulated && <TraceReader runner={runner} trace={trace} onTrace={setTrace} />}
            </TrafficEditor>
          </div>
          <div className="more">
            {simulated && !trace && (
              <ScaleSlider runner={runner} scenario={scenario} scale={scale} onScale={setScale} />
            )}
            <TrafficDays runner={runner} onScale={setScale} />
            <Suspense>
              <RefusalReader scenario={scenario} />
            </Suspense>
          </div>
        </main>
        <SiteFooter fine={<span>Simulated in your browser; the link holds everything but a trace.</span>}>
          <EstimateSources sources={sourcesView(estimate)} />
        </SiteFooter>
        <aside aria-label="Result">{!verdictSeen && <TrafficBar runner={runner} />}</aside>
      </div>
    </EditProvider>
  );
}

/** From a link workloads start closed on a phone; your own scenario, and where the editor has a pane of its own, the first one starts open. */
function useOpenFirst(root: RefObject<HTMLElement | null>, fromLink: boolean, link: string): void {
  useEffect(() => {
    if (fromLink && !isOwn(link) && !matchMedia("(min-width: 75rem)").matches)
      root.current?.querySelector("[data-workload]")?.removeAttribute("open");
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what the page was opened with
  }, []);
}
