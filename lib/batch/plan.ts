import { USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import { cost } from "@/lib/cost";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare, divide, exact, fromNumber, multiply, parseDecimal, type Exact } from "@/lib/money";
import { factsOf, limitPoolOf, poolLimits } from "@/lib/facts";
import { poolOf, type Scenario, type ServiceTier, type TokenAccounting } from "@/lib/scenario";
import { backlogOf } from "./backlog";
import {
  allSplits,
  cheapestSplit,
  earliestSplit,
  frontierOf,
  pricedSplits,
  splitsFor,
  splitsWithin,
  waitsForDay,
  type Pace,
  type Range,
} from "./split";
import type { SplitAnswer, BacklogPlan, BatchOption, Reason, Split, StandardOption, TierPlan } from "./types";
import { splitAt } from "./split-at";
import { batchOption, obstaclesOfRequest, requestOf, standardOption } from "./options";

const DAY_MINUTES = 1440n;
const MOST_POINTS = 200;

/**
 * A usage tier while it is planned: the pace of its open service tiers (`null`: neither is open), and what a
 * split with so many requests in batch comes to.
 */
interface TierWork {
  /** Requests in all. */
  readonly total: bigint;
  readonly usageTier: UsageTierId;
  readonly usageLimit: Exact;
  readonly batch: BatchOption;
  readonly standard: StandardOption;
  readonly pace: Pace | null;
  readonly at: (batch: bigint) => Split;
}

const perHour = (perMinute: Exact): Exact => multiply(perMinute, exact(60n));

function paceOf(total: bigint, batch: BatchOption, standard: StandardOption): Pace | null {
  if (batch.perWave === null && standard.perMinute === null) return null;
  return {
    total,
    batch:
      batch.perWave === null ? null : { perWave: batch.perWave, hours: batch.turnaroundHours, cost: batch.perRequest },
    standard: standard.perMinute && {
      perHour: perHour(standard.perMinute),
      perDay: standard.daily?.requests ?? null,
      cost: standard.perRequest,
    },
  };
}

const closed = (serviceTier: ServiceTier, { obstacles }: BatchOption | StandardOption): Reason[] =>
  obstacles.map((obstacle) => ({ code: "closed", serviceTier, obstacle }));

/** The answer of a service tier that is closed, with what it comes to where only a limit is missing. */
function closedAlone(
  total: bigint,
  serviceTier: "batch" | "standard",
  option: BatchOption | StandardOption,
): SplitAnswer {
  const { obstacles, perRequest } = option;
  const reasons = closed(serviceTier, option);
  if (obstacles.some(({ code }) => code !== "unpublished")) return { split: null, reasons };
  const [batch, standard] = serviceTier === "batch" ? [total, 0n] : [0n, total];
  return { split: null, reasons, untimed: { batch, standard, cost: perRequest && multiply(exact(total), perRequest) } };
}

const bothClosed = ({ batch, standard }: TierWork): Reason[] => [
  ...closed("batch", batch),
  ...closed("standard", standard),
];
const none = (reasons: readonly Reason[]): SplitAnswer => ({ split: null, reasons });

type OpenTierWork = TierWork & { readonly pace: Pace };

const unpriced = ({ pace, at }: OpenTierWork, range: Range): SplitAnswer =>
  none([{ code: "no-price", earliest: at(earliestSplit(pace, range)) }]);

/**
 * The split of `range` that costs least. Without a range the reasons are the closed service tiers, then
 * `without`.
 */
function cheapestIn(work: OpenTierWork, range: Range | null, without: Reason): SplitAnswer {
  if (!range) return none([...bothClosed(work), without]);
  const priced = pricedSplits(work.pace, range);
  return priced ? { split: work.at(cheapestSplit(work.pace, priced)) } : unpriced(work, range);
}

function withinBudget(work: OpenTierWork, usd: Exact): SplitAnswer {
  const { pace, at } = work;
  const priced = pricedSplits(pace, allSplits(pace));
  if (!priced) return unpriced(work, allSplits(pace));
  const paid = splitsFor(pace, priced, usd);
  return paid
    ? { split: at(earliestSplit(pace, paid)) }
    : none([{ code: "budget-too-small", least: at(cheapestSplit(pace, priced)) }]);
}

function tierPlan(work: TierWork, deadline: Exact, budget: Exact | null): TierPlan {
  const { total, usageTier, usageLimit, batch, standard, pace, at } = work;
  const options = { usageTier, usageLimit, batch, standard };
  if (!pace) {
    const never = none(bothClosed(work));
    return {
      ...options,
      answers: {
        batch: closedAlone(total, "batch", batch),
        standard: closedAlone(total, "standard", standard),
        earliest: never,
        cheapest: never,
        "within-budget": budget && never,
      },
    };
  }
  const open = { ...work, pace };
  const all = allSplits(pace);
  const earliest = at(earliestSplit(pace, all));
  return {
    ...options,
    answers: {
      batch: pace.batch ? { split: at(total) } : closedAlone(total, "batch", batch),
      standard: pace.standard ? { split: at(0n) } : closedAlone(total, "standard", standard),
      earliest: { split: earliest },
      cheapest: cheapestIn(open, splitsWithin(pace, all, deadline), { code: "deadline-missed", earliest }),
      "within-budget": budget && withinBudget(open, budget),
    },
  };
}

/** The frontier, thinned, with the cheapest split and the one within the budget on it; earliest first. */
function frontier({ pace, at }: TierWork, { answers }: TierPlan): Split[] {
  if (!pace) return [];
  const wanted = [answers.cheapest, answers["within-budget"]].flatMap((answer) =>
    answer?.split ? [answer.split] : [],
  );
  const points = frontierOf(pace, MOST_POINTS - wanted.length);
  if (points.length === 0) return [];
  const all = [...points.map(at), ...wanted.filter(({ batch }) => !points.includes(batch))];
  return all.sort((a, b) => compare(a.hours, b.hours));
}

/**
 * Plans a scenario's backlog, or the one made for it by `backlogOf`. At every usage tier: all in batch, all
 * as standard, the earliest split, the cheapest one that meets the deadline, and the earliest one within the
 * budget; at the scenario's own tier also the frontier. Hours and USD are exact fractions, counts whole
 * numbers. Time does not grow with the number of requests or waves.
 */
export function planBacklog(scenario: Scenario): BacklogPlan {
  const { backlog, madeFrom } = backlogOf(scenario);
  const request = requestOf(backlog);
  const alone: Scenario = { ...scenario, workloads: [request] };
  const facts = factsOf(alone);
  const model = facts.get(poolOf(backlog.model))!;
  const [bill] = cost(alone, facts).workloads;
  const total = BigInt(backlog.total);
  const works = USAGE_TIERS.map(({ id }): TierWork => {
    const one = { scenario, request, before: obstaclesOfRequest(request, model, id) };
    const limits = (serviceTier: ServiceTier) =>
      poolLimits(facts, limitPoolOf({ ...request, serviceTier }, scenario), id, scenario.usageTier);
    const batch = batchOption({ ...one, limits: limits("batch"), perRequest: bill!.batchPerMonth }, backlog);
    const standard = standardOption(
      { ...one, limits: limits("standard"), perRequest: bill!.standardPerMonth },
      backlog,
    );
    const pace = paceOf(total, batch, standard);
    const usageLimit = monthlyUsageLimit(scenario, id);
    return {
      total,
      usageTier: id,
      usageLimit,
      batch,
      standard,
      pace,
      at: (inBatch) => splitAt({ pace: pace!, batch, standard, usageLimit }, inBatch),
    };
  });
  const budget = backlog.budgetUsd === undefined ? null : parseDecimal(backlog.budgetUsd);
  const tiers = works.map((work) => tierPlan(work, fromNumber(backlog.deadlineHours), budget));
  const index = works.findIndex(({ usageTier }) => usageTier === scenario.usageTier);
  return {
    scenario,
    backlog,
    madeFrom,
    facts: model,
    tiers,
    own: tiers[index]!,
    frontier: frontier(works[index]!, tiers[index]!),
  };
}

/**
 * Requests a minute that standard sustains for the whole backlog at the scenario's usage tier when requests
 * are charged by `rule`, a day’s limit included where the backlog waits for it; `null` where standard is
 * closed.
 */
export function sustainedUnder({ scenario, backlog, facts }: BacklogPlan, rule: TokenAccounting): Exact | null {
  const request = requestOf(backlog);
  const { usageTier } = scenario;
  const one = {
    scenario: { ...scenario, tokenAccounting: rule },
    request,
    limits: poolLimits(new Map([[facts.pool, facts]]), limitPoolOf(request, scenario), usageTier, usageTier),
    perRequest: null,
    before: obstaclesOfRequest(request, facts, usageTier),
  };
  const { perMinute, daily } = standardOption(one, backlog);
  if (!perMinute || !daily) return perMinute;
  const pace = { perHour: perHour(perMinute), perDay: daily.requests, cost: null };
  return waitsForDay(pace, BigInt(backlog.total)) ? divide(daily.requests, exact(DAY_MINUTES)) : perMinute;
}
