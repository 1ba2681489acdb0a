import type { TierPrices } from "@/lib/catalogue";
import type { OwnPrice } from "@/lib/scenario";

/** A price table under flat names; without output where the model gives none. */
type FlatPrice = Omit<OwnPrice, "output"> & Partial<Pick<OwnPrice, "output">>;

/** A price table under the flat names of links and JSON, in their order; a price that is not in the table is absent. */
export function toOwnPrice({ standard, batch, flex, priority }: TierPrices): FlatPrice {
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
    batchCacheWrite: batch?.cacheWrite,
    flexCacheWrite: flex?.cacheWrite,
    priorityCacheWrite: priority?.cacheWrite,
  } satisfies Record<keyof OwnPrice, string | null | undefined>;
  return Object.fromEntries(Object.entries(flat).filter(([, price]) => price != null)) as unknown as FlatPrice;
}
