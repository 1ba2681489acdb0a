import { memo } from "react";
import type { Estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { type CompareRowView, type FilterKey, NOW_AT } from "@/lib/view/compare";
import { modelIn } from "@/lib/view/names";
import { UNKNOWN } from "@/lib/view/text";
import { FigureButton } from "@/components/figures/figure-button";
import { TryLink } from "@/components/figures/try-link";
import { classNames } from "@/components/ui/class-names";
import { Mark, WarnMark } from "@/components/ui/marks";
import { UnknownMark } from "@/components/ui/more-marks";
import { AddVariant } from "./add-variant";
import { FilterMark } from "./filter-mark";
import styles from "./rows.module.css";

interface RowProps {
  readonly view: CompareRowView;
  readonly estimate: Estimate;
  /** On a narrow page it is one press away. */
  readonly isTail?: boolean;
}

/** A row: what the scenario costs there, how far that is from now, whether it fits, and what the model is. */
export const ComparedRow = memo(function ComparedRow({ view, estimate, isTail = false }: RowProps) {
  const { isNow, isInUse, fit } = view;
  return (
    <tr
      role="row"
      className={classNames(
        (isNow || isInUse) && styles.entered,
        fit === "over" && styles.unfit,
        isTail && styles.tail,
      )}
    >
      <Cells view={view} />
      <td role="cell" className={styles.actions}>
        {isNow ? (
          <a href={encodeLink(estimate.scenario)} rel="nofollow">
            on Plan
          </a>
        ) : (
          <>
            <TryRow view={view} />
            <AddVariant view={view} estimate={estimate} />
          </>
        )}
      </td>
    </tr>
  );
});

interface CheapestRowProps extends RowProps {
  readonly reason: string;
}

/** The first row, with the reason why it is. */
export const CheapestRow = memo(function CheapestRow({ view, estimate, reason }: CheapestRowProps) {
  return (
    <>
      <tr role="row">
        <Cells view={view} />
        <td role="cell" className={styles.actions}>
          {view.isNow && (
            <a href={encodeLink(estimate.scenario)} rel="nofollow">
              on Plan
            </a>
          )}
        </td>
      </tr>
      <tr role="row" className={styles.reason}>
        <td role="cell" colSpan={11}>
          <div>
            <p>
              <b>{reason}</b> {view.remark && `Reckoned ${view.remark}, which the model does not do.`}
            </p>
            {!view.isNow && (
              <p className={styles.presses}>
                <TryLink scenario={view.scenario} look="go" done={`Now on ${modelIn(view)}`}>
                  Try {view.model}
                </TryLink>
                <AddVariant view={view} estimate={estimate} isButton />
              </p>
            )}
          </div>
        </td>
      </tr>
    </>
  );
});

function TryRow({ view }: { readonly view: CompareRowView }) {
  return (
    <TryLink
      scenario={view.scenario}
      look="plain"
      label={`Try ${view.model}, ${view.tierName}`}
      done={`Now on ${modelIn(view)}`}
    >
      Try
    </TryLink>
  );
}

const MISSED: Readonly<Record<FilterKey, string>> = {
  onSale: "Not on sale in a year:",
  reasons: "Does not reason:",
  atOnce: "Answers wait:",
  context: "Less context:",
  find: "",
};

/** A funnel before a value for which a filter leaves the row out. */
function Missed({ view, of }: { readonly view: CompareRowView; readonly of: FilterKey }) {
  return view.missed.includes(of) ? <FilterMark label={MISSED[of]} className={styles.funnel} /> : null;
}

function FitMark({ fit }: Pick<CompareRowView, "fit">) {
  if (fit === "near") return <WarnMark size={13} label="Fits, with little to spare:" className="text-near" />;
  if (fit === "unknown") return <UnknownMark size={13} label="Cannot be told:" className="text-ink-2" />;
  return fit === "ok" ? (
    <Mark size={13} label="Fits:" className="text-ok">
      <path d="m3 8.6 3.4 3.6L13 4.6" stroke="currentColor" strokeWidth="2" />
    </Mark>
  ) : (
    <Mark size={13} label="Does not fit:" className="text-over">
      <path d="m3.8 3.8 8.4 8.4m0-8.4-8.4 8.4" stroke="currentColor" strokeWidth="2" />
    </Mark>
  );
}

function Cells({ view }: { readonly view: CompareRowView }) {
  const { model, tierName, month, bar, against, headroom, isNow, isInUse, fit } = view;
  return (
    <>
      <th scope="row" role="rowheader" className={styles.model}>
        <Missed view={view} of="reasons" />
        <span className={styles.name}>{model}</span> {isNow && <span className={styles.current}>now</span>}
        {isInUse && <span className={classNames(styles.current, styles.partly)}>in use</span>}
        {view.isOwnModel && <small> your own</small>}
        {view.remark && <small className={styles.remark}> {view.remark}</small>}
      </th>
      <td role="cell" className={styles.tier}>
        <Missed view={view} of="atOnce" />
        {tierName}
      </td>
      <td role="cell" className={styles.month}>
        {month ? <FigureButton {...month} /> : "no price"}
      </td>
      <td role="cell" className={styles.share} aria-hidden="true">
        <span className={styles.track} style={{ backgroundPositionX: `${NOW_AT * 100}%` }}>
          {month && <i className={bar.isCut ? styles.clipped : undefined} style={{ width: `${bar.width * 100}%` }} />}
        </span>
      </td>
      <td role="cell" className={styles.against}>
        {isNow && against?.word === "the same" ? (
          <small>now</small>
        ) : against ? (
          <>
            <FigureButton {...against.amount} /> <small className={styles.word}>{against.word}</small>
          </>
        ) : (
          UNKNOWN
        )}
      </td>
      <td role="cell" className={styles.binds}>
        <FitMark fit={fit} /> {view.binds}
      </td>
      <td role="cell" className={classNames(styles.headroom, fit === "near" && styles.near)}>
        {headroom ? (
          <>
            {view.isAtMost && <small>≤ </small>}
            <FigureButton {...headroom} />
          </>
        ) : (
          UNKNOWN
        )}
      </td>
      <td role="cell" className={styles.least}>
        <FigureButton text={view.least} work={view.leastWork} />
      </td>
      <td role="cell" className={styles.context}>
        <Missed view={view} of="context" />
        {view.context}
      </td>
      <td role="cell" className={classNames(styles.ends, view.row.retires !== null && styles.dated)}>
        <Missed view={view} of="onSale" />
        {view.ends}
      </td>
    </>
  );
}
