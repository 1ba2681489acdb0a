"use client";

import { Activity, memo, useDeferredValue, useMemo } from "react";
import { BreakingPoint } from "./breaking";
import { PolicyDays } from "./policies";
import { TrafficResults } from "./results";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";
import { runsOf, type TrafficRuns } from "@/components/traffic/simulation/runs";
import { TierDays } from "./tiers";
import { useOpened } from "@/components/traffic/simulation/use-runner";
import { TrafficVerdict } from "./verdict";
import { WindowDays } from "./windows";

interface Props {
  readonly runner: TrafficRunner;
}

function Head({ runner }: Props) {
  const runs = useOpened(runner, (snapshot) => snapshot.runs);
  const scenario = useOpened(runner, (snapshot) => snapshot.request.scenario);
  return <TrafficVerdict runs={runs} scenario={scenario} />;
}

/** Charts are drawn in renders that give way to a person’s presses. */
function Days({ runner, onScale }: Props & { readonly onScale: (scale: number) => void }) {
  const runs = useDeferredValue(useOpened(runner, (snapshot) => snapshot.runs));
  const scale = useOpened(runner, (snapshot) => snapshot.request.scale);
  return runs && <DaysOf runs={runs} scale={scale} onScale={onScale} />;
}

/** Each part gets only the runs that it draws, so that a run that comes in redraws its own part and no other. */
function DaysOf({
  runs: { input, main, tiers, policies, windows, breaking },
  scale,
  onScale,
}: {
  runs: TrafficRuns;
  scale: number;
  onScale: (scale: number) => void;
}) {
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

/** What came of the traffic, in a sentence. It stands in the server’s HTML until the browser knows it too. */
export const TrafficHead = memo(function TrafficHead({ runner }: Props) {
  return (
    <Activity>
      <Head runner={runner} />
    </Activity>
  );
});

/** All that the runs came to, likewise. */
export const TrafficDays = memo(function TrafficDays({
  runner,
  onScale,
}: Props & { readonly onScale: (scale: number) => void }) {
  return (
    <Activity>
      <Days runner={runner} onScale={onScale} />
    </Activity>
  );
});
