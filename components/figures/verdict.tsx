import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { capital, formatDay, formatTier, plainText } from "@/lib/view/text";
import { keyFigures, verdictView } from "@/lib/view/plan";
import { Fig, Say } from "@/components/figures/figure";
import { WarnMark } from "@/components/ui/marks";
import { TONE_COLOURS, ToneMark } from "@/components/figures/tone";

/** The verdict in a sentence and the five head figures. */
export const Verdict = memo(function Verdict({ estimate }: { estimate: Estimate }) {
  const { scenario } = estimate;
  const view = verdictView(estimate);
  const keys = keyFigures(estimate);
  return (
    <>
      <p className="ctx">
        <span>Usage {capital(formatTier(scenario.usageTier)).replace("Tier", "tier")}</span>
        <span>
          Prices and limits as of <a href="#sources">{formatDay(scenario.asOf)}</a>
        </span>
      </p>
      <h1 className="say" id="say">
        <ToneMark tone={view.tone} size={24} /> <b className={TONE_COLOURS[view.tone]}>{view.lead}</b>{" "}
        <Say sentence={view.rest} />
        {view.aside && (
          <span className="aside text-14 leading-normal font-normal tracking-normal">
            <WarnMark size={15} />
            <span>
              {view.aside} <a href="#successors">See its successors</a>
            </span>
          </span>
        )}
      </h1>

      <dl className="keys">
        <div>
          <dt>A month, 730 hours</dt>
          <dd>
            <Fig {...keys.month} />
          </dd>
        </div>
        {keys.others.map(({ label, text, work }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Fig text={text} work={work} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
});

/** The verdict and the month’s cost, in sight below the two-pane width while the verdict itself is not. */
export function ResultBar({ estimate }: { estimate: Estimate }) {
  const view = verdictView(estimate);
  const { month } = keyFigures(estimate);
  return (
    <a className="rbar" href="#verdict">
      <ToneMark tone={view.tone} size={20} />
      <span className="t">
        <b>{view.lead.slice(0, -1)}</b>
        <small>{view.short}</small>
      </span>
      <span className="m">
        <b>{month.text}</b>
        <small>a month</small>
      </span>
    </a>
  );
}

/** What a screen reader is told after an edit. */
export function announcement(estimate: Estimate): string {
  const view = verdictView(estimate);
  return `${view.lead} ${plainText(view.rest)} ${keyFigures(estimate).month.text} a month.`;
}
