"use client";

import { trafficVerdict } from "@/lib/view/traffic";
import { ToneMark } from "@/components/figures/tone";
import { useSnapshot } from "./use-runner";
import type { TrafficRunner } from "./runner";

/** The verdict, in sight below the two-pane width while it is not itself. */
export function TrafficBar({ runner }: { runner: TrafficRunner }) {
  const { runs, request } = useSnapshot(runner, (snapshot) => snapshot);
  const verdict = trafficVerdict(runs, request.scenario);
  if (!verdict) return null;
  return (
    <a className="rbar" href="#verdict">
      <ToneMark tone={verdict.tone} size={20} />
      <span className="t">
        <b>{verdict.short.title}</b>
        <small>{verdict.short.about}</small>
      </span>
    </a>
  );
}
