import { useDeferredValue, useMemo } from "react";
import { planBacklog } from "@/lib/batch";
import { CHECKED_ON } from "@/lib/catalogue";
import { backlogAnnouncement, backlogPinned, backlogSources, backlogTitle } from "@/lib/view/backlog";
import { EstimateSources } from "@/components/figures/lists/sources";
import { Outlet } from "@/components/report/outlet";
import { LinkBanners } from "@/components/scenario-page/banners";
import { fromAddress } from "@/components/scenario-page/from-address";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { PressedFigure, ScenarioFrame, Spoken } from "@/components/scenario-page/scenario-frame";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { SiteFooter } from "@/components/ui/page/shell";
import { useSpoken, useTabTitle } from "@/components/ui/hooks/use-page";
import { BacklogCharts } from "./charts/section";
import { BacklogEditor } from "./editor";
import { BacklogBar, BacklogHead } from "./head";
import { BacklogNotes } from "./notes";
import { BacklogOptions } from "./options";
import { BacklogRemark } from "./remark-cell";
import { BacklogTiers } from "./tiers";

const Working = lazyPart("the working of the figure", () => import("./working"));
const loadPrintable = () => import("./printable");

const VARIANT_ROW = { label: "The backlog", Cell: BacklogRemark };

/** A pile of work: scenario → plan → page, anew with every edit. */
function BacklogPage(props: ScenarioPageProps) {
  const page = useScenarioPage(props, "backlog");
  const { scenario } = page;
  const plan = useMemo(() => planBacklog(scenario), [scenario]);
  const deferred = useDeferredValue(plan);
  const spoken = useSpoken(plan, backlogAnnouncement);
  useTabTitle(useMemo(() => `${backlogTitle(deferred).title} · Headroom`, [deferred]));
  const pinned = useMemo(() => backlogPinned(deferred, CHECKED_ON), [deferred]);
  return (
    <ScenarioFrame
      page={page}
      variantRow={VARIANT_ROW}
      head={
        <>
          <LinkBanners arrival={page.arrival} scenario={scenario} pinned={pinned} />
          <BacklogHead plan={plan} />
          <Spoken>{spoken}</Spoken>
        </>
      }
      editor={<BacklogEditor plan={plan} link={page.link} />}
      bar={<BacklogBar plan={plan} />}
      footer={
        <SiteFooter fine={<span>Computed in your browser; the link holds everything.</span>}>
          <EstimateSources sources={backlogSources(deferred)} />
        </SiteFooter>
      }
      overlays={
        <>
          <Outlet root={page.root} load={loadPrintable} of={plan} link={page.link} />
          <PressedFigure root={page.root}>
            {(anchor, close) => <Working anchor={anchor} plan={plan} onClose={close} />}
          </PressedFigure>
        </>
      }
    >
      <BacklogOptions plan={deferred} />
      <BacklogCharts plan={deferred} />
      <BacklogTiers plan={deferred} />
      <BacklogNotes plan={deferred} />
    </ScenarioFrame>
  );
}

export default fromAddress(BacklogPage);
