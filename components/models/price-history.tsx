import type { Model } from "@/lib/catalogue";
import { formatDay, formatUsdText, UNKNOWN } from "@/lib/view/text";
import { Sureness } from "./fact";

const usd = (text: string | null) => (text === null ? UNKNOWN : formatUsdText(text));

/** Every price a model had, newest first: the table that stands behind the chart. */
export function PriceTable({ model }: { model: Model }) {
  return (
    <table className="tbl compact">
      <caption className="vh">Prices of {model.id}, $ a million tokens, newest first</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="r">
            Input
          </th>
          <th scope="col" className="r">
            Cached
          </th>
          <th scope="col" className="r">
            Output
          </th>
          <th scope="col" className="r">
            Batch in, out
          </th>
          <th scope="col" className="max-tablet:hidden">
            What it rests on
          </th>
        </tr>
      </thead>
      <tbody>
        {model.prices.toReversed().map((row) => (
          <tr key={row.from}>
            <th scope="row" className="nb">
              {formatDay(row.from)}
            </th>
            <td className="r">{usd(row.input)}</td>
            <td className="r">{usd(row.cachedInput)}</td>
            <td className="r">{usd(row.output)}</td>
            <td className="r q">
              {row.batchInput === null ? (
                UNKNOWN
              ) : (
                <>
                  {usd(row.batchInput)}, <span className="nb">{usd(row.batchOutput)}</span>
                </>
              )}
            </td>
            <td className="max-tablet:hidden">
              <p className="s q max-w-[44ch]">
                {row.note} <Sureness confidence={row.confidence} />
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
