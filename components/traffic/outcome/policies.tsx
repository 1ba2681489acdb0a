"use client";

import { memo, useMemo } from "react";
import { policySides, throttleViews } from "@/lib/view/traffic";
import type { TrafficRuns } from "@/components/traffic/simulation/runs";
import { Section } from "@/components/ui/section";
import { SidesTable } from "./sides";
import { ThrottleSettings } from "./throttle";

/** Compares this traffic under each policy of the client, and gives the settings of a throttle for each pool. */
export const PolicyDays = memo(function PolicyDays({ runs }: { runs: TrafficRuns }) {
  const sides = policySides(runs, runs.policies);
  const { scenario } = runs.input;
  const throttles = useMemo(() => throttleViews(scenario), [scenario]);
  if (scenario.usageTier === "free") return null;
  return (
    <Section id="policies" eyebrow="What pacing itself changes" finding={sides.finding}>
      {sides.remark && <p className="-mt-2 mb-4 max-w-[74ch] text-ink-2">{sides.remark}</p>}
      <SidesTable sides={sides} caption="This traffic from clients that pace themselves, retry or drop" />
      {throttles.map((throttle) => (
        <ThrottleSettings key={throttle.pool} throttle={throttle} />
      ))}
    </Section>
  );
});
