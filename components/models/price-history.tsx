import { Table } from "@/components/ui/table";
import { isInputOnly, noteOf, type Model, type PriceRow } from "@/lib/catalogue";
import { formatDay, formatUsdText, UNKNOWN } from "@/lib/view/text";
import { Sureness } from "./fact";

const usd = (text: string | null) => (text === null ? UNKNOWN : formatUsdText(text));

function BatchPrices({ row: { prices } }: { row: PriceRow }) {
  const { batch } = prices;
  if (!batch) return UNKNOWN;
  if (batch.output === null) return usd(batch.input);
  return (
    <>
      {usd(batch.input)}, <span className="whitespace-nowrap">{usd(batch.output)}</span>
    </>
  );
}

/** Every price a model had, newest first: the table that stands behind the chart. */
export function PriceTable({ model }: { model: Model }) {
  const gives = !isInputOnly(model);
  return (
    <Table compact caption={<>Prices of {model.id}, $ a million tokens, newest first</>}>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col" className="text-right">
            Input
          </th>
          {gives && (
            <>
              <th scope="col" className="text-right">
                Cached
              </th>
              <th scope="col" className="text-right">
                Output
              </th>
            </>
          )}
          <th scope="col" className="text-right">
            {gives ? "Batch in, out" : "Batch"}
          </th>
          <th scope="col" className="max-tablet:hidden">
            What it rests on
          </th>
        </tr>
      </thead>
      <tbody>
        {model.prices.toReversed().map((row) => (
          <tr key={row.from}>
            <th scope="row" className="whitespace-nowrap">
              {formatDay(row.from)}
            </th>
            <td className="text-right">{usd(row.prices.standard.input)}</td>
            {gives && (
              <>
                <td className="text-right">{usd(row.prices.standard.cachedInput)}</td>
                <td className="text-right">{usd(row.prices.standard.output)}</td>
              </>
            )}
            <td className="text-right text-ink-2">
              <BatchPrices row={row} />
            </td>
            <td className="max-tablet:hidden">
              <p className="max-w-[44ch] text-small text-ink-2">
                {noteOf(row)} <Sureness confidence={row.confidence} />
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
