import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { batchView, fixesView } from "@/lib/view/plan";
import { FigureButton, SentenceText } from "@/components/figures/figure-button";
import { NoMark, UnknownMark, YesMark } from "@/components/ui/marks";
import { TryLink } from "@/components/figures/try-link";

/** Standard against batch, and what to try: what would make it fit, or how far it reaches. */
export const Choices = memo(function Choices({ estimate }: { estimate: Estimate }) {
  const batch = batchView(estimate);
  const { heading, fixes } = fixesView(estimate);
  const first = estimate.fit.fits ? null : fixes.find(({ fits, scenario }) => fits && scenario);
  return (
    <div className="two">
      <div>
        <h2>
          <SentenceText sentence={batch.heading} />
        </h2>
        <div className="cmp">
          {batch.rows.map(({ label, amount, now, width }) => (
            <div className="contents" key={label}>
              <span className={now ? "now" : "text-ink-2"}>{label}</span>
              <i className={now ? "b" : "b o"} style={{ transform: `scaleX(${width})` }} />
              <FigureButton {...amount} className={now ? "now text-right" : "text-right"} />
            </div>
          ))}
        </div>
        <p className="mt-2 text-small text-ink-2">{batch.remark}</p>
      </div>
      <div>
        <h2>{heading}</h2>
        <ul className="fix">
          {fixes.map(({ fits, text, detail, label, scenario: next }) => (
            <li key={text}>
              {fits ? (
                <YesMark size={15} className="text-ok" />
              ) : fits === null ? (
                <UnknownMark size={15} className="text-ink-2" />
              ) : (
                <NoMark size={15} className="text-over" />
              )}
              <div>
                {text} <span className="block text-small text-ink-2">{detail}</span>
              </div>
              {next && (
                <TryLink
                  scenario={next}
                  label={label === "Try" ? `Try: ${text}` : label}
                  look={next === first?.scenario ? "go" : "button"}
                >
                  {label}
                </TryLink>
              )}
            </li>
          ))}
          {fixes.length === 0 && (
            <li className="text-ink-2">Nothing nearby changes the verdict: other sizes or another model might.</li>
          )}
        </ul>
      </div>
    </div>
  );
});
