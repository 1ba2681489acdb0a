"use client";

import { memo } from "react";
import { tierSides } from "@/lib/view/traffic";
import { SideCell, SideHead } from "./sides";
import type { TrafficRuns } from "./runs";

/** The same traffic at every paid usage tier; a press on one tries it. */
export const TierDays = memo(function TierDays({ runs }: { runs: TrafficRuns }) {
  const { finding, rows, sides, free } = tierSides(runs, runs.tiers);
  return (
    <section className="sec @container" aria-labelledby="h-tiers" id="tiers">
      <header>
        <div>
          <span className="eye">Usage tiers side by side</span>
          <h2 id="h-tiers">{finding}</h2>
        </div>
      </header>
      <div
        className="tiers"
        role="table"
        aria-label="This traffic at every usage tier"
        aria-busy={sides.some(({ tone }) => tone === null)}
      >
        <div className="tr" role="row">
          <div className="rh th none" role="columnheader">
            <span className="sr-only">Measure</span>
          </div>
          {sides.map((side) => (
            <div key={side.key} className={side.chosen ? "th sel" : "th"} role="columnheader">
              <SideHead side={side} />
            </div>
          ))}
        </div>
        {rows.map(({ name, about }, row) => (
          <div key={name} className="tr" role="row">
            <div className="rh" role="rowheader">
              {name}
              <small>{about}</small>
            </div>
            {sides.map((side) => (
              <div
                key={side.key}
                className={`cell${row === rows.length - 1 ? " last" : ""}${side.chosen ? " sel" : ""}`}
                role="cell"
              >
                <SideCell side={side} row={row} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="mt-[10px] text-small text-ink-2">{free}</p>
    </section>
  );
});
