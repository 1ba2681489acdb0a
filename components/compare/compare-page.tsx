import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { compareModels } from "@/lib/compare";
import { estimate as estimateOf } from "@/lib/estimate";
import { CHOICE_KEYS, compareHead, compareTable, encodeChoice, readChoice } from "@/lib/view/compare";
import { sourcesView } from "@/lib/view/estimate";
import { plainText } from "@/lib/view/text";
import { EstimateSources } from "@/components/figures/lists/sources";
import { Outlet } from "@/components/report/outlet";
import { Banners } from "@/components/scenario-page/banners";
import { fromAddress } from "@/components/scenario-page/from-address";
import type { ScenarioPageProps } from "@/components/scenario-page/route";
import { PressedFigure, ScenarioFrame, Spoken } from "@/components/scenario-page/scenario-frame";
import { Toast } from "@/components/scenario-page/toast";
import { useScenarioPage } from "@/components/scenario-page/use-scenario-page";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { useAfterPaint, useSpoken, useTabTitle } from "@/components/ui/hooks/use-page";
import { SiteFooter } from "@/components/ui/page/shell";
import { CompareChart } from "./chart";
import { CompareFilters } from "./filters";
import { CompareHeadline } from "./head";
import { usePick } from "./pick/use-pick";
import { CompareRows } from "./rows";
import styles from "./compare.module.css";

const Working = lazyPart("the working of the figure", () => import("./working"));
const loadPrintable = () => import("./printable");
/** After what the address shows has followed an edit. */
const ADDRESS_MS = 400;

interface ComparePageProps extends ScenarioPageProps {
  /** How sure and how long the row that it leads with holds, as it was opened; `null`: the server has not said it. */
  readonly pick: string | null;
}

/** This scenario on every model on sale: scenario → rows → page, anew with every edit. */
function ComparePage({ pick: initial, ...props }: ComparePageProps) {
  const page = useScenarioPage(props, "compare");
  const { scenario, link } = page;
  const [chosen, setChoice] = useState(() => readChoice(page.opened.own, scenario));
  // An edit may take the workload away that was chosen.
  const isThere = chosen.workload === null || chosen.workload < scenario.workloads.length;
  const choice = useMemo(() => (isThere ? chosen : { ...chosen, workload: null }), [chosen, isThere]);
  const shown = useDeferredValue(choice);
  const estimate = useMemo(() => estimateOf(scenario), [scenario]);
  const rows = useMemo(() => compareModels(scenario, shown.workload), [scenario, shown.workload]);
  const table = useMemo(() => compareTable(rows, estimate, shown), [rows, estimate, shown]);
  const head = useMemo(() => compareHead(table, estimate, shown.workload), [table, estimate, shown.workload]);
  const whole = useMemo(() => ({ table, estimate }), [table, estimate]);
  const later = useAfterPaint(whole);
  const pick = usePick(scenario, table.move, shown.workload, initial);
  const said = `${plainText(head.lead)} ${plainText(head.rest)}`;
  const spoken = useSpoken(said, (text) => text);
  useTabTitle(`${plainText(head.lead).replace(/\.$/, "")} · Compare · Headroom`);

  const own = encodeChoice(choice, scenario);
  const [firstOwn] = useState(own);
  useEffect(() => {
    if (own === firstOwn) return;
    const timer = setTimeout(() => history.replaceState(history.state, "", link + own), ADDRESS_MS);
    return () => clearTimeout(timer);
  }, [own, firstOwn, link]);

  return (
    <ScenarioFrame
      page={page}
      head={
        <>
          <Banners arrival={page.arrival} estimate={estimate} />
          <CompareHeadline head={head} estimate={estimate} workload={shown.workload} pick={pick} />
          <Spoken>{spoken}</Spoken>
        </>
      }
      bar={null}
      footer={
        <SiteFooter fine={<span>Computed in your browser; the link holds everything.</span>}>
          <EstimateSources sources={sourcesView(estimate)} />
        </SiteFooter>
      }
      overlays={
        <>
          <Outlet
            root={page.root}
            load={loadPrintable}
            of={{ estimate, table, head, workload: shown.workload, pick }}
            link={link}
          />
          <Toast done={page.draft.done} edit={page.edit} />
          <PressedFigure root={page.root}>
            {(anchor, close) => (
              <Working anchor={anchor} estimate={estimate} workload={shown.workload} onClose={close} />
            )}
          </PressedFigure>
        </>
      }
    >
      <CompareFilters scenario={scenario} choice={choice} onChoose={setChoice} link={link} />
      <div className={styles.container}>
        <div className={styles.split}>
          <CompareRows {...whole} later={later} choice={shown} onChoose={setChoice} link={link} />
          <CompareChart {...later} />
        </div>
      </div>
    </ScenarioFrame>
  );
}

export default fromAddress(ComparePage, { own: CHOICE_KEYS });
