import { findModel, limitsAt, MODELS, priceOn, type PriceRow } from "@/lib/catalogue";
import { toOwnPrice } from "@/lib/facts";
import { parseDecimal, toShortestText } from "@/lib/money";
import { poolOf, type ModelOverride, type OwnPrice, type Scenario } from "@/lib/scenario";
import { changed } from "@/components/scenario/edits";

/**
 * A published price as a user’s own to begin with, in canonical decimals. An own price needs one of output: it
 * is 0 for a model that gives none.
 */
export function ownPrice(row: PriceRow | undefined): OwnPrice | undefined {
  if (!row) return undefined;
  const own = Object.entries(toOwnPrice(row.prices)).map(([field, text]) => [
    field,
    toShortestText(parseDecimal(text)!),
  ]);
  const price = Object.fromEntries(own) as Partial<OwnPrice> & Pick<OwnPrice, "input">;
  const batch = price.batchInput !== undefined && price.batchOutput === undefined ? { batchOutput: "0" } : {};
  return { ...price, output: price.output ?? "0", ...batch };
}

/** The model that a price of one’s own was copied from, until it is edited. */
const sources = new WeakMap<OwnPrice, string>();

const inOrder = (price: OwnPrice | undefined) => JSON.stringify(Object.entries(price ?? {}).sort());

/**
 * Of a model of one’s own, in words: whose prices it has, copied by this page or the same in every part as a model of
 * the catalogue has on `asOf`; null where they are one’s own.
 */
export function priceOrigin(price: OwnPrice | undefined, asOf: Scenario["asOf"]): string | null {
  if (!price) return null;
  const source = sources.get(price);
  if (source) return `prices copied from ${source}`;
  const same = MODELS.find((model) => inOrder(ownPrice(priceOn(model, asOf))) === inOrder(price));
  return same ? `the same prices as ${same.id}` : null;
}

interface OwnModelMade {
  readonly scenario: Scenario;
  /** What was made, in words. */
  readonly done: string;
}

/**
 * The scenario with workload `index` on a new model of the user’s own, which begins with the figures of the
 * model it was on. Its id is `wanted`, or with a number after it where that is taken.
 */
export function ownModel(scenario: Scenario, index: number, wanted = "my-model"): OwnModelMade {
  let id = wanted;
  for (let n = 2; scenario.modelOverrides.some(({ model }) => model === id); n++) id = `${wanted}-${n}`;
  const like = scenario.workloads[index]!.model;
  const known = scenario.modelOverrides.find(({ model }) => poolOf(model) === poolOf(like));
  const model = findModel(like);
  const price = known?.price
    ? { ...known.price }
    : ownPrice(model && (priceOn(model, scenario.asOf) ?? model.prices.at(-1)));
  if (price) sources.set(price, like);
  const published = model && limitsAt(model, scenario.usageTier);
  const number = (value: number | string | undefined) => (typeof value === "number" ? value : undefined);
  const limits = changed({ ...known?.limits } as NonNullable<ModelOverride["limits"]>, {
    rpm: known?.limits?.rpm ?? number(published?.rpm),
    tpm: known?.limits?.tpm ?? number(published?.tpm),
    batchQueueTokens: known?.limits?.batchQueueTokens ?? number(published?.batchQueueTokens),
    rpd: known?.limits?.rpd ?? published?.rpd,
    tpd: known?.limits?.tpd ?? published?.tpd,
  });
  const own = changed({ model: id } as ModelOverride, {
    price,
    limits: Object.keys(limits).length ? limits : undefined,
    contextWindow: known?.contextWindow ?? model?.contextWindow,
    // 0 is no size of one’s own: nobody enters that a model gives nothing.
    maxOutputTokens: known?.maxOutputTokens ?? (model?.maxOutputTokens || undefined),
  });
  const made = {
    ...scenario,
    modelOverrides: [...scenario.modelOverrides, own],
    workloads: scenario.workloads.map((workload, n) => (n === index ? { ...workload, model: id } : workload)),
  };
  return { scenario: made, done: `${id} is your own${price ? `, at prices copied from ${like}` : ""}` };
}
