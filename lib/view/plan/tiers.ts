import { USAGE_TIERS, type PaidTier } from "@/lib/catalogue";
import { utilisation as utilisationOf, isOver, type Dimension, type Limit } from "@/lib/limits";
import { isTooLarge, type Estimate } from "@/lib/estimate";
import {
  figure,
  type Figure,
  formatCompact,
  formatPercent,
  formatTier,
  formatTimes,
  formatUsd,
  formatUsdText,
  UNKNOWN,
} from "@/lib/view/text";
import { DIMENSIONS, listed, poolName, SHORT_DIMENSIONS } from "@/lib/view/names";
import { stateOf, type LimitState } from "@/lib/view/estimate";

/** A usage tier at the head of its column. */
export interface TierHead {
  readonly tier: PaidTier;
  readonly chosen: boolean;
  readonly fits: boolean | null;
  /** Codes of the request itself that no rate can change. */
  readonly never: boolean;
  readonly headroom: Figure;
  readonly binds: string;
  readonly reachedAfter: string;
}

/** A limit at a usage tier. */
interface TierCell {
  readonly utilisation: Figure;
  readonly of: string;
  readonly state: LimitState;
  /** 0–1 of the cell. */
  readonly width: number;
}

/** A limit at every paid tier. */
interface TierRow {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly cells: readonly TierCell[];
}

/** The paid tiers side by side. */
export interface TiersView {
  readonly finding: string;
  readonly heads: readonly TierHead[];
  readonly rows: readonly TierRow[];
}

const tiersText = (tiers: readonly PaidTier[]) =>
  tiers.length === 1 ? formatTier(tiers[0]!) : `tiers\u00a0${listed(tiers.map(String))}`;

function finding({ fit }: Estimate): string {
  const paid = fit.tiers.slice(1);
  const of = (test: (tier: (typeof paid)[number]) => boolean) =>
    paid.filter(test).map(({ usageTier }) => usageTier as PaidTier);
  const fitting = of(({ fits }) => fits === true);
  const open = of(({ fits }) => fits === null);
  const rates = of(({ fits, rates: { fits: ratesFit } }) => fits === false && ratesFit === true);
  if (fitting.length === 5) return "Every paid tier fits";
  const budget = rates.length
    ? `; ${tiersText(rates)} ${rates.length > 1 ? "have" : "has"} the rates, not the budget`
    : "";
  if (fitting.length)
    return `${fitting.length === 1 ? "Only " : ""}${fitting.length === 1 ? tiersText(fitting) : `From ${formatTier(fitting[0]!)} on it`} fits${budget}`.replace(
      /^From (.*) it fits/,
      "It fits from $1",
    );
  if (open.length) return `At ${tiersText(open)} it cannot be told${budget}`;
  return `No tier fits${budget}`;
}

/** What a cell says, and its state, where a limit is not published and where a tier has none. */
const UNPUBLISHED = ["unpublished", "unpublished"] as const;
const NO_LIMIT = ["no such limit", "ok"] as const;

/** `4M`, `$200K`, `$200`. */
function limitText({ near, exact }: Limit, dimension: Dimension): string {
  if (dimension !== "monthly-usage") return formatCompact(near);
  return near >= 10_000 ? `$${formatCompact(near)}` : formatUsd(exact).replace(/\.00$/, "");
}

/** A utilisation in a narrow cell: from 100,000 % on in short, `2.86M %`, up to where letters end. */
const shareText = (ratio: number | null): string =>
  ratio !== null && ratio >= 1000 && ratio < 1e12 ? `${formatCompact(ratio * 100)}\u202f%` : formatPercent(ratio);

/**
 * The five paid tiers side by side, and the limits as rows in the order they bind at the scenario's own tier.
 */
export function tiersView(estimate: Estimate): TiersView {
  const { scenario, fit, demands, limits } = estimate;
  const paid = fit.tiers.slice(1);
  const heads = paid.map((verdict): TierHead => {
    const tier = verdict.usageTier as PaidTier;
    const never = isTooLarge(verdict);
    const own = USAGE_TIERS.find(({ id }) => id === tier)!;
    return {
      tier,
      chosen: tier === scenario.usageTier,
      fits: verdict.fits,
      never,
      headroom: figure(never ? "never" : formatTimes(verdict.scaleAtLimit), { of: "tier-headroom", tier }),
      binds: verdict.bindsFirst ? SHORT_DIMENSIONS[verdict.bindsFirst.dimension] : UNKNOWN,
      reachedAfter: own.reachedAfterUsd === null ? "" : formatUsdText(own.reachedAfterUsd),
    };
  });
  const own = new Map(limits.map(({ index, headroom }) => [index, headroom]));
  const order = demands
    .map((demand, index) => ({ demand, index, headroom: own.get(index) ?? Infinity }))
    .sort((a, b) => a.headroom - b.headroom || a.index - b.index);
  const rows = order.map(({ demand, index }): TierRow => ({
    key: `${demand.pool}.${demand.dimension}`,
    name: DIMENSIONS[demand.dimension],
    about: demand.dimension === "monthly-usage" ? "account" : poolName(demand.pool),
    cells: paid.map((verdict): TierCell => {
      const limit = verdict.limits[index];
      const ratio = utilisationOf(demand, limit);
      const [missing, withoutLimit] = limit === null ? UNPUBLISHED : NO_LIMIT;
      return {
        utilisation: figure(shareText(ratio), { of: "utilisation", limit: index, tier: verdict.usageTier }),
        of: limit ? `of ${limitText(limit, demand.dimension)}` : missing,
        state: limit ? stateOf(ratio, isOver(demand, limit)) : withoutLimit,
        width: Math.min(1, ratio ?? 0),
      };
    }),
  }));
  return { finding: finding(estimate), heads, rows };
}
