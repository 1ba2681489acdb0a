import { memo, type Ref } from "react";
import type { Estimate } from "@/lib/estimate";
import { billView, type BillLine } from "@/lib/view/plan";
import { FigureButton } from "@/components/figures/figure-button";

const FILLS: Readonly<Record<BillLine["item"], string>> = {
  input: "c1",
  "cached-input": "seg-cached",
  "cache-write": "seg-write",
  "visible-output": "c3",
  reasoning: "c4",
};

function Bar({
  start,
  parts,
}: {
  start: number;
  parts: readonly { readonly item: BillLine["item"]; readonly width: number }[];
}) {
  return (
    <td className="wf">
      <div className="wfb">
        {start > 0 && <i className="sp" style={{ width: `${start * 100}%` }} />}
        {parts.map(
          ({ item, width }) =>
            width > 0 && <i key={item} className={FILLS[item]} style={{ width: `${width * 100}%` }} />,
        )}
      </div>
    </td>
  );
}

/** One table that is also the chart: each line sits at its place in the total. */
export const Bill = memo(function Bill({
  estimate,
  place,
  csv,
}: {
  estimate: Estimate;
  place: Ref<HTMLElement>;
  csv: string;
}) {
  const bill = billView(estimate);
  return (
    <section className="sec @container" aria-labelledby="h-bill" ref={place}>
      <header>
        <div>
          <span className="eye">Bill</span>
          <h2 id="h-bill">{bill.finding}</h2>
        </div>
        <div className="tools">
          <a href={csv} download="headroom-bill.csv">
            CSV
          </a>
        </div>
      </header>
      <table className="bill" role="table">
        <caption className="sr-only">Bill a month by workload and line item</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col">Line item</th>
            <th scope="col" className="opt-col text-right">
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
            <th scope="col" className="wf">
              Where it falls in the total
            </th>
          </tr>
        </thead>
        {bill.workloads.map((workload, index) => (
          <tbody key={index} role="rowgroup">
            <tr className="head" role="row">
              <th scope="rowgroup" role="rowheader">
                {workload.name} <small>{workload.about}</small>
              </th>
              <td className="opt-col text-right">{workload.tokens}</td>
              <td className="m text-right max-tablet:text-left" />
              <td className="pr text-right" />
              <td className="amt text-right">
                <FigureButton {...workload.month} />
              </td>
              <td className="sh text-right">{workload.share}</td>
              <Bar start={workload.start} parts={workload.lines} />
            </tr>
            {workload.lines.map((line) => (
              <tr key={line.item} role="row">
                <th scope="row" role="rowheader">
                  <span className="it">
                    <i className={`sw ${FILLS[line.item] === "seg-cached" ? "cached" : FILLS[line.item]}`} />
                    {line.label}
                  </span>
                </th>
                <td className="opt-col text-right">{line.tokens}</td>
                <td className="m text-right max-tablet:text-left" data-p={` M × $${line.price}`}>
                  {line.millions}
                </td>
                <td className="m pr text-right">{line.price}</td>
                <td className="amt text-right">
                  <FigureButton {...line.month} />
                </td>
                <td className="sh text-right">{line.share}</td>
                <Bar start={line.start} parts={[line]} />
              </tr>
            ))}
          </tbody>
        ))}
        <tbody role="rowgroup">
          <tr className="tot" role="row">
            <th scope="row" role="rowheader">
              Total a month
            </th>
            <td className="opt-col" />
            <td className="m" />
            <td className="pr" />
            <td className="amt text-right">
              <FigureButton {...bill.total} />
            </td>
            <td className="sh text-right">{bill.share}</td>
            <td className="wf">
              <div className="wfb" role="img" aria-label={bill.itemsText || "No total"}>
                {bill.items.map(
                  ({ item, width }) =>
                    width > 0 && <i key={item} className={FILLS[item]} style={{ width: `${width * 100}%` }} />,
                )}
              </div>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
});
