import { memo, useMemo } from "react";
import { successorsOf } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { verdictText } from "@/lib/view/estimate";
import type { RangeView } from "@/lib/view/ranges";
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
  /** What its ranges make of it. */
  readonly range: RangeView | null;
}

/** The verdict in a sentence and the five head figures. */
export const PlanVerdict = memo(function PlanVerdict({ estimate, example, range }: PlanVerdictProps) {
  const { asides, ...verdict } = range?.verdict ?? verdictView(estimate);
  const { usageTier, asOf } = estimate.scenario;
  const followed = [...estimate.facts.keys()].some((pool) => successorsOf(pool).length > 0);
  return (
    <>
      <VerdictHead
        context={
          <>
            {example && <span>An example to change</span>}
            <span>Usage {capital(formatTier(usageTier)).replace("Tier", "tier")}</span>
            {range && <span>{range.context}</span>}
            <span>
              Prices and limits as of <a href="#sources">{formatDay(asOf)}</a>
            </span>
          </>
        }
        tone={verdict.tone}
        lead={verdict.lead}
        rest={verdict.rest}
        joined={verdict.joined}
        ending={verdict.ending}
        asides={asides.map((aside) => (
          <>
            {aside} {followed && <a href="#successors">See its successors</a>}
          </>
        ))}
      />
      {range && <p className="mt-3 text-ink-2">{range.verdict.asEntered}</p>}
      <HeadFigures figures={range?.figures ?? keyFigures(estimate)} />
      {range && <p className="mt-2.5 text-small text-ink-2">{range.legend}</p>}
    </>
  );
});

interface RangedProps {
  readonly estimate: Estimate;
  readonly range: RangeView | null;
}

/** The verdict and the month’s cost, in sight below the two-pane width while the verdict itself is not. */
export function PlanBar({ estimate, range }: RangedProps) {
  const { tone, short } = range?.verdict ?? verdictView(estimate);
  const [month] = keyFigures(estimate);
  return <ResultBar tone={tone} {...short} amount={{ text: month.figure.text, about: range?.month ?? "a month" }} />;
}

/** What is told after an edit: to a screen reader, and in the browser’s tab. */
export function PlanAnnouncement({ estimate, range }: RangedProps) {
  useTabTitle(range?.title ?? tabTitle(estimate));
  const said = useMemo(() => ({ estimate, range }), [estimate, range]);
  return <Spoken>{useSpoken(said, announcement)}</Spoken>;
}

function announcement({ estimate, range }: RangedProps): string {
  if (range) return range.spoken;
  const [month] = keyFigures(estimate);
  return `${verdictText(verdictView(estimate))} ${month.figure.text} a month.`;
}
