"use client";

import { lazy, Suspense, useMemo, useState } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import type { TraceRequests } from "@/lib/usage";
import { sourcesView } from "@/lib/view/estimate";
import { EstimateSources } from "@/components/figures/lists/sources";
import { Banners } from "@/components/scenario-page/banners";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { ScenarioFrame } from "@/components/scenario-page/scenario-frame";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { SiteFooter } from "@/components/ui/page/shell";
import { TrafficEditor } from "./editor/form";
import { ScaleSlider } from "./editor/scale";
import { TraceReader } from "./editor/trace";
import { TrafficBar } from "./outcome/bar";
import { TrafficDays } from "./outcome/days";
import { TrafficHead } from "./outcome/head";
import { RunLine } from "./outcome/run-line";
import { useRunner } from "./simulation/use-runner";

const RefusalReader = lazy(() => import("./refusal/reader"));

/** A day under limits: scenario → runs in a worker → page, anew with every edit. */
export function TrafficPage(props: ScenarioPageProps) {
  const page = useScenarioPage(props, "traffic");
  const { scenario } = page;
  const [scale, setScale] = useState(1);
  const [trace, setTrace] = useState<TraceRequests | null>(null);
  const request = useMemo(() => ({ scenario, scale, trace }), [scenario, scale, trace]);
  const runner = useRunner(request);
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const simulated = scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch");
  return (
    <ScenarioFrame
      page={page}
      head={
        <>
          <Banners arrival={page.arrival} estimate={estimate} />
          <TrafficHead runner={runner} />
          <RunLine runner={runner} />
        </>
      }
      editor={
        <TrafficEditor scenario={scenario} ids={page.draft.ids} link={page.link} canUndo={page.canUndo}>
          {simulated && <TraceReader runner={runner} trace={trace} onTrace={setTrace} />}
        </TrafficEditor>
      }
      bar={<TrafficBar runner={runner} />}
      footer={
        <SiteFooter fine={<span>Simulated in your browser; the link holds everything but a trace.</span>}>
          <EstimateSources sources={sourcesView(estimate)} />
        </SiteFooter>
      }
    >
      {simulated && !trace && <ScaleSlider runner={runner} scenario={scenario} scale={scale} onScale={setScale} />}
      <TrafficDays runner={runner} onScale={setScale} />
      <Suspense>
        <RefusalReader scenario={scenario} />
      </Suspense>
    </ScenarioFrame>
  );
}
