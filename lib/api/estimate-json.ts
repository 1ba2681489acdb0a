import { CHECKED_ON, type PaidTier } from "@/lib/catalogue";
import type { Cost, LineItem } from "@/lib/cost";
import { variantEstimates, type Binding, type Estimate, type LimitRow, type Note, type Verdict } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import { multiply, exact, toFixedText, toNumber, toShortestText, type Exact } from "@/lib/money";
import { noteText } from "@/lib/view/estimate";
import type { CostJson, EstimateJson } from "./estimate-schema";
import { sourcesOf } from "./sources";

/** USD with six decimals; `null` stays `null`. */
export const usdText = (amount: Exact | null) => amount && toFixedText(amount, 6);
/** USD of one request, with twelve. */
const requestUsd = (amount: Exact | null) => amount && toFixedText(amount, 12);

/** A line of a bill; calls of a tool are no tokens, so that they have neither tokens nor a price of them. */
function toLineJson(line: LineItem): CostJson["workloads"][number]["lineItems"][number] {
  const { item, perMonth } = line;
  const isTool = "callsPerMonth" in line;
  return {
    item,
    tokensPerMonth: isTool ? null : toShortestText(line.tokensPerMonth),
    pricePerMTokUsd: isTool ? null : line.pricePerMTok && toShortestText(line.pricePerMTok),
    perMonthUsd: usdText(perMonth),
  };
}

const THOUSAND = exact(1000n);
const YEAR = exact(12n);
const DAY = exact(12n, 365n);
const scaled = (amount: Exact | null, factor: Exact) => amount && multiply(amount, factor);

/** A bill as the API answers it: each amount rounded once by itself, half to even. */
function toCostJson({ perRequest, perMonth, workloads }: Cost): CostJson {
  return {
    perRequestUsd: requestUsd(perRequest),
    perDayUsd: usdText(scaled(perMonth, DAY)),
    perMonthUsd: usdText(perMonth),
    perYearUsd: usdText(scaled(perMonth, YEAR)),
    workloads: workloads.map((workload) => ({
      name: workload.name,
      model: workload.model,
      perRequestUsd: requestUsd(workload.perRequest),
      perThousandRequestsUsd: usdText(scaled(workload.perRequest, THOUSAND)),
      perMonthUsd: usdText(workload.perMonth),
      standardPerMonthUsd: usdText(workload.standardPerMonth),
      batchPerMonthUsd: usdText(workload.batchPerMonth),
      lineItems: workload.lineItems.map(toLineJson),
    })),
  };
}

const binding = (one: Binding | null) => one && { pool: one.pool, dimension: one.dimension };
/** A verdict as the API answers it. */
export const verdictJson = ({ fits, bindsFirst, scaleAtLimit }: Verdict) => ({
  fits,
  bindsFirst: binding(bindsFirst),
  scaleAtLimit,
});

/** A limit as the API answers it. */
export const limitJson = ({ demand, limit, utilisation, headroom, bindsFirst }: LimitRow) => ({
  pool: demand.pool,
  dimension: demand.dimension,
  limit: limit && toNumber(limit.exact),
  mean: demand.mean && toNumber(demand.mean),
  peak: demand.peak && toNumber(demand.peak),
  utilisation,
  headroom,
  bindsFirst,
});

/** A note with its sentences, in this estimate's own numbers. */
export function toNoteJson(note: Note, estimate: Estimate): EstimateJson["notes"][number] {
  const { fact, consequence } = noteText(note, estimate);
  return { code: note.code, severity: note.severity, path: note.path, message: `${fact} ${consequence}` };
}

/** A variant beside its base as the API answers it. */
function toVariantJson(
  one: ReturnType<typeof variantEstimates>[number],
): NonNullable<EstimateJson["variants"]>[number] {
  const { variant, estimate, differs, perMonthMore, ...times } = one;
  return {
    name: variant.name,
    differs: [...differs],
    difference: {
      perMonthUsd: usdText(perMonthMore),
      perMonthTimes: times.perMonthTimes,
      headroomTimes: times.headroomTimes,
      ratesHeadroomTimes: times.ratesHeadroomTimes,
    },
    estimate: toBareJson(estimate),
  };
}

/** An estimate as the API answers it; a scenario with variants has theirs beside it. */
export function toEstimateJson(estimate: Estimate): EstimateJson {
  const variants = variantEstimates(estimate);
  return { ...toBareJson(estimate), ...(variants.length > 0 && { variants: variants.map(toVariantJson) }) };
}

/** An estimate without those of its variants. */
function toBareJson(estimate: Estimate): Omit<EstimateJson, "variants"> {
  const { scenario, notes, cost, limits, fit } = estimate;
  return {
    scenario,
    link: encodeLink(scenario),
    catalogue: { checkedOn: CHECKED_ON, sources: sourcesOf(estimate) },
    notes: notes.map((note) => toNoteJson(note, estimate)),
    cost: toCostJson(cost),
    limits: limits.map(limitJson),
    fit: {
      ...verdictJson(fit),
      rates: verdictJson(fit.rates),
      hoursToUsageLimit: fit.hoursToUsageLimit,
      minimumUsageTier: fit.minimumUsageTier as PaidTier | null,
      tiers: fit.tiers.map((tier) => ({
        usageTier: tier.usageTier,
        ...verdictJson(tier),
        rates: verdictJson(tier.rates),
        reasons: [...tier.reasons],
      })),
    },
  };
}
