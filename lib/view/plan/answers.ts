import { adviceOf, alternatives, type CompareRow, isAsEntered, type Move, scenarioOn } from "@/lib/compare";
import { isTooLarge, requestsForBudget, tierAnswers, type Estimate } from "@/lib/estimate";
import { findModel, successorsOf, type UsageTierId } from "@/lib/catalogue";
import { compare, exact, parseDecimal, subtract, type Exact, shareOf, toGeometry } from "@/lib/money";
import { wantedPerYear } from "@/lib/rates";
import type { Scenario, ServiceTier } from "@/lib/scenario";
import type { Tone } from "@/lib/view/estimate";
import {
  figure,
  type Figure,
  type Sentence,
  formatCompact,
  formatExact,
  formatNumber,
  formatTier,
  formatTimes,
  formatUsd,
  formatUsdText,
  UNKNOWN,
} from "@/lib/view/text";
import { modelIn, SHORT_DIMENSIONS, tierWord, workloadName } from "@/lib/view/names";

/** The whole scenario on one model and service tier. */
export interface AlternativeView {
  readonly model: string;
  readonly serviceTier: ServiceTier;
  readonly name: string;
  readonly about: string;
  readonly month: Figure;
  readonly width: number;
  readonly tone: Tone;
  readonly fit: string;
  readonly binds: string;
  /** Whether the scenario is just this already. */
  readonly now: boolean;
  readonly scenario: Scenario;
}

/** Whether a row fits, in two or three words. */
function rowFit({ fits, codes }: CompareRow, tier: string): { readonly tone: Tone; readonly fit: string } {
  if (fits) return { tone: "ok", fit: `Fits ${tier}` };
  if (fits === null) return { tone: "unknown", fit: "Cannot be told" };
  return isTooLarge({ reasons: codes })
    ? { tone: "never", fit: "Can never run" }
    : { tone: "over", fit: "Does not fit" };
}

/** The same scenario on its own model and on those that could take over, at its own usage tier. */
export function alternativesView({ scenario, facts: own }: Estimate): AlternativeView[] {
  const all = alternatives(scenario);
  const chain = new Set([...own.keys()].flatMap(successorsOf));
  const most = all.reduce<Exact | null>(
    (a, { perMonth }) => (a === null || (perMonth !== null && compare(perMonth, a) > 0) ? perMonth : a),
    null,
  );
  const statusText = (model: string, codes: CompareRow["codes"]): string => {
    if (codes.includes("model-retired") && own.get(model)?.retired) return ", retired";
    if (!findModel(model)) return ", your own";
    const without = codes.includes("reasoning-dropped") ? ", without reasoning" : "";
    return chain.has(model) && !own.has(model) ? `, successor${without}` : without;
  };
  return all.map((row) => {
    const { model, serviceTier, perMonth, bindsFirst, scaleAtLimit, codes } = row;
    return {
      model,
      serviceTier,
      name: model,
      about: `${tierWord(serviceTier)}${statusText(model, codes)}`,
      month: figure(perMonth ? formatUsd(perMonth) : "no price", { of: "alternative", model, serviceTier }),
      width: shareOf(perMonth, most),
      ...rowFit(row, formatTier(scenario.usageTier)),
      binds: bindsFirst ? `${SHORT_DIMENSIONS[bindsFirst.dimension]} ${formatTimes(scaleAtLimit)}` : UNKNOWN,
      now: isAsEntered(row, scenario, null),
      scenario: scenarioOn(scenario, row, null),
    };
  });
}

/** Of the rows that fit, which is the cheapest; where none does, whether that is known. */
function fittingText(all: readonly AlternativeView[], tier: string): string {
  const fitting = all.filter(({ tone }) => tone === "ok");
  const cheapest = fitting.reduce<AlternativeView | null>((a, b) => (a === null || b.width < a.width ? b : a), null);
  if (!cheapest)
    return `None of these ${all.some(({ tone }) => tone === "unknown") ? "is known to fit" : "fits"} ${tier}`;
  const name = modelIn(cheapest);
  return fitting.length === 1
    ? `Of these only ${name} fits ${tier}`
    : `${name} is the cheapest of the ${fitting.length} here that fit ${tier}`;
}

/**
 * What to move to, in a sentence, as Compare leads with it: the cheapest that fits, or at which tier one would, and
 * what is cheaper where answers may wait.
 */
export function alternativesFinding(all: readonly AlternativeView[], { scenario, cost }: Estimate): string {
  const { cheapest, ifWaiting } = adviceOf(scenario);
  const tier = formatTier(scenario.usageTier);
  const named = (move: Move) => {
    const now = isAsEntered(move.row, scenario, null) ? ", as entered," : "";
    return `${modelIn(move.row)}${now}`;
  };
  const there = (move: Move) => (move.usageTier === scenario.usageTier ? "" : ` at ${formatTier(move.usageTier)}`);
  const later = ifWaiting ? `; if answers may wait, ${named(ifWaiting).replace(/,$/, "")}${there(ifWaiting)}` : "";
  const now = cost.perMonth;
  const apart =
    now && cheapest && compare(cheapest.row.perMonth!, now) < 0
      ? `, ${formatUsd(subtract(now, cheapest.row.perMonth!))} a month less`
      : "";
  if (cheapest?.usageTier === scenario.usageTier)
    return `${named(cheapest)} is the cheapest that fits ${tier}${apart}${later}`;
  const first = fittingText(all, tier);
  return cheapest ? `${first}; ${named(cheapest)} would${there(cheapest)}${apart}${later}` : `${first}${later}`;
}

/** What one usage tier still carries. */
interface TierAnswerView {
  readonly tier: number;
  readonly chosen: boolean;
  /** Requests a minute, all workloads, or why none. */
  readonly rate: Figure;
  /** Wanted requests a minute that makes, all workloads together. */
  readonly requests: string;
  readonly rateWithoutMoney: Figure;
  readonly caps: readonly Figure[];
}

/** What the budget buys, and what each usage tier still carries. */
export interface BudgetView {
  readonly finding: Sentence;
  /** Requests the budget buys, of the scenario's mean. */
  readonly buys: Figure | null;
  readonly budget: string | null;
  readonly workloads: readonly string[];
  readonly tiers: readonly TierAnswerView[];
}

/** How far the month’s cost is from the budget. */
function budgetFinding(month: Exact | null, budget: Exact | null): Sentence {
  if (!budget) return ["What each usage tier still carries"];
  if (!month) return ["A price is missing, so the budget cannot be compared"];
  const isOver = compare(month, budget) > 0;
  const distance = isOver ? subtract(month, budget) : subtract(budget, month);
  return [`${isOver ? "Over" : "Under"} the budget by `, figure(formatUsd(distance), { of: "budget" }), " a month"];
}

/** What the budget buys, and the highest rate and largest cap that still fit each paid tier. */
export function budgetView(estimate: Estimate): BudgetView {
  const { scenario, cost } = estimate;
  const text = scenario.monthlyBudgetUsd;
  const budget = text === undefined ? null : parseDecimal(text);
  const bought = text === undefined ? null : requestsForBudget(estimate, text);
  const wanted = toGeometry({
    n: scenario.workloads.reduce((total, workload) => total + wantedPerYear(workload), 0n),
    d: 525_600_000n,
  });
  // A request that is too large has a headroom, and yet no rate at which it runs.
  const scale = (highest: number | null, tier: UsageTierId) =>
    highest === null && isTooLarge(estimate.fit.tiers.find(({ usageTier }) => usageTier === tier)!)
      ? "never"
      : formatTimes(highest);
  return {
    finding: budgetFinding(cost.perMonth, budget),
    budget: text === undefined ? null : formatUsdText(text),
    buys: bought === null ? null : figure(formatExact(exact(bought)), { of: "buys" }),
    workloads: scenario.workloads.map((_, index) => workloadName(scenario, index)),
    tiers: tierAnswers(estimate)
      .slice(1)
      .map(({ usageTier, highestScale, highestRateScale, largestCaps }) => ({
        tier: Number(usageTier),
        chosen: usageTier === scenario.usageTier,
        rate: figure(scale(highestScale, usageTier), { of: "tier-headroom", tier: usageTier }),
        requests: highestScale === null ? "" : formatCompact(highestScale * wanted),
        rateWithoutMoney: figure(scale(highestRateScale, usageTier), { of: "rates", tier: usageTier }),
        caps: largestCaps.map((cap, index) =>
          figure(cap === null ? "none" : cap === "any" ? "any" : formatNumber(cap), {
            of: "cap",
            workload: index,
            tier: usageTier,
          }),
        ),
      })),
  };
}
