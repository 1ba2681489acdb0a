import { useState } from "react";
import type { PriceRow } from "@/lib/catalogue";
import { toOwnPrice } from "@/lib/facts";
import { PRICE_PAIRS, type OwnPrice } from "@/lib/scenario";
import { capital } from "@/lib/view/names";
import { DecimalInput } from "@/components/scenario/decimal-field";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { WarnMark } from "@/components/ui/marks";
import { ownPrice } from "./own-model";

const PRICES = [
  ["input", "Input"],
  ["cachedInput", "Cached input"],
  ["output", "Output"],
  ["batchInput", "Batch input"],
  ["batchOutput", "Batch output"],
] as const;
const MORE_PRICES = [
  ["batchCachedInput", "Batch cached input"],
  ["cacheWrite", "Cache writes"],
  ["flexInput", "Flex input"],
  ["flexCachedInput", "Flex cached input"],
  ["flexOutput", "Flex output"],
  ["priorityInput", "Fast input"],
  ["priorityCachedInput", "Fast cached input"],
  ["priorityOutput", "Fast output"],
  ["batchCacheWrite", "Batch cache writes"],
  ["flexCacheWrite", "Flex cache writes"],
  ["priorityCacheWrite", "Fast cache writes"],
] as const;

type PricePair = readonly (keyof OwnPrice)[];
/** A price needs both of a pair or none. */
const PAIRS: readonly PricePair[] = [["input", "output"], ...PRICE_PAIRS];

const isWhole = (price: Partial<OwnPrice>): price is OwnPrice =>
  price.input !== undefined &&
  PAIRS.every(([one, other]) => (price[one!] === undefined) === (price[other!] === undefined));

/** Whether `field` is what a pair of the price still lacks. */
const isMissing = (price: Partial<OwnPrice>, field: keyof OwnPrice) =>
  price[field] === undefined &&
  PAIRS.some((pair) => pair.includes(field) && pair.some((one) => price[one] !== undefined));

/** The price with 0 for output wherever there is one of input: what a model costs that takes input only. */
function withoutOutput(price: Partial<OwnPrice>): Partial<OwnPrice> {
  const whole = { ...price };
  for (const [input, output] of [...PAIRS, ["batchInput", "batchOutput"] as const]) {
    if (whole[input!] === undefined) delete whole[output!];
    else whole[output!] ??= "0";
  }
  return whole;
}

interface OwnPricesProps {
  readonly pool: string;
  /** The place of the model among those with fields of their own. */
  readonly index: number;
  readonly own: OwnPrice | undefined;
  /** What the catalogue says, shown where nothing is entered. */
  /** Where prices come from that are not one’s own yet. */
  readonly origin: string | null;
  readonly published: PriceRow | undefined;
  readonly onPrice: (price: OwnPrice, field: keyof OwnPrice) => void;
}

/** The fields of one’s own price of a model. */
export function OwnPrices({ pool, index, own, origin, published, onPrice }: OwnPricesProps) {
  // What is entered of a price that is not whole yet waits here, and holds for the price it was begun on only.
  const [held, setHeld] = useState<{ readonly price: Partial<OwnPrice>; readonly of: OwnPrice | undefined } | null>(
    null,
  );
  const listed = published && toOwnPrice(published.prices);
  const waiting = held && held.of === own ? held.price : null;
  const shown: Partial<OwnPrice> = waiting ?? own ?? {};
  const gives = published?.prices.standard.output !== null;
  const isAsked = ([field]: readonly [keyof OwnPrice, string]) =>
    gives || !field.toLowerCase().endsWith("output") || (shown[field] ?? "0") !== "0";
  const setPrice = (field: keyof OwnPrice, value: string | undefined) => {
    const entered: Partial<OwnPrice> = { ...(waiting ?? own ?? ownPrice(published)), [field]: value };
    if (value === undefined) delete entered[field];
    const price = gives ? entered : withoutOutput(entered);
    if (isWhole(price)) {
      setHeld(null);
      onPrice(price, field);
    } else setHeld({ price, of: own });
  };
  const priceField = ([field, label]: readonly [keyof OwnPrice, string]) => (
    <DecimalInput
      key={field}
      label={label}
      name={`m${index}.${field}`}
      at={{ of: "model", pool, field }}
      value={shown[field]}
      placeholder={listed?.[field] ?? "none"}
      optional={(field !== "input" && field !== "output") || !own}
      onValue={(value) => setPrice(field, value)}
      unit="$"
      hint={waiting && isMissing(waiting, field) ? "needed too" : ""}
    />
  );
  return (
    <>
      <p className="col-span-full text-small text-ink-2">$ per million tokens</p>
      {origin && (
        <p className="col-span-full flex items-center gap-1.5 text-small text-near">
          <WarnMark size={12} />
          {capital(origin)}. Enter what yours costs.
        </p>
      )}
      {PRICES.filter(isAsked).map(priceField)}
      <details className="col-span-full">
        <summary className="text-small text-ink-2">Flex, Fast, cache writes, cached batch</summary>
        <FieldGrid className="mt-2">{MORE_PRICES.filter(isAsked).map(priceField)}</FieldGrid>
      </details>
    </>
  );
}
