import type { Estimate } from "@/lib/estimate";
import type { Growth, Scenario } from "@/lib/scenario";
import { DIMENSIONS } from "@/lib/view/names";
import { figure, formatFactor, formatTier, formatUsd, type Sentence } from "@/lib/view/text";
import { growthText, monthsText } from "./words";

/** What Forecast says before a growth is entered. */
export interface EmptyView {
  readonly lead: string;
  readonly rest: Sentence;
  /** Growths to begin with. */
  readonly starts: readonly { readonly label: string; readonly scenario: Scenario }[];
}

/** The growths that are offered: hardly any, that of a product that sells, and that of one everybody talks of. */
const STARTS: readonly Growth[] = [
  { percentPerMonth: 3, months: 12 },
  { percentPerMonth: 8, months: 24 },
  { percentPerMonth: 20, months: 12 },
];

function room({ fit, scenario }: Estimate): string {
  const { bindsFirst, scaleAtLimit } = fit;
  if (!bindsFirst || scaleAtLimit === null) return "";
  const name = DIMENSIONS[bindsFirst.dimension].toLowerCase();
  const tier = formatTier(scenario.usageTier);
  return scaleAtLimit < 1
    ? ` It is over ${tier}’s limits already: ${name} first.`
    : ` At ${tier} it can grow to ${formatFactor(scaleAtLimit)} times that before ${name} stops it.`;
}

/** The state of Forecast without growth: the month of today, how far it may grow, and growths to try. */
export function emptyForecast(estimate: Estimate): EmptyView {
  const { scenario, cost } = estimate;
  return {
    lead: "Enter how fast this grows.",
    rest: cost.perMonth
      ? ["A month of today’s traffic costs ", figure(formatUsd(cost.perMonth), { of: "month" }), `.${room(estimate)}`]
      : ["A price is missing, so there will be no bill; limits can be told."],
    starts: STARTS.map((growth) => ({
      label: `${growthText(growth.percentPerMonth)} a month, ${monthsText(growth)}`,
      scenario: { ...scenario, growth: { ...growth, tierFollows: true } },
    })),
  };
}

/** Title and description of Forecast without growth. */
export const emptyTitle = ({ title }: Scenario): { readonly title: string; readonly description: string } => ({
  title: `${title ? `${title}: ` : ""}Forecast`,
  description: "This scenario month by month as its traffic grows: cost, budget, limits and usage tier, with dates.",
});
