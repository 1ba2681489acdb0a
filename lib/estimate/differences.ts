import type { UsageTierId } from "@/lib/catalogue";
import { cardOf, type Support } from "@/lib/cards";
import { divide, exact, subtract, type Exact } from "@/lib/money";
import { tierLimits, type ModelFacts } from "@/lib/facts";

/** A value of the one model and of the other. */
interface Pair<T> {
  readonly from: T;
  readonly to: T;
}

/** What changes from one model to another at one usage tier. `null`: not published, or no such limit. */
export interface Differences {
  readonly rpm: Pair<number | null>;
  readonly tpm: Pair<number | null>;
  readonly rpd: Pair<number | null>;
  readonly tpd: Pair<number | null>;
  readonly batchQueueTokens: Pair<number | null>;
  readonly contextWindow: Pair<number | null>;
  readonly maxOutputTokens: Pair<number | null>;
  /** The share of the input price that cached input saves; `null`: no cached price. */
  readonly cachingDiscount: Pair<Exact | null>;
  /**
   * Features, endpoints and modalities that only the one or only the other is known to have; where a text is
   * missing or disputed, neither.
   */
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** The differences from one model to another at `tier`; a user’s own facts come before published ones. */
export function differences(from: ModelFacts, to: ModelFacts, tier: UsageTierId): Differences {
  const [a, b] = [tierLimits(from, tier, tier), tierLimits(to, tier, tier)];
  const [can, could] = [abilities(to.pool), abilities(from.pool)];
  const only = (here: ReadonlyMap<string, Support>, there: ReadonlyMap<string, Support>) =>
    [...here].flatMap(([name, support]) => (support === "yes" && there.get(name) === "no" ? [name] : []));
  return {
    rpm: { from: a.rpm, to: b.rpm },
    tpm: { from: a.tpm, to: b.tpm },
    rpd: { from: a.rpd, to: b.rpd },
    tpd: { from: a.tpd, to: b.tpd },
    batchQueueTokens: { from: a.batchQueueTokens, to: b.batchQueueTokens },
    contextWindow: { from: from.contextWindow, to: to.contextWindow },
    maxOutputTokens: { from: from.maxOutputTokens, to: to.maxOutputTokens },
    cachingDiscount: { from: cachingDiscount(from), to: cachingDiscount(to) },
    gained: only(can, could),
    lost: only(could, can),
  };
}

function cachingDiscount({ price }: ModelFacts): Exact | null {
  const prices = price?.prices.standard;
  return prices?.cachedInput && prices.input.n !== 0n
    ? subtract(exact(1n), divide(prices.cachedInput, prices.input))
    : null;
}

/** The features, endpoints and inputs that a model’s page names, each with what it says of it. */
function abilities(id: string): ReadonlyMap<string, Support> {
  const card = cardOf(id);
  if (!card) return new Map();
  const takes = card.modalities.map(({ name, input }) => [`${name} input`, input ? "yes" : "no"] as const);
  return new Map(
    [...card.features, ...card.endpoints]
      .map(({ name, support }) => [name, support] as const)
      .concat(takes.map(([name, support]) => [name, support])),
  );
}
