import { useMemo, useState } from "react";
import { estimate as estimateOf } from "@/lib/estimate";
import { firstSign } from "@/components/ui/hooks/first-sign";
import { useAfterPaint } from "@/components/ui/hooks/use-page";
import type { RangeView } from "@/lib/view/ranges";
import { fromAddress } from "@/components/scenario-page/from-address";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { PressedFigure, ScenarioFrame } from "@/components/scenario-page/scenario-frame";
import { Toast } from "@/components/scenario-page/toast";
import { fetchKeys } from "@/components/scenario-page/use-keys";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { Outlet } from "@/components/report/outlet";
import {
  AccountingInHtml,
  BannersInHtml,
  ChoicesInHtml,
  DetailsInHtml,
  FootInHtml,
  MORE_FIELDS,
  OwnFactsInHtml,
  OwnFactsOnDemand,
  PresetsOnDemand,
  SettingsInHtml,
  StaleMark,
  StartFromInHtml,
} from "./deferred";
import { PlanEditor } from "./editor/form";
import { LazyUsage, LazyWorking } from "./overlays";
import type { PastedText } from "./editor/usage";
import { RangesInHtml } from "./ranges/late";
import { firstRange, useRange } from "./ranges/use-range";
import { PlanAnnouncement, PlanBar, PlanVerdict } from "./verdict";

/** The keys of the page come with the first sign of a person, as the parts below the verdict do. */
const loadKeys = () => firstSign().then(fetchKeys);

const loadPrintable = () => import("./printable");

interface PlanPageProps extends ScenarioPageProps {
  /** What the ranges of the opened scenario make of it. */
  readonly range: RangeView | null;
}

/** The planner: scenario → estimate → page, anew with every edit. */
function PlanPage({ range: initial, ...props }: PlanPageProps) {
  const page = useScenarioPage(props, "plan", loadKeys);
  const { scenario, draft, opened } = page;
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const range = useRange(scenario, initial);
  const ranged = useMemo(() => ({ estimate, range }), [estimate, range]);
  const deferred = useAfterPaint(estimate);
  const cases = useAfterPaint(range?.pick ?? "");
  const arrival = useAfterPaint(page.arrival);
  const example = useAfterPaint(page.isExample);
  const [usageFor, setUsageFor] = useState<PastedText | null>(null);
  return (
    <ScenarioFrame
      page={page}
      head={
        <>
          <BannersInHtml arrival={arrival} estimate={deferred} />
          <PlanVerdict estimate={estimate} example={example} range={range} />
          <ChoicesInHtml estimate={deferred} cases={cases} />
          <PlanAnnouncement estimate={deferred} range={range} />
        </>
      }
      editor={
        <PlanEditor
          page={page}
          estimate={estimate}
          range={range}
          onUsage={setUsageFor}
          parts={{
            starts: (
              <StartFromInHtml scenario={deferred.scenario} folded={opened.from === "link"} onStart={page.begin} />
            ),
            presets: <PresetsOnDemand count={scenario.workloads.length} />,
            accounting: <AccountingInHtml chosen={scenario.tokenAccounting} estimate={deferred} />,
            settings: (
              <SettingsInHtml
                budget={scenario.monthlyBudgetUsd}
                usageLimit={scenario.monthlyUsageLimitUsd}
                usageTier={deferred.scenario.usageTier}
                asOf={scenario.asOf}
                windowSeconds={scenario.rpmWindowSeconds}
                turnaroundHours={scenario.batchTurnaroundHours}
                regional={scenario.regional ?? false}
              />
            ),
            more: MORE_FIELDS,
            ownFields: <OwnFactsOnDemand scenario={scenario} />,
            ownInHtml: <OwnFactsInHtml scenario={scenario} />,
          }}
        />
      }
      bar={<PlanBar estimate={estimate} range={range} />}
      footer={<FootInHtml estimate={deferred} />}
      overlays={
        <>
          <Outlet root={page.root} load={loadPrintable} of={ranged} link={page.link} />
          <StaleMark />
          <Toast done={draft.done} edit={page.edit} />
          <PressedFigure root={page.root}>
            {(anchor, close) => <LazyWorking anchor={anchor} estimate={estimate} onClose={close} />}
          </PressedFigure>
          {usageFor && <LazyUsage {...usageFor} onClose={() => setUsageFor(null)} />}
        </>
      }
    >
      {range && <RangesInHtml view={range} />}
      <DetailsInHtml estimate={deferred} />
    </ScenarioFrame>
  );
}

export default fromAddress(PlanPage, { more: async ({ scenario }) => ({ range: await firstRange(scenario) }) });
