import { limitsAt, type Limits, type Model, type UsageTierId } from "@/lib/catalogue";
import type { ModelFacts } from "./model";
import { isLongPool, modelOfPool } from "./pools";

/** The limits of one pool at one usage tier; `null`: unpublished, or no limit is known. */
export interface TierLimits {
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly batchQueueTokens: number | null;
  /** `null`: there is no such limit. */
  readonly rpd: number | null;
  readonly tpd: number | null;
  /** The catalogue’s row, where there is one. */
  readonly row: Model["limits"][number] | null;
}

const NONE: TierLimits = { rpm: null, tpm: null, batchQueueTokens: null, rpd: null, tpd: null, row: null };
const published = (value: Limits["rpm"] | undefined) => (typeof value === "number" ? value : null);
const toTierLimits = (row: TierLimits["row"]): TierLimits => ({
  rpm: published(row?.rpm),
  tpm: published(row?.tpm),
  batchQueueTokens: published(row?.batchQueueTokens),
  rpd: row?.rpd ?? null,
  tpd: row?.tpd ?? null,
  row,
});

/**
 * The limits of a model at `tier`, those of its long requests apart (`poolLimits`). Free: none, whatever the
 * user entered. A custom model: the user's own at every paid tier. A catalogue model: the published ones; at
 * the scenario's tier `ownTier` the user's own take their place.
 */
export function tierLimits(facts: ModelFacts, tier: UsageTierId, ownTier: UsageTierId): TierLimits {
  if (tier === "free") return NONE;
  const own = facts.model === null || tier === ownTier ? facts.override?.limits : undefined;
  const limits = toTierLimits(facts.model ? (limitsAt(facts.model, tier) ?? null) : null);
  return {
    rpm: own?.rpm ?? limits.rpm,
    tpm: own?.tpm ?? limits.tpm,
    batchQueueTokens: own?.batchQueueTokens ?? limits.batchQueueTokens,
    rpd: own?.rpd ?? limits.rpd,
    tpd: own?.tpd ?? limits.tpd,
    row: limits.row,
  };
}

/**
 * The limits of a pool (`limitPoolOf`) at `tier`: those of its model or, of a pool of long requests, what is
 * published of these.
 */
export function poolLimits(
  facts: ReadonlyMap<string, ModelFacts>,
  pool: string,
  tier: UsageTierId,
  ownTier: UsageTierId,
): TierLimits {
  const model = facts.get(modelOfPool(pool))!;
  if (!isLongPool(pool)) return tierLimits(model, tier, ownTier);
  return tier === "free" ? NONE : toTierLimits(model.model!.longLimits![tier - 1]!);
}

/**
 * Whether the pool has this daily limit at some usage tier; a catalogue model on Free counts published ones
 * only.
 */
export function hasDailyLimit(
  facts: ReadonlyMap<string, ModelFacts>,
  pool: string,
  field: "rpd" | "tpd",
  ownTier: UsageTierId,
): boolean {
  const { model, override } = facts.get(modelOfPool(pool))!;
  if (isLongPool(pool)) return model!.longLimits!.some((row) => row[field] !== undefined);
  return (
    (override?.limits?.[field] !== undefined && (model === null || ownTier !== "free")) ||
    (model?.limits.some((row) => row[field] !== undefined) ?? false)
  );
}
