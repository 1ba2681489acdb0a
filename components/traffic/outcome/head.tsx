"use client";

import { Activity, memo } from "react";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";
import { useOpened } from "@/components/traffic/simulation/use-runner";
import { TrafficVerdict } from "./verdict";

interface TrafficHeadProps {
  readonly runner: TrafficRunner;
}

function OpenedVerdict({ runner }: TrafficHeadProps) {
  const runs = useOpened(runner, (snapshot) => snapshot.runs);
  const scenario = useOpened(runner, (snapshot) => snapshot.request.scenario);
  return <TrafficVerdict runs={runs} scenario={scenario} />;
}

/**
 * What came of the traffic, in a sentence. `Activity` keeps the server’s HTML on screen until the browser has run the
 * traffic too.
 */
export const TrafficHead = memo(function TrafficHead({ runner }: TrafficHeadProps) {
  return (
    <Activity>
      <OpenedVerdict runner={runner} />
    </Activity>
  );
});
