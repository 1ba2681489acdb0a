import type { ListPrices, TierPrices } from "@/lib/catalogue";
import type { OwnPrice } from "@/lib/scenario";

/** What a service tier has under flat names: `undefined` without both an input and an output price. */
function listPrices(prices: Partial<Record<keyof ListPrices, string | undefined>>): ListPrices | undefined {
  const { input, cachedInput, cacheWrite, output } = prices;
  if (input === undefined || output === undefined) return undefined;
  return { input, cachedInput: cachedInput ?? null, ...(cacheWrite && { cacheWrite }), output };
}

/** A user's own price by service tier and kind of token, from the flat names of links and JSON. */
export function toTierPrices(own: OwnPrice): TierPrices {
  const standard = { input: own.input, cachedInput: own.cachedInput, cacheWrite: own.cacheWrite, output: own.output };
  const batch = listPrices({ input: own.batchInput, cachedInput: own.batchCachedInput, output: own.batchOutput });
  const flex = listPrices({ input: own.flexInput, cachedInput: own.flexCachedInput, output: own.flexOutput });
  const priority = listPrices({
    input: own.priorityInput,
    cachedInput: own.priorityCachedInput,
    output: own.priorityOutput,
  });
  return {
    standard: listPrices(standard)!,
    ...(batch && { batch }),
    ...(flex && { flex }),
    ...(priority && { priority }),
  };
}

/** A price table under the flat names of links and JSON, in their order; a price that is not in the table is absent. */
export function toOwnPrice({ standard, batch, flex, priority }: TierPrices): OwnPrice {
  const flat = {
    input: standard.input,
    cachedInput: standard.cachedInput,
    output: standard.output,
    batchInput: batch?.input,
    batchOutput: batch?.output,
    batchCachedInput: batch?.cachedInput,
    cacheWrite: standard.cacheWrite,
    flexInput: flex?.input,
    flexCachedInput: flex?.cachedInput,
    flexOutput: flex?.output,
    priorityInput: priority?.input,
    priorityCachedInput: priority?.cachedInput,
    priorityOutput: priority?.output,
  } satisfies Record<keyof OwnPrice, string | null | undefined>;
  return Object.fromEntries(Object.entries(flat).filter(([, price]) => price != null)) as unknown as OwnPrice;
}
