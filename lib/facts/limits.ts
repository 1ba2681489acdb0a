import { limitsAt, type Limits, type Model, type UsageTierId } from "@/lib/catalogue";
import type { ModelFacts } from "./model";

/** The limits of one model at one usage tier; `null`: unpublished, or no limit is known. */
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

/**
 * The limits of a model at `tier`. Free: none, whatever the user entered. A custom model: the user's own at
 * every paid tier. A catalogue model: the published ones; at the scenario's tier `ownTier` the user's own
 * take their place.
 */
export function tierLimits(facts: ModelFacts, tier: UsageTierId, ownTier: UsageTierId): TierLimits {
  if (tier === "free") return NONE;
  const row = facts.model ? (limitsAt(facts.model, tier) ?? null) : null;
  const own = facts.model === null || tier === ownTier ? facts.override?.limits : undefined;
  return {
    rpm: own?.rpm ?? published(row?.rpm),
    tpm: own?.tpm ?? published(row?.tpm),
    batchQueueTokens: own?.batchQueueTokens ?? published(row?.batchQueueTokens),
    rpd: own?.rpd ?? row?.rpd ?? null,
    tpd: own?.tpd ?? row?.tpd ?? null,
    row,
  };
}

/**
 * Whether the model has this daily limit at some usage tier; a catalogue model on Free counts published ones
 * only.
 */
export function hasDailyLimit({ model, override }: ModelFacts, field: "rpd" | "tpd", ownTier: UsageTierId): boolean {
  return (
    (override?.limits?.[field] !== undefined && (model === null || ownTier !== "free")) ||
    (model?.limits.some((row) => row[field] !== undefined) ?? false)
  );
}
