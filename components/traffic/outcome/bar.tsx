"use client";

import { trafficVerdict } from "@/lib/view/traffic";
import { ResultBar } from "@/components/figures/result-bar";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";
import { useSnapshot } from "@/components/traffic/simulation/use-runner";

/** Repeats the verdict in a bar while it is out of sight in a narrow window; draws nothing before the first run. */
export function TrafficBar({ runner }: { runner: TrafficRunner }) {
  const runs = useSnapshot(runner, (snapshot) => snapshot.runs);
  const scenario = useSnapshot(runner, (snapshot) => snapshot.request.scenario);
  const verdict = trafficVerdict(runs, scenario);
  if (!verdict) return null;
  return <ResultBar tone={verdict.tone} {...verdict.short} />;
}
