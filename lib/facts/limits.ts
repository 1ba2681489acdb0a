import { limitsAt, type LimitRow, type Limits, type UsageTierId } from "@/lib/catalogue";
import type { ModelFacts } from "./model";

/** The limits of one model at one usage tier, `null` where there is none to go by; the row is absent where the user's own or no catalogue limit stands. */
export interface TierLimits {
  readonly rpm: number | null;
  readonly tpm: number | null;
  readonly batchQueueTokens: number | null;
  /** `null`: there is no such limit. */
  readonly rpd: number | null;
  readonly tpd: number | null;
  readonly row: LimitRow | null;
}

const NONE: TierLimits = { rpm: null, tpm: null, batchQueueTokens: null, rpd: null, tpd: null, row: null };
const published = (value: Limits["rpm"] | undefined) => (typeof value === "number" ? value : null);

/**
 * Limits at `tier`: on Free none, whatever was overridden; a custom model's own at every paid tier;
 * a catalogue model's published ones, under the user's own at the scenario's tier only.
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

/** Whether some usage tier has this daily limit for the model. */
export function hasDailyLimit({ model, override }: ModelFacts, field: "rpd" | "tpd", ownTier: UsageTierId): boolean {
  return (
    (override?.limits?.[field] !== undefined && (model === null || ownTier !== "free")) ||
    (model?.limits.some((row) => row[field] !== undefined) ?? false)
  );
}
