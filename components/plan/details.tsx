import { useMemo, useState, type ComponentProps, type ReactNode, type RefCallback } from "react";
import { PlanCharts } from "@/components/plan/charts/section";
import { Bill } from "@/components/plan/bill";
import { Budget } from "@/components/plan/budget";
import { Choices } from "@/components/plan/choices";
import { Compare } from "@/components/plan/compare";
import { LimitsSection } from "@/components/plan/limits";
import { Notes } from "@/components/plan/notes";
import { EstimateSources } from "@/components/figures/lists/sources";
import { Tiers } from "@/components/plan/tiers";
import { SiteFooter } from "@/components/ui/page/shell";
import { useFollowed } from "@/components/ui/hooks/use-followed";
import { useNear } from "@/components/ui/hooks/use-near";
import { useAfterPaint } from "@/components/ui/hooks/use-page";
import type { Estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import type { TokenAccounting } from "@/lib/scenario";
import { accountingView, sourcesView } from "@/lib/view/estimate";
import { AccountingPicker } from "@/components/scenario/accounting-picker";
import { focusAt } from "@/components/scenario-page/focus-at";

export { Banners } from "@/components/scenario-page/banners";
export { MoreFields } from "./editor/more";
export { Presets } from "./editor/presets";
export { StartFrom } from "./editor/start-from";
export { Settings } from "./editor/settings";
export { OwnFactsList } from "./editor/own-facts";

/** What to choose between and to change, below the head figures; out of sight it is solved once edits pause. */
export function ChoicesInTurn({ estimate, cases }: Omit<ComponentProps<typeof Choices>, "place">) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return <Choices estimate={useFollowed(estimate, useNear(place, "0px"))} cases={cases} place={setPlace} />;
}

/** Everything below the head figures: what is in sight first. */
export function Details({ estimate }: { estimate: Estimate }) {
  const far = useAfterPaint(estimate);
  const parts = { estimate, far };
  return (
    <>
      <InTurn {...parts}>
        {(estimate, place) => <LimitsSection estimate={estimate} place={place} onOwn={focusAt} />}
      </InTurn>
      <InTurn {...parts}>
        {(estimate, place) => (
          <Bill
            estimate={estimate}
            place={place}
            csv={`/api/v1/estimate${encodeLink(estimate.scenario).slice(1)}&format=csv`}
          />
        )}
      </InTurn>
      <InTurn {...parts}>{(estimate, place) => <Tiers estimate={estimate} place={place} />}</InTurn>
      <InTurn {...parts}>{(estimate, place) => <Compare estimate={estimate} place={place} />}</InTurn>
      <ChartsInTurn {...parts} />
      <InTurn {...parts}>{(estimate, place) => <Budget estimate={estimate} place={place} onFocus={focusAt} />}</InTurn>
      <InTurn {...parts}>
        {(estimate, place) =>
          estimate.notes.length > 0 && <Notes estimate={estimate} place={place} onFocus={focusAt} />
        }
      </InTurn>
    </>
  );
}

interface Shown {
  readonly estimate: Estimate;
  /** The same a paint later. */
  readonly far: Estimate;
}

interface InTurnProps extends Shown {
  readonly children: (estimate: Estimate, place: RefCallback<HTMLElement>) => ReactNode;
}

/** A part in the window follows the estimate at once; any other part follows a paint later. */
function InTurn({ estimate, far, children }: InTurnProps) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return children(useNear(place, "0px") ? estimate : far, setPlace);
}

/** Charts out of sight follow once edits pause, with all that is told of them. */
function ChartsInTurn({ estimate, far }: Shown) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const near = useNear(place);
  return <PlanCharts estimate={useFollowed(near ? estimate : far, near)} place={setPlace} />;
}

/** The choice of the rule by which tokens are charged; what each rule makes of the scenario may come a paint later. */
export function Accounting({ chosen, estimate }: { chosen: TokenAccounting; estimate: Estimate }) {
  const view = useMemo(() => accountingView(estimate), [estimate]);
  return <AccountingPicker chosen={chosen} view={view} />;
}

/** The sources that were used, and where else the estimate can be had: a paint after all else. */
export function Foot({ estimate: now }: { estimate: Estimate }) {
  const estimate = useAfterPaint(now);
  return (
    <SiteFooter
      fine={
        <>
          <span>Computed in your browser; the link holds everything.</span>
          <a href={`/api/v1/estimate${encodeLink(estimate.scenario).slice(1)}`}>This estimate as JSON</a>
        </>
      }
    >
      <EstimateSources sources={sourcesView(estimate)} />
    </SiteFooter>
  );
}
