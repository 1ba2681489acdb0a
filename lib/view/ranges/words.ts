import type { Driver, Quantiles } from "@/lib/ranges";
import type { Exact } from "@/lib/money";
import type { Scenario } from "@/lib/scenario";
import type { RangeField } from "@/lib/scenario/ranges";
import { PER_LABELS, workloadName } from "@/lib/view/names";
import { formatCompact, formatNumber, formatRounded, formatUsd } from "@/lib/view/text";

/** Fields that may be a range, as they are called on a page. */
const RANGE_NAMES: Readonly<Record<RangeField, string>> = {
  requests: "Requests",
  inputTokens: "Input",
  cachedInputTokens: "Cached input",
  visibleOutputTokens: "Visible output",
  reasoningTokens: "Reasoning",
  peakToMean: "Busiest minute",
};

/** A number that is known roughly, three digits: `16,400`, `1.03`, `12.3M`. */
function roughText(value: number): string {
  if (value < 1000 || value >= 1e7) return formatCompact(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return formatNumber(Math.round(value / step) * step);
}

/** An amount of a range in USD, three digits: `$16,400`. */
export const roughUsd = (usd: number): string => `$${roughText(usd)}`;

/** `16,400 to 55,300`; one number where both round to it. */
export function betweenText({ p10, p90 }: Quantiles, text: (value: number) => string = roughText): string {
  const [low, high] = [text(p10), text(p90)];
  return low === high ? low : `${low} to ${high}`;
}

/** An exact amount beside a bar: whole dollars from $100 on. */
export const barUsd = (usd: Exact): string => (usd.n >= 100n * usd.d ? `$${formatRounded(usd, 0)}` : formatUsd(usd));

/** What an unknown is called; with its workload’s name where there are several. */
export function unknownName(scenario: Scenario, { workload, field }: Pick<Driver, "workload" | "field">): string {
  const name = RANGE_NAMES[field];
  return scenario.workloads.length > 1 ? `${workloadName(scenario, workload)}: ${name.toLowerCase()}` : name;
}

/** An unknown within a sentence: `reasoning`, `the busiest minute`, `Chat’s reasoning`. */
export function inSentence(scenario: Scenario, { workload, field }: Pick<Driver, "workload" | "field">): string {
  const name = RANGE_NAMES[field].toLowerCase();
  if (scenario.workloads.length > 1) return `${workloadName(scenario, workload)}’s ${name}`;
  return field === "peakToMean" ? `the ${name}` : name;
}

/** A verb behind an unknown: requests are many. */
export const verbOf = (field: RangeField, verb: string): string => (field === "requests" ? verb : `${verb}s`);

/** The range of an unknown in its unit: `300 to 2,000 tokens`, `32 to 50 a minute`, `2 to 9 times the mean`. */
export function inUnit(scenario: Scenario, { workload, field, low, high }: Driver): string {
  const range = `${formatNumber(low)} to ${formatNumber(high)}`;
  if (field === "requests") return `${range} ${PER_LABELS[scenario.workloads[workload]!.per]}`;
  return field === "peakToMean" ? `${range} times the mean` : `${range} tokens`;
}

/** One end of an unknown: `300`, `9×`. */
export const endOf = (field: RangeField, value: number): string =>
  `${formatNumber(value)}${field === "peakToMean" ? "×" : ""}`;
