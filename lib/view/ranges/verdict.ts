import type { Estimate } from "@/lib/estimate";
import { parseDecimal } from "@/lib/money";
import type { Driver, RangeResult } from "@/lib/ranges";
import { capital, DIMENSIONS, inCases, listed } from "@/lib/view/names";
import { endingView, retiredAside, verdictText, type Tone, type VerdictView } from "@/lib/view/estimate";
import { verdictView } from "@/lib/view/plan";
import { formatTier, formatUsdText } from "@/lib/view/text";
import { betweenText, inSentence, roughUsd, verbOf } from "./words";

/** How an answer is judged over all cases. `near`: it holds in most of them, not in all. */
export type ShareTone = Tone | "near";

/** A verdict over all cases: as one of an estimate, in shares. */
export type RangeVerdict = Omit<VerdictView, "tone"> & {
  readonly tone: ShareTone;
  /** What the scenario does with every field at its number, in a sentence. */
  readonly asEntered: string;
};

/** The share of the cases that fit the scenario’s own usage tier; `null`: it cannot be told. */
const ownShare = ({ scenario }: Estimate, { fitShare }: RangeResult): number | null =>
  fitShare.find(({ usageTier }) => usageTier === scenario.usageTier)!.share;

function toneOf(share: number): ShareTone {
  if (share >= 1) return "ok";
  return share >= 0.5 ? "near" : "over";
}

function leadOf(tier: string, share: number): string {
  if (share <= 0) return `Does not fit ${tier} in any case.`;
  return `Fits ${tier} ${share < 0.5 ? "only " : ""}${inCases(share)}.`;
}

/** How far an unknown moves the cost, and the headroom: the larger end over the smaller, 1 for not at all. */
const costSwing = ({ costLow, costHigh }: Driver): number => {
  if (!costLow || !costHigh || costLow.n === 0n || costHigh.n === 0n) return 1;
  const ratio = (Number(costHigh.n) / Number(costHigh.d)) * (Number(costLow.d) / Number(costLow.n));
  return Math.max(ratio, 1 / ratio);
};
/** The same of headroom. */
export const scaleSwing = ({ scaleLow, scaleHigh }: Driver): number =>
  scaleLow && scaleHigh ? Math.max(scaleLow / scaleHigh, scaleHigh / scaleLow) : 1;

/** Drivers of headroom, the widest swing first. */
export const byHeadroom = (drivers: readonly Driver[]): Driver[] =>
  drivers.toSorted((one, other) => scaleSwing(other) - scaleSwing(one));

/** Two swings of which the smaller is nine tenths of the larger, as factors, decide alike. */
const ALIKE = 0.9;

/** The drivers that swing most, those that swing alike with the first; none where nothing swings. */
function leading(drivers: readonly Driver[], swing: (driver: Driver) => number): Driver[] {
  const most = Math.log(drivers[0] ? swing(drivers[0]) : 1);
  return most > 0 ? drivers.filter((driver) => Math.log(swing(driver)) >= ALIKE * most) : [];
}

const isSame = (some: readonly Driver[], others: readonly Driver[]) =>
  some.length === others.length &&
  some.every((one) => others.some(({ workload, field }) => workload === one.workload && field === one.field));

/** `Reasoning decides both.`: which unknowns move cost and headroom most. */
function decides({ scenario }: Estimate, { drivers }: RangeResult): string | null {
  const moves = [
    { leaders: leading(drivers, costSwing), what: "the cost" },
    { leaders: leading(byHeadroom(drivers), scaleSwing), what: "the headroom" },
  ].filter(({ leaders }) => leaders.length > 0);
  if (drivers.length < 2 || moves.length === 0) return null;
  const clause = (leaders: readonly Driver[], what: string) => {
    const verb = leaders.length > 1 ? "decide" : verbOf(leaders[0]!.field, "decide");
    return `${listed(leaders.map((driver) => inSentence(scenario, driver)))} ${verb} ${what}`;
  };
  const [first, second] = moves;
  if (second && isSame(first!.leaders, second.leaders)) return `${capital(clause(first!.leaders, "both"))}.`;
  return `${capital(listed(moves.map(({ leaders, what }) => clause(leaders, what))))}.`;
}

/** Whether the budget holds, in shares; `null` without a budget or a price. */
function budgetSentence({ scenario }: Estimate, { withinBudget }: RangeResult): string | null {
  if (withinBudget === null) return null;
  const budget = formatUsdText(scenario.monthlyBudgetUsd!);
  return `The ${budget} budget holds ${inCases(withinBudget)}.`;
}

function bindingSentence({ binds }: RangeResult): string | null {
  const [first] = binds;
  if (!first) return null;
  const plural = first.dimension !== "monthly-usage" && first.dimension !== "batch-queue";
  return `${DIMENSIONS[first.dimension]} ${plural ? "bind" : "binds"} first ${inCases(first.share)}.`;
}

/** The verdict of a scenario with ranges. Where its own tier cannot be told, that of the estimate. */
export function rangeVerdict(estimate: Estimate, result: RangeResult): RangeVerdict {
  const entered = verdictView(estimate);
  const share = ownShare(estimate, result);
  const asEntered = `As entered: ${verdictText(entered)}`;
  if (share === null) return { ...entered, asEntered: "" };
  const lead = leadOf(formatTier(estimate.scenario.usageTier), share);
  const rest = [budgetSentence(estimate, result) ?? bindingSentence(result), decides(estimate, result)];
  const said = rest.filter((sentence) => sentence !== null);
  const retired = retiredAside(estimate);
  return {
    tone: toneOf(share),
    lead: [lead],
    rest: [said.join(" ")],
    joined: false,
    asides: retired ? [retired] : [],
    ending: endingView(estimate),
    short: { title: lead.slice(0, -1), about: said[0]?.slice(0, -1) ?? entered.short.about },
    asEntered,
  };
}

/** `$16,400 to $55,300 a month`; `no price`. */
export const monthRangeText = ({ perMonthUsd }: RangeResult): string =>
  perMonthUsd ? `${betweenText(perMonthUsd, roughUsd)} a month` : "no price";

/** A budget in USD; `null` for none. */
export function budgetOf({ scenario }: Estimate): number | null {
  const budget = scenario.monthlyBudgetUsd === undefined ? null : parseDecimal(scenario.monthlyBudgetUsd);
  return budget && Number(budget.n) / Number(budget.d);
}
