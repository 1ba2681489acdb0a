import { memo, type ReactNode, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { formatTier } from "@/lib/view/text";
import { limitsFinding, limitViews, type LimitView } from "@/lib/view/plan";
import { focusHref, type FocusTarget, type LimitState } from "@/lib/view/estimate";
import { TermLink } from "@/components/figures/term-link";
import { FigureButton } from "@/components/figures/figure-button";
import { classNames } from "@/components/ui/class-names";
import { WholeNames } from "@/components/ui/whole-names";
import { Section } from "@/components/ui/section";
import styles from "./limits.module.css";

const STATE_STYLES: Readonly<Record<LimitState, string | undefined>> = {
  ok: undefined,
  near: styles.near,
  over: styles.over,
  unpublished: styles.unpublished,
  unknown: styles.unpublished,
};

interface LimitsSectionProps {
  readonly estimate: Estimate;
  readonly place: Ref<HTMLElement>;
  /** Leads to the field in which a limit of the user’s own is entered. */
  readonly onOwn: (target: FocusTarget) => void;
}

/** Every limit as a bar against one line, 100 %. The gap between bar and line is the headroom. */
export const LimitsSection = memo(function LimitsSection({ estimate, place, onOwn }: LimitsSectionProps) {
  return (
    <Section
      ref={place}
      aria-labelledby="h-lim"
      eyebrow={`Limits at ${formatTier(estimate.scenario.usageTier)}`}
      finding={limitsFinding(estimate)}
      legend={<Legend />}
    >
      <div className={styles.axisRow} aria-hidden="true">
        <span />
        <div className={styles.axis}>
          <span style={{ left: 0 }}>0</span>
          <span style={{ left: "40%" }}>50 %</span>
          <span style={{ left: "80%" }}>100 %</span>
        </div>
        <span className="text-right">of limit</span>
        <span>headroom</span>
      </div>
      <ul className={styles.limits}>
        {limitViews(estimate).map(({ key, ...row }) => (
          <li key={key} className={classNames(styles.limit, STATE_STYLES[row.state])}>
            <div className={styles.name}>
              {key.endsWith(".batch-queue") ? <TermLink of="batch-queue">{row.name}</TermLink> : row.name}{" "}
              <small>
                <WholeNames>{row.about}</WholeNames>
              </small>
            </div>
            <div className={styles.drawing}>
              <Track {...row} />
              <p className={styles.detail}>{row.detail}</p>
            </div>
            <div className={classNames(styles.used, row.utilisation.text.length > 7 && styles.long)}>
              <FigureButton {...row.utilisation} />
            </div>
            <div className={styles.headroom}>
              {row.state === "unpublished" ? <Unpublished {...row} onOwn={onOwn} /> : <Headroom {...row} />}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
});

const Legend = () => (
  <div className={styles.legend} aria-hidden="true">
    <span>
      <i className={styles.meanKey} />
      mean
    </span>
    <span>
      <i className={styles.peakKey} />
      peak
    </span>
    <span>
      <i className={styles.line} />
      limit
    </span>
  </div>
);

function Track({ state, peakWidth, meanWidth }: Omit<LimitView, "key">) {
  const bars: ReactNode =
    state === "over" ? (
      <i className={styles.mean} />
    ) : (
      <>
        {peakWidth > meanWidth && <i className={styles.peak} style={{ transform: `scaleX(${peakWidth})` }} />}
        <i className={styles.mean} style={{ transform: `scaleX(${meanWidth})` }} />
      </>
    );
  return <div className={styles.track}>{bars}</div>;
}

/** The word that names the figure where no column heading does. */
const HeadroomWord = () => <span className="tablet:hidden">headroom</span>;

function Headroom({ headroom, remark }: Omit<LimitView, "key">) {
  if (remark === "no rate fits") return <b>No rate fits</b>;
  if (remark === "Binds first") {
    return (
      <>
        <b>Binds first</b>
        <FigureButton {...headroom} /> <HeadroomWord />
      </>
    );
  }
  return (
    <>
      <b>
        <FigureButton {...headroom} /> <HeadroomWord />
      </b>
      {remark}
    </>
  );
}

interface UnpublishedProps extends Pick<LimitView, "enterOwn" | "onFree"> {
  readonly onOwn: (target: FocusTarget) => void;
}

function Unpublished({ onFree, enterOwn, onOwn }: UnpublishedProps) {
  if (onFree) return onFree;
  if (!enterOwn) return null;
  return (
    <a
      href={focusHref(enterOwn)}
      onClick={(event) => {
        event.preventDefault();
        onOwn(enterOwn);
      }}
    >
      Enter your own
    </a>
  );
}
