import { memo } from "react";
import { successorsOf } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { verdictText } from "@/lib/view/estimate";
import { keyFigures, tabTitle, verdictView } from "@/lib/view/plan";
import { formatDay, formatTier } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { HeadFigures } from "@/components/figures/head-figures";
import { ResultBar } from "@/components/figures/result-bar";
import { VerdictHead } from "@/components/figures/verdict-head";
import { Spoken } from "@/components/scenario-page/scenario-frame";
import { useSpoken, useTabTitle } from "@/components/ui/hooks/use-page";

interface PlanVerdictProps {
  readonly estimate: Estimate;
  /** Nothing of it is the user’s own yet. */
  readonly example: boolean;
}

/** The verdict in a sentence and the five head figures. */
export const PlanVerdict = memo(function PlanVerdict({ estimate, example }: PlanVerdictProps) {
  const { asides, ...verdict } = verdictView(estimate);
  const { usageTier, asOf } = estimate.scenario;
  const followed = [...estimate.facts.keys()].some((pool) => successorsOf(pool).length > 0);
  return (
    <>
      <VerdictHead
        context={
          <>
            {example && <span>An example to change</span>}
            <span>Usage {capital(formatTier(usageTier)).replace("Tier", "tier")}</span>
            <span>
              Prices and limits as of <a href="#sources">{formatDay(asOf)}</a>
            </span>
          </>
        }
        {...verdict}
        asides={asides.map((aside) => (
          <>
            {aside} {followed && <a href="#successors">See its successors</a>}
          </>
        ))}
      />
      <HeadFigures figures={keyFigures(estimate)} />
    </>
  );
});

/** The verdict and the month’s cost, in sight below the two-pane width while the verdict itself is not. */
export function PlanBar({ estimate }: { estimate: Estimate }) {
  const { tone, short } = verdictView(estimate);
  const [month] = keyFigures(estimate);
  return <ResultBar tone={tone} {...short} amount={{ text: month.figure.text, about: "a month" }} />;
}

/** What is told after an edit: to a screen reader, and in the browser’s tab. */
export function PlanAnnouncement({ estimate }: { estimate: Estimate }) {
  useTabTitle(tabTitle(estimate));
  return <Spoken>{useSpoken(estimate, announcement)}</Spoken>;
}

function announcement(estimate: Estimate): string {
  const [month] = keyFigures(estimate);
  return `${verdictText(verdictView(estimate))} ${month.figure.text} a month.`;
}
