"use client";

import { Activity, memo, useDeferredValue, useMemo } from "react";
import { BreakingPoint } from "./breaking";
import { PolicyDays } from "./policies";
import { TrafficResults } from "./results";
import { studyOf } from "./messages";
import type { Studies } from "./studies";
import type { Study } from "./study";
import { TierDays } from "./tiers";
import { useOpened } from "./use-study";
import { TrafficVerdict } from "./verdict";
import { WindowDays } from "./windows";

interface Props {
  readonly studies: Studies;
}

function Head({ studies }: Props) {
  const study = useOpened(studies, (snapshot) => snapshot.study);
  const scenario = useOpened(studies, (snapshot) => snapshot.asked.scenario);
  return <TrafficVerdict study={study} scenario={scenario} />;
}

/** Charts are drawn in renders that give way to a person’s presses. */
function Days({ studies, onScale }: Props & { readonly onScale: (scale: number) => void }) {
  const study = useDeferredValue(useOpened(studies, (snapshot) => snapshot.study));
  const scale = useOpened(studies, (snapshot) => snapshot.asked.scale);
  return study && <DaysOf study={study} scale={scale} onScale={onScale} />;
}

/** Each part gets a study with only what it draws, so that a run that comes in draws its own part anew and no other. */
function DaysOf({
  study: { subject, main, tiers, policies, windows, breaking },
  scale,
  onScale,
}: {
  study: Study;
  scale: number;
  onScale: (scale: number) => void;
}) {
  const alone = useMemo(() => studyOf(subject, main), [subject, main]);
  const byTier = useMemo(() => ({ ...alone, tiers }), [alone, tiers]);
  const byPolicy = useMemo(() => ({ ...alone, policies }), [alone, policies]);
  const byWindow = useMemo(() => ({ ...alone, windows }), [alone, windows]);
  const broken = useMemo(() => ({ ...alone, breaking }), [alone, breaking]);
  return (
    <>
      {!subject.trace && <BreakingPoint study={broken} scale={scale} onScale={onScale} />}
      <TrafficResults study={alone} />
      <TierDays study={byTier} />
      <PolicyDays study={byPolicy} />
      <WindowDays study={byWindow} />
    </>
  );
}

/** What came of the traffic, in a sentence. It stands in the server’s HTML until the browser knows it too. */
export const TrafficHead = memo(function TrafficHead({ studies }: Props) {
  return (
    <Activity>
      <Head studies={studies} />
    </Activity>
  );
});

/** All that the runs came to, likewise. */
export const TrafficDays = memo(function TrafficDays({
  studies,
  onScale,
}: Props & { readonly onScale: (scale: number) => void }) {
  return (
    <Activity>
      <Days studies={studies} onScale={onScale} />
    </Activity>
  );
});
