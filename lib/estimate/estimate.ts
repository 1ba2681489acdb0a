import { USAGE_TIERS } from "@/lib/catalogue";
import { cost } from "@/lib/cost";
import { demands, headroom, isOver, utilisation, type Demand } from "@/lib/limits";
import { divide, exact, toNumber, type Exact } from "@/lib/money";
import { factsOf } from "@/lib/facts";
import type { Scenario } from "@/lib/scenario";
import { checkWorkloads } from "./checks";
import { tierVerdict } from "./fit";
import { notesOf } from "./notes";
import type { Estimate, LimitRow, TierVerdict } from "./types";

const MONTH_HOURS = exact(730n);

/** The demands that a tier limits, each with its limit; `own` is the verdict at that tier. */
export function limitRows(demanded: readonly Demand[], own: TierVerdict): LimitRow[] {
  return demanded.flatMap((demand, index) => {
    const limit = own.limits[index];
    if (limit === undefined) return [];
    return {
      index,
      demand,
      limit,
      utilisation: utilisation(demand, limit),
      headroom: headroom(demand, limit),
      over: limit !== null && isOver(demand, limit),
      bindsFirst:
        own.bindsFirst !== null && own.bindsFirst.pool === demand.pool && own.bindsFirst.dimension === demand.dimension,
    };
  });
}

/** Hours of this traffic until the monthly usage limit, `row`, is spent; `null` where it lasts the month. */
function hoursToUsageLimit(row: LimitRow, perMonth: Exact | null): number | null {
  if (!row.over || !perMonth) return null;
  return toNumber(divide({ n: MONTH_HOURS.n * row.limit!.exact.n, d: row.limit!.exact.d }, perMonth));
}

/**
 * Everything that follows from a complete scenario (`checkScenario`): cost, limits, a verdict for every usage
 * tier, notes. Exact: amounts are fractions, thresholds are decided on fractions, ratios are the doubles
 * nearest to them.
 */
export function estimate(scenario: Scenario): Estimate {
  const facts = factsOf(scenario);
  const bill = cost(scenario, facts);
  const demanded = demands(scenario, facts, bill.perMonth);
  const unpriced = bill.workloads.map(({ perMonth }) => perMonth === null);
  const checks = checkWorkloads(scenario, facts, unpriced);
  const tiers = USAGE_TIERS.map(({ id }) => tierVerdict({ scenario, facts, demanded, checks }, id));
  const own = tiers.find(({ usageTier }) => usageTier === scenario.usageTier)!;
  const limits = limitRows(demanded, own);
  return {
    scenario,
    facts,
    notes: notesOf({ scenario, facts, perMonth: bill.perMonth, rows: limits, checks }),
    cost: bill,
    demands: demanded,
    limits,
    fit: {
      fits: own.fits,
      bindsFirst: own.bindsFirst,
      scaleAtLimit: own.scaleAtLimit,
      rates: own.rates,
      hoursToUsageLimit: hoursToUsageLimit(limits.at(-1)!, bill.perMonth),
      minimumUsageTier: tiers.find(({ usageTier, fits }) => usageTier !== "free" && fits)?.usageTier ?? null,
      tiers,
    },
  };
}
