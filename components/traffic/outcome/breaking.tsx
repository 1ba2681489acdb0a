"use client";

import { memo } from "react";
import { breakingView } from "@/lib/view/traffic";
import type { TrafficRuns } from "@/components/traffic/simulation/runs";
import { Button } from "@/components/ui/button";
import { NoMark } from "@/components/ui/marks";
import { YesMark } from "@/components/ui/more-marks";
import { Section } from "@/components/ui/section";

/** Shows up to which multiple of the traffic the limits hold, and sets the scale to a multiple on either side. */
export const BreakingPoint = memo(function BreakingPoint({
  runs,
  scale,
  onScale,
}: {
  runs: TrafficRuns;
  scale: number;
  onScale: (scale: number) => void;
}) {
  const view = breakingView(runs, runs.breaking);
  if (runs.input.scenario.usageTier === "free") return null;
  return (
    <Section
      id="breaking"
      className="min-h-36 tablet:min-h-25"
      eyebrow="Where it breaks"
      finding={view?.finding ?? "How much traffic the limits bear"}
    >
      <p className="max-w-[74ch] text-ink-2">
        {view?.definition ?? (
          <>
            <span className="only-with-scripts">The breaking point comes after the other runs.</span>
            <span className="only-without-scripts">The runs that find the breaking point need JavaScript.</span>
          </>
        )}{" "}
        <a href="/method#traffic-break">The rule</a>
      </p>
      {view && view.marks.length > 0 && (
        <p className="mt-3 flex only-with-scripts flex-wrap gap-2">
          {view.marks.map((mark) => (
            <Button key={mark.text} small disabled={mark.scale === scale} onClick={() => onScale(mark.scale)}>
              {mark.broken ? <NoMark size={13} className="text-over" /> : <YesMark size={13} className="text-ok" />} See{" "}
              {mark.text}
            </Button>
          ))}
        </p>
      )}
    </Section>
  );
});
