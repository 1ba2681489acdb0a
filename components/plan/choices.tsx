import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { batchView, fixesView } from "@/lib/view/plan";
import { ChangeList } from "@/components/figures/lists/change-list";
import { FigureButton } from "@/components/figures/figure-button";
import { SentenceText } from "@/components/figures/sentence-text";
import { TryLink } from "@/components/figures/try-link";
import { classNames } from "@/components/ui/class-names";
import { Columns } from "@/components/ui/page/columns";
import { NoMark } from "@/components/ui/marks";
import { UnknownMark, YesMark } from "@/components/ui/more-marks";
import styles from "./choices.module.css";

interface ChoicesProps {
  readonly estimate: Estimate;
  /** In how many cases the cheapest other model fits; empty without ranges. */
  readonly cases: string;
  readonly place: Ref<HTMLDivElement>;
}

/** Standard against batch, and what to try: what would make the scenario fit, or how far it reaches. */
export const Choices = memo(function Choices({ estimate, cases, place }: ChoicesProps) {
  return (
    <Columns className="mt-5" ref={place}>
      <BatchComparison estimate={estimate} />
      <Fixes estimate={estimate} cases={cases} />
    </Columns>
  );
});

function BatchComparison({ estimate }: { estimate: Estimate }) {
  const { heading, rows, remark } = batchView(estimate);
  return (
    <div>
      <h2 className="mb-2 font-semibold">
        <SentenceText sentence={heading} />
      </h2>
      <div className={styles.comparison}>
        {rows.map(({ label, amount, now, width }) => (
          <div className="contents" key={label}>
            <span className={now ? "font-semibold" : "text-ink-2"}>{label}</span>
            <i className={classNames(styles.share, now && styles.chosen)} style={{ transform: `scaleX(${width})` }} />
            <FigureButton {...amount} className={now ? "text-right font-semibold" : "text-right"} />
          </div>
        ))}
      </div>
      <p className="mt-2 text-small text-ink-2">{remark}</p>
    </div>
  );
}

/** A tick where it fits, a cross where it does not, a dashed ring where that cannot be told. */
function FitMark({ fits }: { fits: boolean | null }) {
  if (fits === null) return <UnknownMark size={15} className="text-ink-2" />;
  return fits ? <YesMark size={15} className="text-ok" /> : <NoMark size={15} className="text-over" />;
}

function Fixes({ estimate, cases }: Omit<ChoicesProps, "place">) {
  const { heading, fixes } = fixesView(estimate, cases);
  const first = estimate.fit.fits ? null : fixes.find(({ fits, scenario }) => fits && scenario);
  return (
    <div>
      <h2 className="mb-2 font-semibold">{heading}</h2>
      <ChangeList
        otherwise="Nothing nearby changes the verdict: other sizes or another model might."
        changes={fixes.map(({ fits, text, detail, label, scenario }) => ({
          mark: <FitMark fits={fits} />,
          text,
          detail,
          action: scenario && (
            <TryLink
              scenario={scenario}
              label={label === "Try" ? `Try: ${text}` : label}
              look={scenario === first?.scenario ? "go" : "button"}
            >
              {label}
            </TryLink>
          ),
        }))}
      />
    </div>
  );
}
