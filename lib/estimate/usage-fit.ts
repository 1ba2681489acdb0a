import { findModel, limitsAt, USAGE_TIERS, type PaidTier, type Published } from "@/lib/catalogue";
import { poolOf } from "@/lib/scenario";
import type { Peak, UsageGroup, UsageReport } from "@/lib/usage";

/** A log’s busiest minute against one limit. */
export interface PeakAgainst {
  readonly dimension: "rpm" | "tpm";
  readonly peak: number;
  readonly limit: number | null;
  /** peak ÷ limit; `null` where the limit is unpublished. */
  readonly utilisation: number | null;
  readonly over: boolean;
}

/** One pool of a log at one usage tier. */
interface UsageTierFit {
  readonly usageTier: PaidTier;
  readonly against: readonly PeakAgainst[];
  /** A single request’s input alone is above the tokens a minute. */
  readonly never: boolean;
  /** `null`: a limit is unpublished and no other is exceeded. */
  readonly fits: boolean | null;
}

/** The requests that share the limits of one model. */
export interface UsagePool {
  readonly pool: string;
  /** Of groups that were added up, no more than this: their busiest minutes need not be the same. */
  readonly atMost: boolean;
  /**
   * Some requests are so long that they have limits of their own: what of a minute counts against which is not
   * known. No tier fits here that would not hold all of it either way, or is exceeded that both limits hold.
   */
  readonly mixed: boolean;
  readonly tiers: readonly UsageTierFit[];
}

/** A log's busiest minutes against the limits of every paid usage tier. */
export interface UsageFit {
  readonly pools: readonly UsagePool[];
  /** Models no limit is known for, as the log names them; `null`: no name. */
  readonly unknown: readonly (string | null)[];
  /** The lowest tier at which every pool fits; `null` where none does, or it cannot be told. */
  readonly minimumUsageTier: PaidTier | null;
}

const PAID = USAGE_TIERS.flatMap(({ id }) => (id === "free" ? [] : [id]));

/** What the busiest minutes of the groups of one pool ask of it. */
interface PeakLoad {
  readonly requests: number;
  readonly tokens: number;
  readonly largestInput: number;
  readonly atMost: boolean;
}

/** The groups' busiest minutes added up; `null` where one is unknown. */
function peakLoad(groups: readonly UsageGroup[]): PeakLoad | null {
  const most = (peaks: readonly (Peak | null)[]) => peaks.reduce((sum, peak) => sum + (peak?.perMinute ?? 0), 0);
  if (groups.some(({ peakRequests, peakTokens }) => !peakRequests || !peakTokens)) return null;
  return {
    requests: most(groups.map(({ peakRequests }) => peakRequests)),
    tokens: most(groups.map(({ peakTokens }) => peakTokens)),
    largestInput: Math.max(...groups.map(({ input }) => input?.max ?? 0)),
    atMost: groups.length > 1,
  };
}

const known = (published: Published<number> | undefined) => (typeof published === "number" ? published : null);

/** `beside`: what the limit of long requests takes too, where there are some. */
function against(dimension: "rpm" | "tpm", peak: number, limit: number | null, beside: number | null): PeakAgainst {
  const most = limit && limit + (beside ?? 0);
  return { dimension, peak, limit, utilisation: limit && peak / limit, over: most !== null && peak > most };
}

function poolFit(pool: string, { requests, tokens, largestInput, atMost }: PeakLoad): UsagePool {
  const model = findModel(pool)!;
  const mixed = model.ownLimitsFrom !== undefined && largestInput >= model.ownLimitsFrom;
  const tiers = PAID.map((usageTier): UsageTierFit => {
    const limits = limitsAt(model, usageTier);
    const long = mixed ? model.longLimits![usageTier - 1]! : null;
    const [rpm, tpm] = [known(long?.rpm), known(long?.tpm)];
    const rows = [against("rpm", requests, known(limits?.rpm), rpm), against("tpm", tokens, known(limits?.tpm), tpm)];
    const holds = mixed ? tpm : rows[1]!.limit;
    const never = holds !== null && largestInput > holds;
    const isSure = (peak: number, limit: number | null) => limit !== null && peak <= limit;
    const isOpen =
      rows.some(({ limit }) => limit === null) ||
      (mixed &&
        !(isSure(requests, rpm) && isSure(tokens, tpm) && rows.every(({ peak, limit }) => isSure(peak, limit))));
    const fits = isOpen ? null : true;
    return { usageTier, against: rows, never, fits: never || rows.some(({ over }) => over) ? false : fits };
  });
  return { pool, atMost, mixed, tiers };
}

/**
 * A log’s busiest minutes, of requests and of tokens (input + output as they were, no cap reserved), against
 * the limits of each paid usage tier; `null` where no minute is known. Batch requests have a queue of their
 * own and are left out. With `model`, all of it goes there.
 */
export function usageFit({ groups, total }: UsageReport, model?: string): UsageFit | null {
  const live = groups.filter(({ serviceTier }) => serviceTier !== "batch");
  const pools = new Map<string, UsageGroup[]>();
  const unknown = new Set<string | null>();
  if (model !== undefined) pools.set(poolOf(model), live.length === groups.length ? [total] : live);
  else {
    for (const group of live) {
      const pool = group.model === null ? null : poolOf(group.model);
      if (pool === null || !findModel(pool)) unknown.add(group.model);
      else pools.set(pool, [...(pools.get(pool) ?? []), group]);
    }
  }
  const fits = [...pools].flatMap(([pool, members]) => {
    const load = members.length > 0 && findModel(pool) ? peakLoad(members) : null;
    return load ? [poolFit(pool, load)] : [];
  });
  if (fits.length === 0 && (unknown.size === 0 || !total.peakRequests)) return null;
  const fitting =
    fits.length > 0 && unknown.size === 0
      ? PAID.find((_, index) => fits.every(({ tiers }) => tiers[index]!.fits === true))
      : undefined;
  return { pools: fits, unknown: [...unknown], minimumUsageTier: fitting ?? null };
}
