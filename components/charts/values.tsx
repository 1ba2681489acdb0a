import { memo } from "react";
import type { ChartTable } from "@/lib/view/chart";
import { classNames } from "@/components/ui/class-names";

/** The table behind a chart: every value it draws. The first cell of a row names it. */
export const ChartValues = memo(function ChartValues({ table, caption }: { table: ChartTable; caption: string }) {
  const { head, rows } = table;
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table className="mt-2 text-12">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-3">
            {head.map((cell, index) => (
              <th key={cell} scope="col" className={classNames("py-1 align-bottom", index > 0 && "pl-3 text-right")}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row} className="border-t border-line text-ink">
              <th scope="row" className="py-1 text-ink">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className="py-1 pl-3 text-right whitespace-nowrap">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});
