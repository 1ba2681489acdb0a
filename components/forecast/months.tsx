import { memo } from "react";
import type { Forecast } from "@/lib/forecast";
import { monthsView, type MonthRow } from "@/lib/view/forecast";
import { FigureButton } from "@/components/figures/figure-button";
import { classNames } from "@/components/ui/class-names";
import { NoMark } from "@/components/ui/marks";
import { UnknownMark } from "@/components/ui/more-marks";
import { Section } from "@/components/ui/section";
import styles from "./months.module.css";

/** How a month’s cost stands to the budget or the usage limit: within ink, over it red, the line where it is. */
function CostBar({ bar, mark }: Pick<MonthRow, "bar"> & { readonly mark: number | null }) {
  return (
    <span className={styles.costBar} aria-hidden="true">
      <i style={{ width: `${bar.within * 100}%` }} />
      {bar.over > 0 && (
        <i className={styles.over} style={{ left: `${bar.within * 100}%`, width: `${bar.over * 100}%` }} />
      )}
      {mark !== null && <b style={{ left: `${mark * 100}%` }} />}
    </span>
  );
}

function Tier({ tier, fits }: Pick<MonthRow, "tier" | "fits">) {
  return (
    <>
      {fits === false && <NoMark size={13} label="Does not fit" className="text-over" />}
      {fits === null && <UnknownMark size={13} label="Cannot be told" className="text-ink-2" />}{" "}
      <FigureButton {...tier} />
    </>
  );
}

/** Every month: requests, usage tier, cost, in all, against the budget, what binds first and by how much. */
export const Months = memo(function Months({ forecast }: { forecast: Forecast }) {
  const { finding, rows, against, mark, hasBand } = monthsView(forecast);
  return (
    <Section
      id="months"
      eyebrow="Months"
      finding={finding}
      tools={
        <button type="button" data-export className="only-with-scripts text-accent">
          CSV, Markdown
        </button>
      }
    >
      <table className={styles.months}>
        <caption className="sr-only">Every month of the forecast</caption>
        <thead>
          <tr>
            <th scope="col">Month, from</th>
            <th scope="col" className={classNames(styles.right, styles.requests)}>
              Requests
              <br />a minute
            </th>
            <th scope="col" className={classNames(styles.right, styles.tier)}>
              Tier
            </th>
            <th scope="col" className={classNames(styles.right, styles.cost)}>
              A month
            </th>
            {hasBand && (
              <th scope="col" className={classNames(styles.right, styles.range)}>
                p10 to p90
              </th>
            )}
            <th scope="col" className={classNames(styles.right, styles.total)}>
              In all
            </th>
            <th scope="col" className={styles.barCell}>
              <span className="sr-only">Against the </span>
              {against}
            </th>
            <th scope="col" className={classNames(styles.right, styles.share)}>
              Of
              <br />
              {against === "budget" ? "budget" : "limit"}
            </th>
            <th scope="col" className={styles.binds}>
              Binds
              <br />
              first
            </th>
            <th scope="col" className={classNames(styles.right, styles.headroom)}>
              Headroom
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.month} className={classNames(row.isFirstOver && styles.first, row.note && styles.noted)}>
              <th scope="row">
                <span className={styles.number}>{row.number}</span> {row.from}
                {row.note && <small className={styles.note}>{row.note}</small>}
              </th>
              <td className={classNames(styles.right, styles.requests)}>
                <FigureButton {...row.requests} />
              </td>
              <td className={classNames(styles.right, styles.tier)}>
                <Tier tier={row.tier} fits={row.fits} />
              </td>
              <td className={classNames(styles.right, styles.cost)}>
                <FigureButton {...row.cost} />
              </td>
              {hasBand && <td className={classNames(styles.right, styles.range)}>{row.band}</td>}
              <td className={classNames(styles.right, styles.total)}>
                <FigureButton {...row.total} />
              </td>
              <td className={styles.barCell}>
                <CostBar bar={row.bar} mark={mark} />
              </td>
              <td className={classNames(styles.right, styles.share, row.isOver && styles.exceeded)}>
                {row.share ? <FigureButton {...row.share} /> : "–"}
              </td>
              <td className={styles.binds}>{row.bindsFirst}</td>
              <td className={classNames(styles.right, styles.headroom, row.fits === false && styles.exceeded)}>
                {row.headroom ? <FigureButton {...row.headroom} /> : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
});
