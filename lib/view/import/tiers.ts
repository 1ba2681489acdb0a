import type { PaidTier } from "@/lib/catalogue";
import type { PeakAgainst, UsageFit, UsagePool } from "@/lib/estimate";
import { formatCompact, formatNumber, formatPercent, formatTier } from "@/lib/view/text";
import { listed } from "@/lib/view/names";
import { modelName } from "./words";
import { stateOf, type LimitState } from "@/lib/view/estimate";

/** One cell of a row: a figure at a usage tier. */
interface ImportTierCell {
  readonly tier: PaidTier;
  readonly text: string;
  readonly of: string;
  readonly state: LimitState;
  /** 0–1 of the cell. */
  readonly width: number;
}

/** The busiest minute against one limit, at every usage tier. */
interface ImportTierRow {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly cells: readonly ImportTierCell[];
}

/** The tiers of the table, lowest first, and whether all fits there. */
interface ImportTiers {
  readonly finding: string;
  readonly heads: readonly { readonly tier: PaidTier; readonly fits: boolean | null }[];
  readonly rows: readonly ImportTierRow[];
  /** Models without limits to compare with, or with long requests, in sentences; empty where there are none. */
  readonly remark: string;
}

const NAMES = { rpm: "Requests", tpm: "Tokens" } as const;

function cell(tier: PaidTier, { limit, utilisation, over }: PeakAgainst): ImportTierCell {
  return {
    tier,
    text: formatPercent(utilisation),
    of: limit === null ? "unpublished" : `of ${formatCompact(limit)}`,
    state: limit === null ? "unpublished" : stateOf(utilisation, over),
    width: Math.min(1, utilisation ?? 0),
  };
}

function tierRows({ pool, atMost, tiers }: UsagePool): ImportTierRow[] {
  return (["rpm", "tpm"] as const).map((dimension, index) => ({
    key: `${pool}.${dimension}`,
    name: `${NAMES[dimension]} in the busiest minute`,
    about: `${pool}, ${atMost ? "at most " : ""}${formatNumber(tiers[0]!.against[index]!.peak)}`,
    cells: tiers.map(({ usageTier, against }) => cell(usageTier, against[index]!)),
  }));
}

/** What the tiers come to: the lowest that fits, or what none of them holds. */
function finding({ pools, unknown, minimumUsageTier }: UsageFit, where: string): string {
  if (minimumUsageTier !== null)
    return minimumUsageTier === 1
      ? `Every paid tier holds its busiest minute${where}`
      : `It fits from ${formatTier(minimumUsageTier)} on${where}`;
  if (pools.length === 0) return "No limits are known for its models";
  const last = pools.map(({ tiers }) => tiers.at(-1)!);
  const never = pools.filter((_, index) => last[index]!.fits === false).map(({ pool }) => pool);
  if (never.length > 0) return `No tier holds its busiest minute: ${listed(never)} would be over at ${formatTier(5)}`;
  const from = pools[0]!.tiers.find((_, index) => pools.every(({ tiers }) => tiers[index]!.fits === true));
  return `Whether it fits cannot be told${unknown.length === 0 ? (pools.some(({ mixed }) => mixed) ? ": some requests have limits of their own" : ": a limit is unpublished") : from ? `; its known models fit from ${formatTier(from.usageTier)} on` : ""}`;
}

/**
 * A log’s busiest minutes against the limits of each paid tier. `model`: the one all of it is taken to, if
 * any.
 */
export function importTiers(fit: UsageFit, model?: string): ImportTiers {
  const { pools, unknown } = fit;
  const all = (index: number): boolean | null => {
    const fits = pools.map(({ tiers }) => tiers[index]!.fits);
    return fits.includes(false) ? false : fits.includes(null) || unknown.length > 0 || fits.length === 0 ? null : true;
  };
  return {
    finding: finding(fit, model === undefined ? "" : `, were all of it ${model}`),
    heads: (pools[0]?.tiers ?? []).map(({ usageTier }, index) => ({ tier: usageTier, fits: all(index) })),
    rows: pools.flatMap(tierRows),
    remark: [
      ...(unknown.length > 0 ? [`No limits are known for ${listed(unknown.map(modelName))}.`] : []),
      ...pools.flatMap(({ pool, mixed }) =>
        mixed ? [`Some requests on ${pool} are so long that they have limits of their own, not shown here.`] : [],
      ),
    ].join(" "),
  };
}
