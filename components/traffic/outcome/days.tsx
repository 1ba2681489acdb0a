"use client";

import { Activity, memo, useDeferredValue, useMemo } from "react";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";
import { runsOf, type TrafficRuns } from "@/components/traffic/simulation/runs";
import { useOpened } from "@/components/traffic/simulation/use-runner";
import { BreakingPoint } from "./breaking";
import { PolicyDays } from "./policies";
import { TrafficResults } from "./results";
import { TierDays } from "./tiers";
import { WindowDays } from "./windows";

interface TrafficDaysProps {
  readonly runner: TrafficRunner;
  readonly onScale: (scale: number) => void;
}

/** Charts are drawn in renders that give way to a person’s presses. */
function OpenedDays({ runner, onScale }: TrafficDaysProps) {
  const runs = useDeferredValue(useOpened(runner, (snapshot) => snapshot.runs));
  const scale = useOpened(runner, (snapshot) => snapshot.request.scale);
  return runs && <Days runs={runs} scale={scale} onScale={onScale} />;
}

interface DaysProps {
  readonly runs: TrafficRuns;
  readonly scale: number;
  readonly onScale: (scale: number) => void;
}

/** Each part gets only the runs that it draws, so that a run that comes in redraws its own part and no other. */
function Days({ runs, scale, onScale }: DaysProps) {
  const { input, main, tiers, policies, windows, breaking } = runs;
  const alone = useMemo(() => runsOf(input, main), [input, main]);
  const byTier = useMemo(() => ({ ...alone, tiers }), [alone, tiers]);
  const byPolicy = useMemo(() => ({ ...alone, policies }), [alone, policies]);
  const byWindow = useMemo(() => ({ ...alone, windows }), [alone, windows]);
  const broken = useMemo(() => ({ ...alone, breaking }), [alone, breaking]);
  return (
    <>
      {!input.trace && <BreakingPoint runs={broken} scale={scale} onScale={onScale} />}
      <TrafficResults runs={alone} />
      <TierDays runs={byTier} />
      <PolicyDays runs={byPolicy} />
      <WindowDays runs={byWindow} />
    </>
  );
}

/** All that the runs came to. `Activity` keeps the server’s HTML on screen until the browser has run them too. */
export const TrafficDays = memo(function TrafficDays({ runner, onScale }: TrafficDaysProps) {
  return (
    <Activity>
      <OpenedDays runner={runner} onScale={onScale} />
    </Activity>
  );
});
