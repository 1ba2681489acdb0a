import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { billView, type BillLine, type BillView, type BillWorkload } from "@/lib/view/plan";
import { FigureButton } from "@/components/figures/figure-button";
import { Swatch, TOKEN_FILLS } from "@/components/figures/swatch";
import { WholeNames } from "@/components/ui/whole-names";
import { classNames } from "@/components/ui/class-names";
import { Section } from "@/components/ui/section";
import styles from "./bill.module.css";

const KINDS: Readonly<Record<BillLine["item"], keyof typeof TOKEN_FILLS>> = {
  input: "input",
  "cached-input": "cached",
  "cache-write": "written",
  "visible-output": "visible",
  reasoning: "reasoning",
  "web-search": "web",
  "file-search": "files",
};

interface BillProps {
  readonly estimate: Estimate;
  readonly place: Ref<HTMLElement>;
  /** The address of the bill as CSV. */
  readonly csv: string;
}

/**
 * The bill a month as a table that is also a chart: the bar of each line stands at its place in the total.
 */
export const Bill = memo(function Bill({ estimate, place, csv }: BillProps) {
  const bill = billView(estimate);
  return (
    <Section
      className="@container"
      ref={place}
      aria-labelledby="h-bill"
      eyebrow="Bill"
      finding={bill.finding}
      tools={
        <a href={csv} download="headroom-bill.csv">
          CSV
        </a>
      }
    >
      <table className={styles.bill} role="table">
        <caption className="sr-only">Bill a month by workload and line item</caption>
        <BillHead />
        {bill.workloads.map((workload, index) => (
          <tbody key={index} role="rowgroup">
            <WorkloadRow {...workload} />
            {workload.lines.map((line) => (
              <LineRow key={line.item} {...line} />
            ))}
          </tbody>
        ))}
        <tbody role="rowgroup">
          <TotalRow {...bill} />
        </tbody>
      </table>
    </Section>
  );
});

const BillHead = () => (
  <thead role="rowgroup">
    <tr role="row">
      <th scope="col">Line item</th>
      <th scope="col" className={classNames(styles.request, "text-right")}>
        Tokens
        <br />a request
      </th>
      <th scope="col" className="text-right">
        Million tokens
        <br />a month
      </th>
      <th scope="col" className="text-right">
        $ a million
      </th>
      <th scope="col" className="text-right">
        A month
      </th>
      <th scope="col" className="text-right">
        Share
      </th>
      <th scope="col" className={styles.bars}>
        Where it falls in the total
      </th>
    </tr>
  </thead>
);

function WorkloadRow({ name, about, tokens, month, share, start, lines }: BillWorkload) {
  return (
    <tr className={styles.workload} role="row">
      <th scope="rowgroup" role="rowheader">
        {name}{" "}
        <small>
          <WholeNames>{about}</WholeNames>
        </small>
      </th>
      <td className={classNames(styles.request, "text-right")}>{tokens}</td>
      <td className={styles.millions} />
      <td className={styles.price} />
      <td className={classNames(styles.month, "text-right")}>
        <FigureButton {...month} />
      </td>
      <td className={classNames(styles.share, "text-right")}>{share}</td>
      <td className={styles.bars}>
        <div className={styles.stack}>
          <TotalParts start={start} parts={lines} />
        </div>
      </td>
    </tr>
  );
}

function LineRow({ item, label, tokens, millions, price, times, month, share, start, width }: BillLine) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className={styles.item}>
          <Swatch of={KINDS[item]} />
          {label}
        </span>
      </th>
      <td className={classNames(styles.request, "text-right")}>{tokens}</td>
      <td className={classNames(styles.millions, "text-right max-tablet:text-left")} data-times={times}>
        {millions}
      </td>
      <td className={classNames(styles.price, "text-right")}>{price}</td>
      <td className={classNames(styles.month, "text-right")}>
        <FigureButton {...month} />
      </td>
      <td className={classNames(styles.share, "text-right")}>{share}</td>
      <td className={styles.bars}>
        <div className={styles.stack}>
          <TotalParts start={start} parts={[{ item, width }]} />
        </div>
      </td>
    </tr>
  );
}

function TotalRow({ total, share, items, itemsText }: BillView) {
  return (
    <tr className={styles.total} role="row">
      <th scope="row" role="rowheader">
        Total a month
      </th>
      <td className={styles.request} />
      <td className={styles.millions} />
      <td className={styles.price} />
      <td className={classNames(styles.month, "text-right")}>
        <FigureButton {...total} />
      </td>
      <td className={classNames(styles.share, "text-right")}>{share}</td>
      <td className={styles.bars}>
        <div className={styles.stack} role="img" aria-label={itemsText || "No total"}>
          <TotalParts start={0} parts={items} />
        </div>
      </td>
    </tr>
  );
}

/** Parts of the total side by side, from `start` on; `start` and widths are shares of the total, 0–1. */
function TotalParts({ start, parts }: { start: number; parts: readonly Pick<BillLine, "item" | "width">[] }) {
  return (
    <>
      {start > 0 && <i className={styles.before} style={{ width: `${start * 100}%` }} />}
      {parts
        .filter(({ width }) => width > 0)
        .map(({ item, width }) => (
          <i key={item} className={TOKEN_FILLS[KINDS[item]]} style={{ width: `${width * 100}%` }} />
        ))}
    </>
  );
}
