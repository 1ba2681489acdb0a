import { memo } from "react";
import type { ComparedWorkload } from "@/lib/compare";
import type { Estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { compareContext, type CompareHead } from "@/lib/view/compare";
import { formatDay } from "@/lib/view/text";
import { VerdictHead } from "@/components/figures/verdict-head";
import { TryLink } from "@/components/figures/try-link";
import { WarnMark } from "@/components/ui/marks";
import { UnknownMark } from "@/components/ui/more-marks";
import { ROUTES } from "@/components/ui/routes";
import styles from "./compare.module.css";
import { FilterMark } from "./filter-mark";

interface CompareHeadlineProps {
  readonly head: CompareHead;
  readonly estimate: Estimate;
  readonly workload: ComparedWorkload;
  /** How sure and how long the row that it names holds; empty: nothing is known of that. */
  readonly pick: string;
}

/** A model that ends warns, a limit that is missing is open, the others are left out by a filter. */
function AsideMark({ isEnding, isOpen }: { readonly isEnding: boolean; readonly isOpen: boolean }) {
  if (isEnding) return <WarnMark size={15} className="mt-[3px] text-near" />;
  return isOpen ? <UnknownMark size={15} className="mt-[3px]" /> : <FilterMark className="mt-[5px]" />;
}

/** The finding in a sentence, under what is compared; then what is cheaper, and why it is not the finding. */
export const CompareHeadline = memo(function CompareHeadline({ head, estimate, workload, pick }: CompareHeadlineProps) {
  const { scenario } = estimate;
  return (
    <div className={styles.head}>
      <VerdictHead
        tone={head.tone}
        lead={head.lead}
        rest={head.rest}
        ending={null}
        context={
          <>
            <span>{compareContext(estimate, workload)}</span>
            <a href={encodeLink(scenario)} rel="nofollow">
              Edit on Plan
            </a>
            {scenario.variants && (
              <a href={`${encodeLink(scenario)}#variants`} rel="nofollow">
                {scenario.variants.length === 1 ? "B beside it" : `${scenario.variants.length} variants`} on Plan
              </a>
            )}
            <span>
              Prices and limits as of <a href="#sources">{formatDay(scenario.asOf)}</a>
            </span>
          </>
        }
      />
      {pick && <p className="mt-3 text-ink">{pick}</p>}
      {head.press && (
        <p className="mt-3 print:hidden">
          <TryLink scenario={head.press.scenario} look="go" done={head.press.done}>
            {head.press.label}
          </TryLink>
        </p>
      )}
      <ul className="mt-3 grid gap-1">
        {head.asides.map(({ text, enter, moves }) => (
          <li key={text} className="flex gap-2 text-ink-2">
            <AsideMark isEnding={moves !== undefined} isOpen={enter !== null} />
            <span>
              {text}{" "}
              {moves?.map(({ label, done, scenario: next }) => (
                <TryLink key={label} look="plain" className="print:hidden" scenario={next} done={done}>
                  {label}
                </TryLink>
              ))}
              {enter && (
                <a
                  className="print:hidden"
                  href={`${encodeLink(enter.scenario, ROUTES.plan)}#${enter.at}`}
                  rel="nofollow"
                >
                  Enter yours
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
});
