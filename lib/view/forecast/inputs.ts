import { usageTier as tierFacts } from "@/lib/catalogue";
import type { Estimate } from "@/lib/estimate";
import { growthFactor, monthsAfter } from "@/lib/forecast";
import { toNumber } from "@/lib/money";
import type { Growth, Scenario } from "@/lib/scenario";
import { RANGE_FIELDS, type RangeField } from "@/lib/scenario/ranges";
import { formatGrowth } from "@/lib/view/chart";
import { formatNumber, formatUsdText } from "@/lib/view/text";
import { PER_LABELS, workloadName } from "@/lib/view/names";
import { formatShortMonth } from "@/lib/view/dates";
import { wholeUsdText } from "./words";

/** How many times the requests of the first month a later one has: `2.3`; month 1 is the first. */
export const requestsTimes = (percentPerMonth: number, month: number): string =>
  formatGrowth(toNumber(growthFactor(percentPerMonth, month - 1)));

/** A growth beside its field, as the chart tells it: `2.3× at end`. */
export const growthHint = ({ percentPerMonth, months }: Growth): string =>
  months > 1 ? `${requestsTimes(percentPerMonth, months)}× at end` : "of requests";

/** The day on which a forecast ends: `to Nov 2028`. */
export const lastText = ({ asOf }: Pick<Scenario, "asOf">, months: number): string =>
  `to ${formatShortMonth(monthsAfter(asOf, months))}`;

/** What the usage tier says was paid already: `at least $250`. */
export function paidText({ usageTier }: Pick<Scenario, "usageTier">): string {
  const { reachedAfterUsd } = tierFacts(usageTier);
  return reachedAfterUsd === null ? "in all" : `at least ${formatUsdText(reachedAfterUsd)}`;
}

/** A workload that is forecast, in two lines. */
interface WorkloadSummary {
  readonly key: number;
  readonly name: string;
  readonly model: string;
  readonly cost: string;
  /** `40 a minute, peak 3×`. */
  readonly rate: string;
}

/** The workloads of a forecast as they are today. */
export function workloadSummaries({ scenario, cost }: Estimate): WorkloadSummary[] {
  return scenario.workloads.map(({ model, requests, per, peakToMean }, index) => ({
    key: index,
    name: workloadName(scenario, index),
    model,
    cost: cost.workloads[index]!.perMonth ? wholeUsdText(cost.workloads[index]!.perMonth) : "no price",
    rate: `${formatNumber(requests)} ${PER_LABELS[per]}${peakToMean === 1 ? "" : `, peak ${formatNumber(peakToMean)}×`}`,
  }));
}

const RANGE_NAMES: Readonly<Record<RangeField, string>> = {
  requests: "Requests",
  inputTokens: "Input",
  cachedInputTokens: "Cached input",
  visibleOutputTokens: "Visible output",
  reasoningTokens: "Reasoning",
  peakToMean: "Busiest minute",
};

/** The ranges that draw the band: `Reasoning`, `400 to 1,000`; of several workloads with the workload’s name. */
export function rangeTexts(scenario: Scenario): { readonly name: string; readonly text: string }[] {
  const { workloads } = scenario;
  return workloads.flatMap(({ ranges, per }, index) =>
    RANGE_FIELDS.flatMap((field) => {
      const range = ranges?.[field];
      if (!range) return [];
      const name = field === "requests" ? `Requests ${PER_LABELS[per]}` : RANGE_NAMES[field];
      return {
        name: workloads.length > 1 ? `${workloadName(scenario, index)}: ${name.toLowerCase()}` : name,
        text: `${formatNumber(range[0])} to ${formatNumber(range[1])}`,
      };
    }),
  );
}
