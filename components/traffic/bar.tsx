"use client";

import { plainText } from "@/lib/view/text";
import { trafficVerdict } from "@/lib/view/traffic";
import { ToneMark } from "@/components/figures/verdict";
import { useSnapshot } from "./use-study";
import type { Studies } from "./studies";

/** The verdict, in sight below the two-pane width while it is not itself. */
export function TrafficBar({ studies }: { studies: Studies }) {
  const { study, asked } = useSnapshot(studies, (snapshot) => snapshot);
  const verdict = trafficVerdict(study, asked.scenario);
  if (!verdict) return null;
  return (
    <a className="rbar" href="#verdict">
      <ToneMark tone={verdict.tone} size={20} />
      <span className="t">
        <b>{plainText(verdict.lead)}</b>
        <small>{verdict.short}</small>
      </span>
    </a>
  );
}
