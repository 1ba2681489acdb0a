import type { Model, PriceRow } from "@/lib/catalogue";
import { compare, parseDecimal, ZERO } from "@/lib/money";
import { formatUsdText, shareOf, UNKNOWN } from "@/lib/view";
import { Segmented } from "@/components/ui/segmented";
import { FactLine } from "./fact";
import { modelRoute } from "@/components/ui/routes";

/** The share of each amount in the largest of them, for lengths only. */
function lengths(amounts: readonly (string | null)[]): number[] {
  const known = amounts.map((text) => (text === null ? null : parseDecimal(text)));
  const largest = known.reduce<typeof ZERO>((most, next) => (next && compare(next, most) > 0 ? next : most), ZERO);
  return known.map((amount) => shareOf(amount, largest));
}

const usd = (text: string | null) => (text === null ? UNKNOWN : formatUsdText(text));

/** Input, cached input and output, standard or batch. */
export function PriceSwitch({ price }: { price: PriceRow }) {
  const panes = [
    { key: "standard", rows: [["Input", price.input], ["Cached input", price.cachedInput], ["Output", price.output]] },
    { key: "batch", rows: [["Input", price.batchInput], ["Cached input", null], ["Output", price.batchOutput]] },
  ] as const;
  return (
    <div className="swap">
      <div className="mb-1 flex items-center justify-between gap-4">
        <h3 className="font-semibold">Text tokens, $ a million</h3>
        <Segmented legend="Service tier" name="service-tier" chosen="standard" options={[{ value: "standard", label: "Standard" }, { value: "batch", label: "Batch" }]} />
      </div>
      {panes.map(({ key, rows }, n) => (
        <dl key={key} className={`pane p${n + 1} mt-3 grid grid-cols-3`}>
          {rows.map(([name, amount]) => (
            <div key={name}>
              <dt className="s q">
                {name}
                <span className="vh">, {key}</span>
              </dt>
              <dd className="text-24 font-semibold tracking-tight">{usd(amount)}</dd>
            </div>
          ))}
        </dl>
      ))}
      <FactLine fact={price} className="mt-3" />
    </div>
  );
}

const KINDS = [
  { key: "input", label: "Input" },
  { key: "cachedInput", label: "Cached" },
  { key: "output", label: "Output" },
] as const;

/** The same price of several models as bars, by kind of token. */
export function QuickComparison({ current, peers }: { current: string; peers: readonly { model: Model; price: PriceRow }[] }) {
  return (
    <div className="swap">
      <div className="mb-1 flex items-center justify-between gap-4">
        <h3 className="font-semibold">Quick comparison</h3>
        <Segmented legend="Kind of token" name="kind" chosen="input" options={KINDS.map(({ key, label }) => ({ value: key, label }))} />
      </div>
      {KINDS.map(({ key, label }, n) => {
        const shares = lengths(peers.map(({ price }) => price[key]));
        return (
          <dl key={key} className={`pane p${n + 1} cmp mt-4`} aria-label={`${label}, $ a million tokens`}>
            {peers.map(({ model, price }, i) => {
              const here = model.id === current;
              return (
                <div key={model.id} className="contents">
                  <dt className={here ? "now" : "q"}>{here ? model.id : <a href={modelRoute(model.id)}>{model.id}</a>}</dt>
                  <dd className="contents">
                    <i className={here ? "b" : "b o"} style={{ width: `${shares[i]! * 100}%` }} />
                    <span className={`r ${here ? "now" : ""}`}>{usd(price[key])}</span>
                  </dd>
                </div>
              );
            })}
          </dl>
        );
      })}
    </div>
  );
}
