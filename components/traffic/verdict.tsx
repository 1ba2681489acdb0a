"use client";

import { memo } from "react";
import type { Scenario } from "@/lib/scenario";
import { formatDay } from "@/lib/view/text";
import { trafficAnnouncement, trafficContext, trafficKeys, trafficVerdict } from "@/lib/view/traffic";
import { TONE_COLOURS, ToneMark } from "@/components/figures/tone";
import { FigureButton, SentenceText } from "@/components/figures/figure-button";
import { Placeholder } from "@/components/ui/placeholder";
import { WarnMark } from "@/components/ui/marks";
import { useSpoken } from "@/components/ui/hooks/use-page";
import type { TrafficRuns } from "./runs";
import { Worked } from "./worked";

const said = (text: string) => text;

/** What came of the traffic, in a sentence, and the head figures. */
export const TrafficVerdict = memo(function TrafficVerdict({
  runs,
  scenario,
}: {
  runs: TrafficRuns | null;
  scenario: Scenario;
}) {
  const view = trafficVerdict(runs, scenario);
  const spoken = useSpoken(runs ? trafficAnnouncement(runs) : "", said);
  const keys = runs ? trafficKeys(runs) : [];
  const shown = runs?.input.scenario ?? scenario;
  return (
    <Worked traffic={runs}>
      <p className="ctx">
        {trafficContext(runs, scenario).map((part) => (
          <span key={part}>{part}</span>
        ))}
        <span>
          Limits as of <a href="#sources">{formatDay(shown.asOf)}</a>
        </span>
      </p>
      <h1 className="say" id="say">
        {view ? (
          <>
            <ToneMark tone={view.tone} size={24} />{" "}
            <b className={TONE_COLOURS[view.tone]}>
              <SentenceText sentence={view.lead} />
            </b>
            {view.joined ? "" : " "}
            <SentenceText sentence={view.rest} />
            {view.asides.map((aside) => (
              <span key={aside} className="aside text-14 leading-normal font-normal tracking-normal">
                <WarnMark size={15} />
                <span>{aside}</span>
              </span>
            ))}
          </>
        ) : (
          <span className="text-ink-2">Simulating this traffic …</span>
        )}
      </h1>
      {keys.length > 0 && (
        <dl className="keys">
          {keys.map(({ label, figure }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <FigureButton {...figure} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!view && <Placeholder className="mt-[22px] min-h-22">The head figures come with the run</Placeholder>}
      <p className="sr-only" role="status" aria-live="polite">
        {spoken}
      </p>
    </Worked>
  );
});
