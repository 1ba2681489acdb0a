import { useDeferredValue, useMemo } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import { forecastAndFurther, type Forecast } from "@/lib/forecast";
import { sourcesView } from "@/lib/view/estimate";
import { emptyTitle, forecastAnnouncement, forecastSources, forecastTitle } from "@/lib/view/forecast";
import { EstimateSources } from "@/components/figures/lists/sources";
import { Outlet } from "@/components/report/outlet";
import { Banners } from "@/components/scenario-page/banners";
import { fromAddress } from "@/components/scenario-page/from-address";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { PressedFigure, ScenarioFrame, Spoken } from "@/components/scenario-page/scenario-frame";
import { Toast } from "@/components/scenario-page/toast";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { useSpoken, useTabTitle } from "@/components/ui/hooks/use-page";
import { SiteFooter } from "@/components/ui/page/shell";
import { ForecastCharts } from "./charts/section";
import { ForecastEditor } from "./editor";
import { JustFitting } from "./fits";
import { Happenings } from "./happens";
import { ForecastBar, ForecastHead } from "./head";
import { Months } from "./months";

const Working = lazyPart("the working of the figure", () => import("./working"));
const loadPrintable = () => import("./printable");

const spokenOf = (forecast: Forecast | null) => (forecast ? forecastAnnouncement(forecast) : "");

/** A scenario month by month: scenario → forecast → page, anew with every edit. */
function ForecastPage(props: ScenarioPageProps) {
  const page = useScenarioPage(props, "forecast");
  const { scenario } = page;
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const both = useMemo(() => (scenario.growth ? forecastAndFurther(scenario, scenario.growth) : null), [scenario]);
  const forecast = both && both.forecast;
  const later = useDeferredValue(both);
  const deferred = later && later.forecast;
  const spoken = useSpoken(forecast, spokenOf);
  const { title } = useMemo(() => (deferred ? forecastTitle(deferred) : emptyTitle(scenario)), [deferred, scenario]);
  useTabTitle(`${title} · Headroom`);
  const sources = useMemo(() => (deferred ? forecastSources(deferred) : sourcesView(estimate)), [deferred, estimate]);
  return (
    <ScenarioFrame
      page={page}
      head={
        <>
          <Banners arrival={page.arrival} estimate={estimate} />
          <ForecastHead estimate={estimate} forecast={forecast} />
          <Spoken>{spoken}</Spoken>
          {later && deferred && (
            <div className="mt-5 grid gap-x-12 gap-y-6 wide:grid-cols-2">
              <JustFitting forecast={deferred} />
              <Happenings {...later} />
            </div>
          )}
        </>
      }
      editor={<ForecastEditor estimate={estimate} link={page.link} />}
      bar={forecast && <ForecastBar forecast={forecast} />}
      footer={
        <SiteFooter fine={<span>Computed in your browser; the link holds everything.</span>}>
          <EstimateSources sources={sources} />
        </SiteFooter>
      }
      overlays={
        <>
          <Outlet root={page.root} load={loadPrintable} of={forecast} link={page.link} />
          <Toast done={page.draft.done} edit={page.edit} />
          <PressedFigure root={page.root}>
            {(anchor, close) => <Working anchor={anchor} forecast={forecast} estimate={estimate} onClose={close} />}
          </PressedFigure>
        </>
      }
    >
      {deferred && (
        <>
          <ForecastCharts forecast={deferred} />
          <Months forecast={deferred} />
        </>
      )}
    </ScenarioFrame>
  );
}

export default fromAddress(ForecastPage);
