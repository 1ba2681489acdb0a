import { Suspense, useMemo } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import { sourcesView } from "@/lib/view/estimate";
import { trafficTitle } from "@/lib/view/traffic";
import { EstimateSources } from "@/components/figures/lists/sources";
import { Outlet } from "@/components/report/outlet";
import { Banners } from "@/components/scenario-page/banners";
import { fromAddress } from "@/components/scenario-page/from-address";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { ScenarioFrame } from "@/components/scenario-page/scenario-frame";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { SiteFooter } from "@/components/ui/page/shell";
import { useTabTitle } from "@/components/ui/hooks/use-page";
import { TrafficEditor } from "./editor/form";
import { ScaleSlider } from "./editor/scale";
import { TraceReader } from "./editor/trace";
import { TrafficBar } from "./outcome/bar";
import { DayCell } from "./outcome/day-cell";
import { TrafficDays } from "./outcome/days";
import { TrafficHead } from "./outcome/head";
import { RunLine } from "./outcome/run-line";
import { useTraffic } from "./simulation/use-runner";

const loadPrintable = () => import("./printable");
const RefusalReader = lazyPart("the 429 reader", () => import("./refusal/reader"));

const VARIANT_ROW = { label: "The day", Cell: DayCell };

/** Traffic under limits: every edit runs the standard workloads in a worker and draws what became of them. */
function TrafficPage(props: ScenarioPageProps) {
  const page = useScenarioPage(props, "traffic");
  const { scenario } = page;
  const { runner, scale, onScale, trace, onTrace } = useTraffic(scenario);
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const simulated = scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch");
  useTabTitle(useMemo(() => `${trafficTitle(scenario).title} · Headroom`, [scenario]));
  return (
    <ScenarioFrame
      page={page}
      variantRow={VARIANT_ROW}
      head={
        <>
          <Banners arrival={page.arrival} estimate={estimate} />
          <TrafficHead runner={runner} />
          <RunLine runner={runner} />
        </>
      }
      editor={
        <TrafficEditor scenario={scenario} ids={page.draft.ids} link={page.link}>
          {simulated && <TraceReader runner={runner} trace={trace} onTrace={onTrace} />}
        </TrafficEditor>
      }
      overlays={<Outlet root={page.root} load={loadPrintable} of={runner} link={page.link} />}
      bar={<TrafficBar runner={runner} />}
      footer={
        <SiteFooter fine={<span>Simulated in your browser; the link holds everything but a trace.</span>}>
          <EstimateSources sources={sourcesView(estimate)} />
        </SiteFooter>
      }
    >
      {simulated && !trace && <ScaleSlider runner={runner} scenario={scenario} scale={scale} onScale={onScale} />}
      <TrafficDays runner={runner} onScale={onScale} />
      <Suspense>
        <RefusalReader scenario={scenario} />
      </Suspense>
    </ScenarioFrame>
  );
}

export default fromAddress(TrafficPage);
