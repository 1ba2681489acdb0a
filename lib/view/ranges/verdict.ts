import type { Estimate } from "@/lib/estimate";
import { parseDecimal } from "@/lib/money";
import type { Driver, RangeResult } from "@/lib/ranges";
import { capital, DIMENSIONS, inCases, listed, shareText } from "@/lib/view/names";
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

const isSame = (one: Driver, other: Driver) => one.workload === other.workload && one.field === other.field;

/** `Reasoning decides both.`: which unknown moves cost and headroom most. */
function decides({ scenario }: Estimate, { drivers }: RangeResult): string | null {
  const [cost, headroom] = [drivers[0], byHeadroom(drivers)[0]];
  const moves = [
    ...(cost && costSwing(cost) > 1 ? [{ driver: cost, what: "the cost" }] : []),
    ...(headroom && scaleSwing(headroom) > 1 ? [{ driver: headroom, what: "the headroom" }] : []),
  ];
  if (drivers.length < 2 || moves.length === 0) return null;
  const name = (driver: Driver) => inSentence(scenario, driver);
  if (moves.length === 2 && isSame(moves[0]!.driver, moves[1]!.driver))
    return `${capital(name(moves[0]!.driver))} ${verbOf(moves[0]!.driver.field, "decide")} both.`;
  return `${capital(listed(moves.map(({ driver, what }) => `${name(driver)} ${verbOf(driver.field, "decide")} ${what}`)))}.`;
}

/** Whether the budget holds, in shares; `null` without a budget or a price. */
function budgetSentence({ scenario }: Estimate, { withinBudget }: RangeResult): string | null {
  if (withinBudget === null) return null;
  const budget = formatUsdText(scenario.monthlyBudgetUsd!);
  return `The ${budget} budget holds in ${shareText(withinBudget)}.`;
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
