import { USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import { cost } from "@/lib/cost";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare, divide, exact, fromNumber, multiply, parseDecimal, type Exact } from "@/lib/money";
import { factsOf, tierLimits } from "@/lib/facts";
import { poolOf, type Scenario, type ServiceTier, type TokenAccounting } from "@/lib/scenario";
import { backlogOf } from "./backlog";
import {
  allSplits,
  cheapestSplit,
  costFor,
  earliestSplit,
  frontierOf,
  hoursFor,
  pricedSplits,
  splitsFor,
  splitsWithin,
  wavesFor,
  type Pace,
  type Range,
} from "./split";
import type { Answer, BacklogPlan, BatchWay, Reason, Split, StandardWay, TierPlan } from "./types";
import { batchWay, obstaclesOfRequest, requestOf, standardWay } from "./ways";

const MONTH_HOURS = 730n;
const MOST_POINTS = 200;

/** One usage tier with its arithmetic: the pace of the open service tiers (`null`: neither is open), and what any split comes to. */
interface Desk {
  readonly usageTier: UsageTierId;
  readonly usageLimit: Exact;
  readonly batch: BatchWay;
  readonly standard: StandardWay;
  readonly pace: Pace | null;
  readonly at: (batch: bigint) => Split;
}

const perHour = (perMinute: Exact): Exact => multiply(perMinute, exact(60n));
const least = (a: Exact, b: Exact): Exact => (compare(a, b) <= 0 ? a : b);

function paceOf(total: bigint, batch: BatchWay, standard: StandardWay): Pace | null {
  if (batch.perWave === null && standard.perMinute === null) return null;
  return {
    total,
    batch:
      batch.perWave === null ? null : { perWave: batch.perWave, hours: batch.turnaroundHours, cost: batch.perRequest },
    standard: standard.perMinute && { perHour: perHour(standard.perMinute), cost: standard.perRequest },
  };
}

/** What of a split falls into one month at its pace. */
function costInMonth({ batch, standard, total }: Pace, inBatch: bigint): Exact | null {
  const part = (count: bigint, pace: Exact | null, each: Exact | null | undefined) => {
    if (count === 0n) return exact(0n);
    return each && pace ? multiply(least(exact(count), multiply(pace, exact(MONTH_HOURS))), each) : null;
  };
  const ofBatch = part(inBatch, batch && divide(exact(batch.perWave), batch.hours), batch?.cost);
  const ofStandard = part(total - inBatch, standard && standard.perHour, standard?.cost);
  return (
    ofBatch && ofStandard && { n: ofBatch.n * ofStandard.d + ofStandard.n * ofBatch.d, d: ofBatch.d * ofStandard.d }
  );
}

function splitAt(pace: Pace, { perBatch }: BatchWay, usageLimit: Exact, inBatch: bigint): Split {
  const files = (requests: bigint) => (requests + perBatch - 1n) / perBatch;
  const wave = pace.batch?.perWave ?? 1n;
  const hours = hoursFor(pace, inBatch);
  const inMonth = costInMonth(pace, inBatch);
  return {
    batch: inBatch,
    standard: pace.total - inBatch,
    waves: wavesFor(pace, inBatch),
    batches: inBatch === 0n ? 0n : (inBatch / wave) * files(wave) + files(inBatch % wave),
    batchHours: hours.batch,
    standardHours: hours.standard,
    hours: hours.all,
    cost: costFor(pace, inBatch),
    costInMonth: inMonth,
    overUsageLimit: inMonth !== null && compare(inMonth, usageLimit) > 0,
  };
}

const closed = (serviceTier: ServiceTier, { obstacles }: BatchWay | StandardWay): Reason[] =>
  obstacles.map((obstacle) => ({ code: "closed", serviceTier, obstacle }));
const bothClosed = ({ batch, standard }: Desk): Reason[] => [
  ...closed("batch", batch),
  ...closed("standard", standard),
];
const none = (reasons: readonly Reason[]): Answer => ({ split: null, reasons });

type OpenDesk = Desk & { readonly pace: Pace };

const unpriced = ({ pace, at }: OpenDesk, range: Range): Answer =>
  none([{ code: "no-price", earliest: at(earliestSplit(pace, range)) }]);

/** Costs least of the splits in `range`; where there is none, a closed service tier and `without` say why. */
function cheapestIn(desk: OpenDesk, range: Range | null, without: Reason): Answer {
  if (!range) return none([...bothClosed(desk), without]);
  const priced = pricedSplits(desk.pace, range);
  return priced ? { split: desk.at(cheapestSplit(desk.pace, priced)) } : unpriced(desk, range);
}

function withinBudget(desk: OpenDesk, usd: Exact): Answer {
  const { pace, at } = desk;
  const priced = pricedSplits(pace, allSplits(pace));
  if (!priced) return unpriced(desk, allSplits(pace));
  const paid = splitsFor(pace, priced, usd);
  return paid
    ? { split: at(earliestSplit(pace, paid)) }
    : none([{ code: "budget-too-small", least: at(cheapestSplit(pace, priced)) }]);
}

function tierPlan(desk: Desk, deadline: Exact, budget: Exact | null): TierPlan {
  const { usageTier, usageLimit, batch, standard, pace, at } = desk;
  const ways = { usageTier, usageLimit, batch, standard };
  if (!pace) {
    const never = none(bothClosed(desk));
    return {
      ...ways,
      answers: {
        batch: none(closed("batch", batch)),
        standard: none(closed("standard", standard)),
        earliest: never,
        cheapest: never,
        "within-budget": budget && never,
      },
    };
  }
  const open = { ...desk, pace };
  const all = allSplits(pace);
  const earliest = at(earliestSplit(pace, all));
  return {
    ...ways,
    answers: {
      batch: pace.batch ? { split: at(pace.total) } : none(closed("batch", batch)),
      standard: pace.standard ? { split: at(0n) } : none(closed("standard", standard)),
      earliest: { split: earliest },
      cheapest: cheapestIn(open, splitsWithin(pace, all, deadline), { code: "deadline-missed", earliest }),
      "within-budget": budget && withinBudget(open, budget),
    },
  };
}

/** The frontier, thinned, with the splits that were asked for on it. */
function frontier({ pace, at }: Desk, { answers }: TierPlan): Split[] {
  if (!pace) return [];
  const asked = [answers.cheapest, answers["within-budget"]].flatMap((answer) => (answer?.split ? [answer.split] : []));
  const points = frontierOf(pace, MOST_POINTS - asked.length);
  if (points.length === 0) return [];
  const all = [...points.map(at), ...asked.filter(({ batch }) => !points.includes(batch))];
  return all.sort((a, b) => compare(a.hours, b.hours));
}

/**
 * Everything that follows from a scenario's backlog, or from the one made for it: both service tiers alone, the cheapest split that meets the deadline, the earliest, the earliest within the budget, at every usage tier, and the frontier at the scenario's own.
 * Exact: hours and USD are fractions, counts whole numbers. The effort does not grow with the number of requests or waves.
 */
export function planBacklog(scenario: Scenario): BacklogPlan {
  const { backlog, madeFrom } = backlogOf(scenario);
  const request = requestOf(backlog);
  const alone: Scenario = { ...scenario, workloads: [request] };
  const facts = factsOf(alone);
  const model = facts.get(poolOf(backlog.model))!;
  const [bill] = cost(alone, facts).workloads;
  const total = BigInt(backlog.total);
  const desks = USAGE_TIERS.map(({ id }): Desk => {
    const limits = tierLimits(model, id, scenario.usageTier);
    const before = obstaclesOfRequest(request, model, id);
    const batch = batchWay(scenario, request, limits, bill!.batchPerMonth, before);
    const standard = standardWay(scenario, backlog, request, limits, bill!.standardPerMonth, before);
    const pace = paceOf(total, batch, standard);
    const usageLimit = monthlyUsageLimit(scenario, id);
    return {
      usageTier: id,
      usageLimit,
      batch,
      standard,
      pace,
      at: (inBatch) => splitAt(pace!, batch, usageLimit, inBatch),
    };
  });
  const budget = backlog.budgetUsd === undefined ? null : parseDecimal(backlog.budgetUsd);
  const tiers = desks.map((desk) => tierPlan(desk, fromNumber(backlog.deadlineHours), budget));
  const index = desks.findIndex(({ usageTier }) => usageTier === scenario.usageTier);
  return {
    scenario,
    backlog,
    madeFrom,
    facts: model,
    tiers,
    own: tiers[index]!,
    frontier: frontier(desks[index]!, tiers[index]!),
  };
}

/** Requests a minute that standard would sustain for the backlog at the scenario's usage tier if `rule` decided what one is charged; `null` where it could not run. */
export function sustainedUnder({ scenario, backlog, facts }: BacklogPlan, rule: TokenAccounting): Exact | null {
  const request = requestOf(backlog);
  const { usageTier } = scenario;
  return standardWay(
    { ...scenario, tokenAccounting: rule },
    backlog,
    request,
    tierLimits(facts, usageTier, usageTier),
    null,
    obstaclesOfRequest(request, facts, usageTier),
  ).perMinute;
}
