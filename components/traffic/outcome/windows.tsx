"use client";

import { memo } from "react";
import { windowSides } from "@/lib/view/traffic";
import type { TrafficRuns } from "@/components/traffic/simulation/runs";
import { Section } from "@/components/ui/section";
import { SidesTable } from "./sides";

/** Compares this traffic under an RPM window of 60 seconds and of 1 second. */
export const WindowDays = memo(function WindowDays({ runs }: { runs: TrafficRuns }) {
  const sides = windowSides(runs, runs.windows);
  if (runs.input.scenario.usageTier === "free") return null;
  return (
    <Section id="windows" eyebrow="RPM window" finding={sides.finding}>
      <p className="-mt-2 mb-4 max-w-[74ch] text-ink-2">
        OpenAI says that requests a minute may be enforced by the second: the bucket of requests then holds one second’s
        worth. The bucket of tokens keeps its minute. <a href="/method#rpm-window">The rule</a>
      </p>
      <SidesTable sides={sides} caption="This traffic with an RPM window of 60 seconds and of 1 second" />
    </Section>
  );
});
