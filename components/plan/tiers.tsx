import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { tiersView } from "@/lib/view/plan";
import { FigureButton } from "@/components/figures/figure-button";
import { TryLink } from "@/components/figures/try-link";
import { ToneMark } from "@/components/figures/tone";

/** The five paid usage tiers side by side; a press on one tries it. */
export const Tiers = memo(function Tiers({ estimate, place }: { estimate: Estimate; place: Ref<HTMLElement> }) {
  const { finding, heads, rows } = tiersView(estimate);
  const { scenario } = estimate;
  return (
    <section className="sec @container" aria-labelledby="h-tier" id="tiers" ref={place}>
      <header>
        <div>
          <span className="eye">Usage tiers side by side</span>
          <h2 id="h-tier">{finding}</h2>
        </div>
      </header>
      <div className="tiers" role="table" aria-label="This scenario at every usage tier">
        <div className="tr" role="row">
          <div className="rh th none" role="columnheader">
            <span className="sr-only">Limit</span>
          </div>
          {heads.map((head) => (
            <div key={head.tier} className={head.chosen ? "th sel" : "th"} role="columnheader">
              <TryLink
                look="name"
                scenario={{ ...scenario, usageTier: head.tier }}
                label={`Tier ${head.tier}${head.chosen ? ", chosen" : ""}`}
              >
                Tier {head.tier}
              </TryLink>
              <small className={head.fits ? "text-ok" : head.fits === null ? "text-ink-2" : "text-over"}>
                <ToneMark
                  tone={head.fits ? "ok" : head.fits === null ? "unknown" : head.never ? "never" : "over"}
                  size={11}
                />{" "}
                <span className="lg">
                  {head.fits
                    ? "Fits"
                    : head.fits === null
                      ? "Cannot be told"
                      : head.never
                        ? "Never runs"
                        : "Does not fit"}
                </span>
              </small>
            </div>
          ))}
        </div>
        <div className="tr" role="row">
          <div className="rh" role="rowheader">
            Headroom<small>what binds first</small>
          </div>
          {heads.map((head) => (
            <div key={head.tier} className={head.chosen ? "cell sel" : "cell"} role="cell">
              <b>
                <FigureButton {...head.headroom} />
              </b>
              <small>{head.binds}</small>
            </div>
          ))}
        </div>
        {rows.map((row) => (
          <div key={row.key} className="tr" role="row">
            <div className="rh" role="rowheader">
              {row.name}
              <small>{row.about}</small>
            </div>
            {row.cells.map((cell, n) => (
              <div
                key={n}
                className={`cell${cell.state === "over" || cell.state === "near" ? ` ${cell.state}` : ""}${heads[n]!.chosen ? " sel" : ""}`}
                role="cell"
              >
                <b>
                  <FigureButton {...cell.utilisation} />
                </b>
                <small>{cell.of}</small>
                <span className="mb">
                  <i style={{ width: `${cell.width * 100}%` }} />
                </span>
              </div>
            ))}
          </div>
        ))}
        <div className="tr" role="row">
          <div className="rh" role="rowheader">
            Reached after<small>paid in total</small>
          </div>
          {heads.map((head) => (
            <div key={head.tier} className={`cell last${head.chosen ? " sel" : ""}`} role="cell">
              {head.reachedAfter}
            </div>
          ))}
        </div>
      </div>
      <p className="mt-[10px] text-small text-ink-2">
        Free: these models are not offered. Bold is utilisation, at peak where a minute is the window.
      </p>
    </section>
  );
});
