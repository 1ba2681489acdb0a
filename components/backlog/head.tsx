import { memo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogContext, backlogKeys, backlogVerdict, shownSplit } from "@/lib/view/backlog";
import { formatDay, formatUsd } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { HeadFigures } from "@/components/figures/head-figures";
import { ResultBar } from "@/components/figures/result-bar";
import { VerdictHead } from "@/components/figures/verdict-head";

/** The verdict in a sentence and the head figures. */
export const BacklogHead = memo(function BacklogHead({ plan }: { plan: BacklogPlan }) {
  const figures = backlogKeys(plan);
  return (
    <>
      <VerdictHead
        {...backlogVerdict(plan)}
        context={
          <>
            <span>{capital(backlogContext(plan))}</span>
            <span>
              Prices and limits as of <a href="#sources">{formatDay(plan.scenario.asOf)}</a>
            </span>
          </>
        }
      />
      {figures.length > 0 && <HeadFigures figures={figures} />}
    </>
  );
});

/** The verdict and the cost, in sight below the two-pane width while the verdict itself is not. */
export function BacklogBar({ plan }: { plan: BacklogPlan }) {
  const { tone, short } = backlogVerdict(plan);
  const shown = shownSplit(plan);
  const amount = shown && { text: formatUsd(shown.split.cost), about: "in all" };
  return <ResultBar tone={tone} title={short.title} about={short.about} amount={amount} />;
}
