"use client";

import { memo } from "react";
import { tierSides } from "@/lib/view/traffic";
import { TierGrid } from "@/components/figures/tiers/tier-grid";
import type { TrafficRuns } from "@/components/traffic/simulation/runs";
import { NeedsScripts } from "@/components/ui/page/needs-scripts";
import { Section } from "@/components/ui/section";
import { OTHER_RUNS, SideCell, SideHead } from "./sides";

/** Compares this traffic at every paid usage tier; a press on a tier tries it. */
export const TierDays = memo(function TierDays({ runs }: { runs: TrafficRuns }) {
  const { finding, rows, sides, free } = tierSides(runs, runs.tiers);
  return (
    <Section
      aria-labelledby="h-tiers"
      id="tiers"
      className="@container"
      eyebrow="Usage tiers side by side"
      finding={finding}
    >
      <TierGrid
        label="This traffic at every usage tier"
        corner="Measure"
        busy={sides.some(({ tone }) => tone === null)}
        columns={sides.map((side) => ({ key: side.key, chosen: side.chosen, head: <SideHead side={side} inGrid /> }))}
        rows={rows.map(({ name, about }, row) => ({
          key: name,
          name,
          about,
          cells: sides.map((side) => ({ value: <SideCell side={side} row={row} /> })),
        }))}
      />
      {sides.some(({ cells }) => !cells) && <NeedsScripts>{OTHER_RUNS}</NeedsScripts>}
      <p className="mt-[10px] text-small text-ink-2">{free}</p>
    </Section>
  );
});
