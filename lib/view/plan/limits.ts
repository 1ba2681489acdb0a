import { isInputOnly } from "@/lib/catalogue";
import { limitPoolOf, modelOfPool } from "@/lib/facts";
import { type FocusTarget, stateOf, type LimitState } from "@/lib/view/estimate";
import type { Dimension } from "@/lib/limits";
import type { Estimate, LimitRow } from "@/lib/estimate";
import { chargeMilli } from "@/lib/rates";
import { MILLI } from "@/lib/fields";
import {
  figure,
  type Figure,
  formatCompact,
  formatNumber,
  formatPercent,
  formatTier,
  formatTimes,
  formatUsd,
} from "@/lib/view/text";
import { toGeometry } from "@/lib/money";
import { DIMENSIONS, isPlural, poolName } from "@/lib/view/names";

/** One limit as a row. */
export interface LimitView {
  readonly key: string;
  readonly dimension: Dimension;
  readonly pool: string;
  readonly name: string;
  readonly about: string;
  readonly state: LimitState;
  readonly detail: string;
  readonly utilisation: Figure;
  readonly headroom: Figure;
  /** Where to enter an own figure for a limit that is not published; `null` for any other. */
  readonly enterOwn: FocusTarget | null;
  /** On Free, why there is no such limit; `null` elsewhere. */
  readonly onFree: string | null;
  readonly remark: "Binds first" | "next to bind" | "no rate fits" | null;
  /** Of the track, whose four fifths are 100 %: 0–1. */
  readonly meanWidth: number;
  readonly peakWidth: number;
}

const FULL = 0.8;

function detail({ demand, limit }: LimitRow, hours: number): string {
  const of = limit
    ? demand.dimension === "monthly-usage"
      ? `of ${formatUsd(limit.exact).replace(/\.00$/, "")} a month`
      : `of ${formatCompact(limit.near)}`
    : "limit not published";
  if (!demand.mean) return `cost unknown ${of}`;
  if (demand.dimension === "monthly-usage") return `${formatUsd(demand.mean)} ${of}`;
  const mean = formatCompact(toGeometry(demand.mean));
  if (demand.dimension === "batch-queue")
    return `${mean}${limit ? ` ${of}` : ""} input tokens, held ${hours} h${limit ? "" : `; ${of}`}`;
  const peak = formatCompact(demand.nearPeak);
  return mean === peak ? `${mean} ${of}` : `mean ${mean}, peak ${peak} ${of}`;
}

function enterOwn({ demand: { pool, dimension } }: LimitRow): FocusTarget | null {
  if (dimension === "monthly-usage") return null;
  return { of: "model", pool: modelOfPool(pool), field: dimension === "batch-queue" ? "batchQueueTokens" : dimension };
}

/** Embeddings have limits on Free that a plan does not take: its models of text are not offered there. */
function onFree({ demand: { pool } }: LimitRow, { scenario, facts }: Estimate): string | null {
  if (scenario.usageTier !== "free") return null;
  const model = facts.get(modelOfPool(pool));
  return model && isInputOnly(model) ? "paid tiers only" : "not offered";
}

const named = ({ demand: { pool, dimension } }: LimitRow) => ({
  key: `${pool}.${dimension}`,
  dimension,
  pool,
  name: DIMENSIONS[dimension],
  about: dimension === "monthly-usage" ? "the whole account" : poolName(pool),
});

/**
 * A row for each limit: first those a single request is too large for, then by headroom, least first,
 * unpublished ones last.
 */
export function limitViews(estimate: Estimate): LimitView[] {
  const { scenario, limits, notes } = estimate;
  const tooLarge = new Map(
    notes
      .filter(({ code }) => code === "request-exceeds-tpm")
      .map(({ index }) => [limitPoolOf(scenario.workloads[index]!, scenario), index]),
  );
  const neverRuns = (row: LimitRow) => (row.demand.dimension === "tpm" ? tooLarge.get(row.demand.pool) : undefined);
  const order = limits
    .map((row) => ({
      row,
      sort: neverRuns(row) !== undefined ? -1 : (row.headroom ?? (row.limit ? Infinity : Number.MAX_VALUE)),
    }))
    .sort((a, b) => a.sort - b.sort || a.row.index - b.row.index);
  let ranked = 0;
  return order.map(({ row }) => {
    const { index, demand, limit, utilisation, headroom, over, bindsFirst } = row;
    const peakWidth = Math.min(1, (utilisation ?? 0) * FULL);
    const mean = toGeometry(demand.mean);
    if (headroom !== null) ranked++;
    const never = neverRuns(row);
    if (never !== undefined) {
      const charge = formatNumber(chargeMilli(scenario.workloads[never]!, scenario.tokenAccounting) / MILLI);
      return {
        ...named(row),
        state: "over" as const,
        detail: `one request alone is charged ${charge} of ${formatNumber(limit!.near)}`,
        utilisation: figure("never", { of: "utilisation", limit: index, tier: null }),
        headroom: figure(formatTimes(headroom), { of: "headroom", limit: index }),
        enterOwn: null,
        onFree: null,
        remark: "no rate fits" as const,
        meanWidth: 1,
        peakWidth: 1,
      };
    }
    return {
      ...named(row),
      state: limit ? stateOf(utilisation, over) : "unpublished",
      detail: detail(row, scenario.batchTurnaroundHours),
      utilisation: figure(formatPercent(utilisation), { of: "utilisation", limit: index, tier: null }),
      headroom: figure(formatTimes(headroom), { of: "headroom", limit: index }),
      enterOwn: limit ? null : enterOwn(row),
      onFree: limit ? null : onFree(row, estimate),
      remark: bindsFirst ? "Binds first" : ranked === 2 && headroom !== null && headroom < 1.25 ? "next to bind" : null,
      meanWidth: demand.nearPeak > 0 ? peakWidth * Math.min(1, mean / demand.nearPeak) : 0,
      peakWidth,
    };
  });
}

/** Which limit binds first and whether the others fit, in a sentence. */
export function limitsFinding({ limits, fit, scenario, facts }: Estimate): string {
  const over = limits.filter((row) => row.over);
  const binding = limits.find((row) => row.bindsFirst);
  if (scenario.usageTier === "free")
    return `Free has no limits to meet: ${[...facts.values()].every(isInputOnly) ? "these models are planned on paid tiers only" : "these models are not offered there"}`;
  if (!binding) return "No limit is asked for anything";
  if (fit.tiers.find(({ usageTier }) => usageTier === scenario.usageTier)!.reasons.includes("request-exceeds-tpm"))
    return `One request alone is over the tokens a minute of ${formatTier(scenario.usageTier)}: no rate fits`;
  const known = limits.some(({ limit }) => !limit) ? "every other known limit" : "every other limit";
  const bind = isPlural(binding.demand.dimension) ? "bind" : "binds";
  const name = `${DIMENSIONS[binding.demand.dimension]} ${bind} first`;
  if (over.length === 0)
    return fit.fits === null
      ? `${name} of the limits that are known`
      : `${name}; all limits of ${formatTier(scenario.usageTier)} hold`;
  if (over.length === 1) return `${name}; ${known} would fit`;
  return `${name}; ${over.length} of ${limits.length} limits are exceeded`;
}
