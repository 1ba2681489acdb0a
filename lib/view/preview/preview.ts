import type { Estimate } from "@/lib/estimate";
import type { Quantiles } from "@/lib/ranges";
import { compare, divide, exact, parseDecimal, toNumber, type Exact } from "@/lib/money";
import { capital, DIMENSIONS, isPlural, listed, shareText } from "@/lib/view/names";
import { verdictView } from "@/lib/view/plan";
import type { RangeView } from "@/lib/view/ranges";
import {
  formatCompact,
  formatDay,
  formatDuration,
  formatFactor,
  formatPercent,
  formatRounded,
  formatTier,
  formatTimes,
  formatUsd,
} from "@/lib/view/text";
import { cutTo, toDrawable } from "./drawable";
import { besideText, rangesOf } from "./lines";

interface PreviewFigure {
  readonly text: string;
  readonly label: string;
}

/** What the picture of a link says, in the order in which it stands there. */
export interface PreviewView {
  readonly title: string;
  readonly day: string;
  /** `near`: it fits in most cases, not in all. */
  readonly tone: PreviewTone;
  readonly verdict: string;
  /** What binds first, and how. */
  readonly about: string;
  /** Variants or growth in a line; `null` where the link has neither. */
  readonly beside: string | null;
  /** How much of the limit that binds first is used, of the bar’s width, 0–1; `null` where no limit is known. */
  readonly bar: { readonly width: number; readonly isOver: boolean } | null;
  /** The month’s cost first. */
  readonly figures: readonly PreviewFigure[];
}

type PreviewTone = RangeView["verdict"]["tone"];

const MOST_TITLE = 28;
const MOST_BESIDE = 64;
/** The share of the bar’s width that 100 % of a limit has, as in every bar of limits. */
const FULL = 0.8;
const THOUSAND = exact(1000n);
const MILLION = exact(1_000_000n);

const nameOf = ({ title, workloads }: Estimate["scenario"]): string =>
  toDrawable(title) || toDrawable(listed(workloads.map(({ name, model }) => name || model))) || "Scenario";

/** Cents below $1,000, whole dollars below a million, three digits from there on. */
function costText(perMonth: Exact | null): string {
  if (!perMonth) return "no price";
  if (compare(perMonth, THOUSAND) < 0) return formatUsd(perMonth);
  return compare(perMonth, MILLION) < 0 ? `$${formatRounded(perMonth, 0)}` : `$${formatCompact(toNumber(perMonth))}`;
}

/** The limit that binds first; none on Free, whose limits are not planned with, and none where nothing ever runs. */
const bindingOf = ({ limits, scenario }: Estimate, tone: PreviewTone) =>
  tone === "never" || scenario.usageTier === "free" ? undefined : limits.find(({ bindsFirst }) => bindsFirst);

function aboutText(estimate: Estimate, tone: PreviewTone): string {
  const { fit } = estimate;
  const binding = bindingOf(estimate, tone);
  if (!binding) return capital(verdictView(estimate).short.about);
  const { dimension } = binding.demand;
  const about = `${DIMENSIONS[dimension]} ${isPlural(dimension) ? "bind" : "binds"} first`;
  if (tone === "unknown") return `Of known limits, ${about.toLowerCase()}`;
  if (tone === "ok" || tone === "near") return about;
  return dimension === "monthly-usage"
    ? `${about}: spent in ${formatDuration(fit.hoursToUsageLimit!)}`
    : `${about}: ${formatFactor(binding.utilisation!)} times the limit`;
}

/** The usage tier that fits, where this one does not; nothing where none is known to. */
function tierFigure({ fit }: Estimate): PreviewFigure | null {
  const tier = fit.tiers.find(({ usageTier }) => usageTier === fit.minimumUsageTier);
  const isOpen = fit.tiers.some(({ usageTier, fits }) => usageTier !== "free" && fits === null);
  if (!tier) return isOpen ? null : { text: "no tier", label: "fits" };
  return {
    text: formatTier(tier.usageTier),
    label: tier.scaleAtLimit === null ? "fits" : `fits, ${formatTimes(tier.scaleAtLimit)}`,
  };
}

/** Where it fits: how much of the budget is spent, or of the limit used. */
function shareFigure(estimate: Estimate): PreviewFigure | null {
  const { scenario, cost } = estimate;
  const { monthlyBudgetUsd: budget } = scenario;
  const money = budget === undefined ? null : parseDecimal(budget);
  if (cost.perMonth && money && money.n > 0n)
    return { text: formatPercent(toNumber(divide(cost.perMonth, money))), label: "of the budget" };
  const used = bindingOf(estimate, "ok")?.utilisation ?? null;
  return used === null ? null : { text: formatPercent(used), label: "of the limit" };
}

function figures(estimate: Estimate, tone: PreviewTone): readonly PreviewFigure[] {
  const { cost, fit } = estimate;
  const month = { text: costText(cost.perMonth), label: cost.perMonth ? "a month" : "is known" };
  const headroom = {
    text: formatTimes(fit.scaleAtLimit),
    label: tone === "unknown" ? "most headroom" : "headroom",
  };
  const third = tone === "ok" || tone === "near" ? shareFigure(estimate) : tierFigure(estimate);
  return [month, ...(bindingOf(estimate, tone) ? [headroom] : []), ...(third ? [third] : [])];
}

/** The figures as entered, each with its range under it. */
function withRanges(shown: readonly PreviewFigure[], ranges: ReturnType<typeof rangesOf>): readonly PreviewFigure[] {
  if (!ranges) return shown;
  const { view, result } = ranges;
  const under: Readonly<Record<string, string | null>> = {
    "a month": view.month && view.month.replace(/\$/g, ""),
    headroom: result.scaleAtLimit && betweenTimes(result.scaleAtLimit),
  };
  const own = shown.map((one) => ({ ...one, label: under[one.label] ?? one.label }));
  if (result.withinBudget === null) return own;
  return [...own.slice(0, 2), { text: shareText(result.withinBudget), label: "in budget" }];
}

const betweenTimes = ({ p10, p90 }: Quantiles) => `${formatTimes(p10).replace("×", "")} to ${formatTimes(p90)}`;

function barOf(estimate: Estimate, tone: PreviewTone): PreviewView["bar"] {
  if (tone === "never") return { width: 1, isOver: true };
  const binding = bindingOf(estimate, tone);
  if (!binding || binding.utilisation === null) return null;
  return binding.over ? { width: 1, isOver: true } : { width: binding.utilisation * FULL, isOver: false };
}

/** What the picture of a link to this scenario says. */
export function previewView(estimate: Estimate): PreviewView {
  const ranges = rangesOf(estimate);
  const { tone, lead } = ranges?.view.verdict ?? verdictView(estimate);
  const [verdict] = lead;
  const beside = besideText(estimate);
  const text = (said: string) => toDrawable(said);
  return {
    title: cutTo(MOST_TITLE, nameOf(estimate.scenario)),
    day: text(formatDay(estimate.scenario.asOf)),
    tone,
    verdict: text(String(verdict)).replace(/\.$/, ""),
    about: text(aboutText(estimate, tone)),
    beside: beside && cutTo(MOST_BESIDE, text(beside)),
    bar: barOf(estimate, tone),
    figures: withRanges(figures(estimate, tone), ranges).map((one) => ({
      text: text(one.text),
      label: text(one.label),
    })),
  };
}

/** The picture in words, for those who do not see it. */
export function previewText({ title, verdict, about, beside, figures }: PreviewView): string {
  return `${title}: ${verdict}. ${about}. ${beside ? `${beside}. ` : ""}${figures.map(({ text, label }) => `${text} ${label}`).join(", ")}.`;
}
