import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { keyFigures, verdictView } from "@/lib/view/plan";
import { capital, formatDay, formatTier, plainText } from "@/lib/view/text";
import { FigureButton } from "@/components/figures/figure-button";
import { HeadFigures } from "@/components/figures/head-figures";
import { ResultBar } from "@/components/figures/result-bar";
import { VerdictHead } from "@/components/figures/verdict-head";

/** The verdict in a sentence and the five head figures. */
export const PlanVerdict = memo(function PlanVerdict({ estimate }: { estimate: Estimate }) {
  const { tone, lead, rest, aside } = verdictView(estimate);
  const { month, others } = keyFigures(estimate);
  const { usageTier, asOf } = estimate.scenario;
  return (
    <>
      <VerdictHead
        context={
          <>
            <span>Usage {capital(formatTier(usageTier)).replace("Tier", "tier")}</span>
            <span>
              Prices and limits as of <a href="#sources">{formatDay(asOf)}</a>
            </span>
          </>
        }
        tone={tone}
        lead={[lead]}
        rest={rest}
        asides={
          aside
            ? [
                <>
                  {aside} <a href="#successors">See its successors</a>
                </>,
              ]
            : []
        }
      />
      <HeadFigures
        figures={[
          { label: "A month, 730 hours", value: <FigureButton {...month} /> },
          ...others.map(({ label, text, work }) => ({ label, value: <FigureButton text={text} work={work} /> })),
        ]}
      />
    </>
  );
});

/** The verdict and the month’s cost, in sight below the two-pane width while the verdict itself is not. */
export function PlanBar({ estimate }: { estimate: Estimate }) {
  const { tone, lead, short } = verdictView(estimate);
  const { month } = keyFigures(estimate);
  return (
    <ResultBar tone={tone} title={lead.slice(0, -1)} about={short} amount={{ text: month.text, about: "a month" }} />
  );
}

/** What a screen reader is told after an edit. */
export function announcement(estimate: Estimate): string {
  const view = verdictView(estimate);
  return `${view.lead} ${plainText(view.rest)} ${keyFigures(estimate).month.text} a month.`;
}
