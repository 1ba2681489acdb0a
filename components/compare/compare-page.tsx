import { useMemo } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import { sourcesView } from "@/lib/view/estimate";
import { EstimateSources } from "@/components/figures/lists/sources";
import { HeadContext, Headline } from "@/components/figures/verdict-head";
import { Banners } from "@/components/scenario-page/banners";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { ScenarioFrame } from "@/components/scenario-page/scenario-frame";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { SiteFooter } from "@/components/ui/page/shell";
import { ROUTES } from "@/components/ui/routes";

/** This scenario on every model on sale. */
export default function ComparePage(props: ScenarioPageProps) {
  const page = useScenarioPage(props, "compare");
  const { scenario, link } = page;
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  return (
    <ScenarioFrame
      page={page}
      head={
        <>
          <Banners arrival={page.arrival} estimate={estimate} />
          <HeadContext>
            <span>{scenario.title || "This scenario"}</span>
          </HeadContext>
          <Headline id="say">This scenario on every model on sale.</Headline>
        </>
      }
      bar={null}
      footer={
        <SiteFooter fine={<span>Computed in your browser; the link holds everything.</span>}>
          <EstimateSources sources={sourcesView(estimate)} />
        </SiteFooter>
      }
    >
      <p className="mt-4">
        Its table is not here yet; Plan compares the scenario with other models.{" "}
        <a href={link.replace(ROUTES.compare, ROUTES.plan)}>Open it on Plan</a>
      </p>
    </ScenarioFrame>
  );
}
