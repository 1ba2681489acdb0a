import type { Model, PriceRow } from "@/lib/catalogue";
import { compare, parseDecimal, ZERO, shareOf } from "@/lib/money";
import { CHOICES } from "@/lib/scenario";
import { formatUsdText, UNKNOWN } from "@/lib/view/text";
import { SERVICE_TIER_NAMES, tierWord } from "@/lib/view/names";
import { paneLook, Panes } from "@/components/ui/fields/panes";
import { Segmented } from "@/components/ui/fields/segmented";
import { classNames } from "@/components/ui/class-names";
import { FactLine } from "./fact";
import styles from "./prices.module.css";
import { modelRoute } from "@/components/ui/routes";

/** The share of each amount in the largest of them, for lengths only. */
function lengths(amounts: readonly (string | null)[]): number[] {
  const known = amounts.map((text) => (text === null ? null : parseDecimal(text)));
  const largest = known.reduce<typeof ZERO>((most, next) => (next && compare(next, most) > 0 ? next : most), ZERO);
  return known.map((amount) => shareOf(amount, largest));
}

const usd = (text: string | null) => (text === null ? UNKNOWN : formatUsdText(text));

const KINDS = [
  { key: "input", label: "Input" },
  { key: "cachedInput", label: "Cached" },
  { key: "output", label: "Output" },
] as const;

/** The kinds of token that one of the price lists has; a model that takes input only has one kind. */
const kindsOf = (lists: readonly PriceRow["prices"]["standard"][]) =>
  lists.some(({ output }) => output !== null) ? KINDS : KINDS.slice(0, 1);

/** Input, cached input and output in each service tier that has a price. */
export function PriceSwitch({ price }: { price: PriceRow }) {
  const panes = CHOICES.serviceTier.flatMap((key) => {
    const prices = price.prices[key];
    return prices ? [{ key, label: SERVICE_TIER_NAMES[key], prices }] : [];
  });
  return (
    <Panes>
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="font-semibold">Text tokens, $ a million</h3>
        <Segmented
          legend="Service tier"
          name="service-tier"
          chosen="standard"
          options={panes.map(({ key, label }) => ({ value: key, label }))}
        />
      </div>
      {panes.map(({ key, prices }, n) => (
        <dl key={key} className={`${paneLook(n)} mt-3 grid grid-cols-3`}>
          {kindsOf([prices]).map(({ key: kind, label }) => (
            <div key={label}>
              <dt className="text-small text-ink-2">
                {label}
                <span className="sr-only">, {tierWord(key)}</span>
              </dt>
              <dd className="text-24 font-semibold tracking-tight">{usd(prices[kind])}</dd>
            </div>
          ))}
        </dl>
      ))}
      <FactLine fact={price} className="mt-3" />
    </Panes>
  );
}

/** The same price of several models as bars, by kind of token. */
export function QuickComparison({
  current,
  peers,
}: {
  current: string;
  peers: readonly { model: Model; price: PriceRow }[];
}) {
  const kinds = kindsOf(peers.map(({ price }) => price.prices.standard));
  return (
    <Panes>
      <div className="mb-1 flex items-center justify-between gap-4">
        <h3 className="font-semibold">Quick comparison</h3>
        {kinds.length > 1 && (
          <Segmented
            legend="Kind of token"
            name="kind"
            chosen="input"
            options={kinds.map(({ key, label }) => ({ value: key, label }))}
          />
        )}
      </div>
      {kinds.map(({ key, label }, n) => {
        const shares = lengths(peers.map(({ price }) => price.prices.standard[key]));
        return (
          <dl key={key} className={classNames(paneLook(n), styles.peers)} aria-label={`${label}, $ a million tokens`}>
            {peers.map(({ model, price }, i) => {
              const here = model.id === current;
              return (
                <div key={model.id} className="contents">
                  <dt className={here ? "font-semibold" : "text-ink-2"}>
                    {here ? model.id : <a href={modelRoute(model.id)}>{model.id}</a>}
                  </dt>
                  <dd className="contents">
                    <i className={here ? "bg-mean" : "bg-peak"} style={{ width: `${shares[i]! * 100}%` }} />
                    <span className={classNames("text-right", here && "font-semibold")}>
                      {usd(price.prices.standard[key])}
                    </span>
                  </dd>
                </div>
              );
            })}
          </dl>
        );
      })}
    </Panes>
  );
}
