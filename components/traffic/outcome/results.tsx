"use client";

import { memo } from "react";
import { latencyWanted, trafficFigures, trafficFinding } from "@/lib/view/traffic";
import { FigureButton } from "@/components/figures/figure-button";
import { TrafficCharts } from "@/components/traffic/charts/section";
import type { TrafficRuns } from "@/components/traffic/simulation/runs";
import { Section } from "@/components/ui/section";
import { Worked } from "./worked";

/** Every figure of the run, each with its working. */
function Ledger({ runs }: { runs: TrafficRuns }) {
  const wanted = latencyWanted(runs.input.scenario);
  return (
    <Worked traffic={runs}>
      <div className="grid gap-x-12 gap-y-6 tablet:grid-cols-2 wide:grid-cols-3">
        {trafficFigures(runs).map(({ title, figures }) => (
          <div key={title}>
            <h3 className="mb-1 text-12 text-ink-3">{title}</h3>
            <dl>
              {figures.map(({ work, label, text }) => (
                <div key={label} className="flex justify-between gap-4 border-t border-line py-1">
                  <dt className="text-ink-2">{label}</dt>
                  <dd className="text-right">
                    <FigureButton text={text} work={work} />
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
      {wanted.length > 0 && (
        <p className="mt-3 text-small text-ink-2">
          Requests in flight need each workload’s latency. {wanted.join("; ")}.
        </p>
      )}
    </Worked>
  );
}

/** Shows the figures and the charts of the main run; nothing on the free tier, where nothing is simulated. */
export const TrafficResults = memo(function TrafficResults({ runs }: { runs: TrafficRuns }) {
  if (runs.input.scenario.usageTier === "free") return null;
  return (
    <>
      <Section id="figures" eyebrow="What became of the requests" finding={trafficFinding(runs)}>
        <Ledger runs={runs} />
      </Section>
      <TrafficCharts runs={runs} />
    </>
  );
});
