"use client";

import { memo } from "react";
import type { Scenario } from "@/lib/scenario";
import { formatDay } from "@/lib/view/text";
import { trafficAnnouncement, trafficContext, trafficKeys, trafficVerdict } from "@/lib/view/traffic";
import { HeadFigures } from "@/components/figures/head-figures";
import { HeadContext, Headline, VerdictHead } from "@/components/figures/verdict-head";
import type { TrafficRuns } from "@/components/traffic/simulation/runs";
import { useSpoken } from "@/components/ui/hooks/use-page";
import { Placeholder } from "@/components/ui/placeholder";
import { Worked } from "./worked";

const asIs = (text: string) => text;

interface TrafficVerdictProps {
  readonly runs: TrafficRuns | null;
  readonly scenario: Scenario;
}

/** What came of the traffic, in a sentence, and the head figures. */
export const TrafficVerdict = memo(function TrafficVerdict({ runs, scenario }: TrafficVerdictProps) {
  const view = trafficVerdict(runs, scenario);
  const spoken = useSpoken(runs ? trafficAnnouncement(runs) : "", asIs);
  const figures = runs ? trafficKeys(runs) : [];
  const { asOf } = runs?.input.scenario ?? scenario;
  const context = (
    <>
      {trafficContext(runs, scenario).map((part) => (
        <span key={part}>{part}</span>
      ))}
      <span>
        Limits as of <a href="#sources">{formatDay(asOf)}</a>
      </span>
    </>
  );
  return (
    <Worked traffic={runs}>
      {view ? (
        <VerdictHead {...view} context={context} />
      ) : (
        <>
          <HeadContext>{context}</HeadContext>
          <Headline id="say">
            <span className="only-with-scripts text-ink-2">Simulating this traffic …</span>
            <span className="only-without-scripts text-ink-2">This traffic is not simulated yet.</span>
          </Headline>
        </>
      )}
      {figures.length > 0 && <HeadFigures figures={figures} />}
      {!view && (
        <Placeholder className="mt-[22px] min-h-22">
          <span className="only-with-scripts">The head figures come with the run</span>
          <span className="only-without-scripts">Simulating this much traffic needs JavaScript</span>
        </Placeholder>
      )}
      <p className="sr-only" role="status" aria-live="polite">
        {spoken}
      </p>
    </Worked>
  );
});
