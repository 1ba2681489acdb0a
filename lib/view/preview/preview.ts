import type { Estimate } from "@/lib/estimate";
import { compare, divide, exact, parseDecimal, toNumber, type Exact } from "@/lib/money";
import type { Tone } from "@/lib/view/estimate";
import { capital, DIMENSIONS, isPlural, listed } from "@/lib/view/names";
import { verdictView } from "@/lib/view/plan";
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

interface PreviewFigure {
  readonly text: string;
  readonly label: string;
}

/** What the picture of a link says, in the order in which it stands there. */
export interface PreviewView {
  readonly title: string;
  readonly day: string;
  readonly tone: Tone;
  readonly verdict: string;
  /** What binds first, and how. */
  readonly about: string;
  /** How much of the limit that binds first is used, of the bar’s width, 0–1; `null` where no limit is known. */
  readonly bar: { readonly width: number; readonly isOver: boolean } | null;
  /** The month’s cost first. */
  readonly figures: readonly PreviewFigure[];
}

const MOST_TITLE = 28;
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
const bindingOf = ({ limits, scenario }: Estimate, tone: Tone) =>
  tone === "never" || scenario.usageTier === "free" ? undefined : limits.find(({ bindsFirst }) => bindsFirst);

function aboutText(estimate: Estimate, tone: Tone): string {
  const { fit } = estimate;
  const binding = bindingOf(estimate, tone);
  if (!binding) return capital(verdictView(estimate).short.about);
  const { dimension } = binding.demand;
  const about = `${DIMENSIONS[dimension]} ${isPlural(dimension) ? "bind" : "binds"} first`;
  if (tone === "unknown") return `Of known limits, ${about.toLowerCase()}`;
  if (tone === "ok") return about;
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

function figures(estimate: Estimate, tone: Tone): readonly PreviewFigure[] {
  const { cost, fit } = estimate;
  const month = { text: costText(cost.perMonth), label: cost.perMonth ? "a month" : "is known" };
  const headroom = {
    text: formatTimes(fit.scaleAtLimit),
    label: tone === "unknown" ? "most headroom" : "headroom",
  };
  const third = tone === "ok" ? shareFigure(estimate) : tierFigure(estimate);
  return [month, ...(bindingOf(estimate, tone) ? [headroom] : []), ...(third ? [third] : [])];
}

function barOf(estimate: Estimate, tone: Tone): PreviewView["bar"] {
  if (tone === "never") return { width: 1, isOver: true };
  const binding = bindingOf(estimate, tone);
  if (!binding || binding.utilisation === null) return null;
  return binding.over ? { width: 1, isOver: true } : { width: binding.utilisation * FULL, isOver: false };
}

/** What the picture of a link to this scenario says. */
export function previewView(estimate: Estimate): PreviewView {
  const { tone, lead } = verdictView(estimate);
  const [verdict] = lead;
  const text = (said: string) => toDrawable(said);
  return {
    title: cutTo(MOST_TITLE, nameOf(estimate.scenario)),
    day: text(formatDay(estimate.scenario.asOf)),
    tone,
    verdict: text(String(verdict)).replace(/\.$/, ""),
    about: text(aboutText(estimate, tone)),
    bar: barOf(estimate, tone),
    figures: figures(estimate, tone).map((one) => ({ text: text(one.text), label: text(one.label) })),
  };
}

/** The picture in words, for those who do not see it. */
export function previewText({ title, verdict, about, figures }: PreviewView): string {
  return `${title}: ${verdict}. ${about}. ${figures.map(({ text, label }) => `${text} ${label}`).join(", ")}.`;
}
