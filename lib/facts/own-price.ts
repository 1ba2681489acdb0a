import type { TierPrices } from "@/lib/catalogue";
import type { OwnPrice } from "@/lib/scenario";

/** What a service tier has under flat names: `undefined` without both an input and an output price. */
function listPrices(prices: Partial<Record<keyof TierPrices["standard"], string | undefined>>): TierPrices["batch"] {
  const { input, cachedInput, cacheWrite, output } = prices;
  if (input === undefined || output === undefined) return undefined;
  return { input, cachedInput: cachedInput ?? null, ...(cacheWrite && { cacheWrite }), output };
}

/** A user's own price by service tier and kind of token, from the flat names of links and JSON. */
export function toTierPrices(own: OwnPrice): TierPrices {
  const standard = { input: own.input, cachedInput: own.cachedInput, cacheWrite: own.cacheWrite, output: own.output };
  const batch = listPrices({
    input: own.batchInput,
    cachedInput: own.batchCachedInput,
    cacheWrite: own.batchCacheWrite,
    output: own.batchOutput,
  });
  const flex = listPrices({
    input: own.flexInput,
    cachedInput: own.flexCachedInput,
    cacheWrite: own.flexCacheWrite,
    output: own.flexOutput,
  });
  const priority = listPrices({
    input: own.priorityInput,
    cachedInput: own.priorityCachedInput,
    cacheWrite: own.priorityCacheWrite,
    output: own.priorityOutput,
  });
  return {
    standard: listPrices(standard)!,
    ...(batch && { batch }),
    ...(flex && { flex }),
    ...(priority && { priority }),
  };
}
