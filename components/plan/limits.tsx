import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { formatTier } from "@/lib/view/text";
import { limitsFinding, limitViews } from "@/lib/view/plan";
import { focusHref, type FocusTarget, type LimitState } from "@/lib/view/estimate";
import { FigureButton } from "@/components/figures/figure-button";

const CLASSES: Readonly<Record<LimitState, string>> = {
  ok: "lim",
  near: "lim near",
  over: "lim over",
  unpublished: "lim unpub",
  unknown: "lim unpub",
};

function OwnLink({ target, onOwn }: { target: FocusTarget; onOwn: (target: FocusTarget) => void }) {
  return (
    <a
      href={focusHref(target)}
      onClick={(event) => {
        event.preventDefault();
        onOwn(target);
      }}
    >
      Enter your own
    </a>
  );
}

/** Every limit as a bar against one line, 100 %: the gap to its left is the answer. */
export const Limits = memo(function Limits({
  estimate,
  place,
  onOwn,
}: {
  estimate: Estimate;
  place: Ref<HTMLElement>;
  onOwn: (target: FocusTarget) => void;
}) {
  const rows = limitViews(estimate);
  return (
    <section className="sec" aria-labelledby="h-lim" ref={place}>
      <header>
        <div>
          <span className="eye">Limits at {formatTier(estimate.scenario.usageTier)}</span>
          <h2 id="h-lim">{limitsFinding(estimate)}</h2>
        </div>
        <div className="key" aria-hidden="true">
          <span>
            <i />
            mean
          </span>
          <span>
            <i className="p" />
            peak
          </span>
          <span>
            <i className="l" />
            limit
          </span>
        </div>
      </header>
      <div className="lim-h" aria-hidden="true">
        <span />
        <div className="ax">
          <span style={{ left: 0 }}>0</span>
          <span style={{ left: "40%" }}>50 %</span>
          <span style={{ left: "80%" }}>100 %</span>
        </div>
        <span className="text-right">of limit</span>
        <span>headroom</span>
      </div>
      <ul className="lims">
        {rows.map((row) => (
          <li key={row.key} className={CLASSES[row.state]}>
            <div className="nm">
              {row.name}
              <small>{row.about}</small>
            </div>
            <div className="bx">
              <div className="track">
                {row.state === "over" ? (
                  <i />
                ) : (
                  <>
                    {row.peakWidth > row.meanWidth && (
                      <i className="p" style={{ transform: `scaleX(${row.peakWidth})` }} />
                    )}
                    <i style={{ transform: `scaleX(${row.meanWidth})` }} />
                  </>
                )}
              </div>
              <p className="det">{row.detail}</p>
            </div>
            <div className="u">
              <FigureButton {...row.utilisation} />
            </div>
            <div className="h">
              {row.state === "unpublished" ? (
                estimate.scenario.usageTier === "free" ? (
                  "not offered"
                ) : (
                  row.enterOwn && <OwnLink target={row.enterOwn} onOwn={onOwn} />
                )
              ) : row.remark === "no rate fits" ? (
                <b>No rate fits</b>
              ) : row.remark === "Binds first" ? (
                <>
                  <b>Binds first</b>
                  <FigureButton {...row.headroom} /> <span className="ph">headroom</span>
                </>
              ) : (
                <>
                  <b>
                    <FigureButton {...row.headroom} /> <span className="ph">headroom</span>
                  </b>
                  {row.remark}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
});
