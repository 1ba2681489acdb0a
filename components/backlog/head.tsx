import { memo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogContext, backlogKeys, backlogVerdict, shownSplit } from "@/lib/view/backlog";
import { capital, formatDay, formatUsd } from "@/lib/view/text";
import { FigureButton, SentenceText } from "@/components/figures/figure-button";
import { WarnMark } from "@/components/ui/marks";
import { TONE_COLOURS, ToneMark } from "@/components/figures/tone";

/** The verdict in a sentence and the head figures. */
export const BacklogHead = memo(function BacklogHead({ plan }: { plan: BacklogPlan }) {
  const { tone, lead, rest, asides } = backlogVerdict(plan);
  const [main, ...others] = backlogKeys(plan);
  return (
    <>
      <p className="ctx">
        <span>{capital(backlogContext(plan))}</span>
        <span>
          Prices and limits as of <a href="#sources">{formatDay(plan.scenario.asOf)}</a>
        </span>
      </p>
      <h1 className="say" id="say">
        <ToneMark tone={tone} size={24} />{" "}
        <b className={TONE_COLOURS[tone]}>
          <SentenceText sentence={lead} />
        </b>{" "}
        <SentenceText sentence={rest} />
        {asides.map((aside) => (
          <span key={aside} className="aside text-14 leading-normal font-normal tracking-normal">
            <WarnMark size={15} />
            <span>{aside}</span>
          </span>
        ))}
      </h1>
      {main && (
        <dl className="keys">
          {[main, ...others].map(({ label, figure }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <FigureButton {...figure} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
});

/** The verdict and the cost, in sight below the two-pane width while the verdict itself is not. */
export function BacklogBar({ plan }: { plan: BacklogPlan }) {
  const { tone, short } = backlogVerdict(plan);
  const shown = shownSplit(plan);
  return (
    <a className="rbar" href="#verdict">
      <ToneMark tone={tone} size={20} />
      <span className="t">
        <b>{short.title}</b>
        <small>{short.about}</small>
      </span>
      {shown && (
        <span className="m">
          <b>{formatUsd(shown.split.cost)}</b>
          <small>in all</small>
        </span>
      )}
    </a>
  );
}
