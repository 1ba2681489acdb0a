import type { ModelFacts } from "@/lib/facts";
import { CHOICES, type Scenario, type ServiceTier } from "@/lib/scenario";

/**
 * The service tiers in which a model has a price, joined by spaces; then `writes` where cache writes have one,
 * `twelve-hours` where those have that stay so long, and `own` where the prices are the user’s.
 */
export const pricedTiers = ({ price, override }: ModelFacts): string =>
  [
    ...CHOICES.serviceTier.filter((tier) => price?.prices[tier]),
    ...(price?.prices.standard?.cacheWrite ? ["writes"] : []),
    ...(price?.prices.standard?.cacheWrite12Hours ? ["twelve-hours"] : []),
    ...(override?.price ? ["own"] : []),
  ].join(" ");

/** A service tier within a sentence: `flex`, `Fast`. */
export const tierWord = (serviceTier: ServiceTier): string => (serviceTier === "priority" ? "Fast" : serviceTier);

/** A service tier behind a model: `, flex`; nothing for standard. */
export const inTier = (serviceTier: ServiceTier): string =>
  serviceTier === "standard" ? "" : `, ${tierWord(serviceTier)}`;

/** A model in a service tier, within a sentence: `gpt-5-nano in batch`; of standard the model alone. */
export const modelIn = ({
  model,
  serviceTier,
}: {
  readonly model: string;
  readonly serviceTier: ServiceTier;
}): string => (serviceTier === "standard" ? model : `${model} in ${tierWord(serviceTier)}`);

/** A workload’s name on screen; without one `Workload n`, counted from 1. */
export function workloadName({ workloads }: Scenario, index: number): string {
  return workloads[index]!.name || `Workload ${index + 1}`;
}

/** Names joined for a sentence: `a`, `a and b`, `a, b and c`; an empty list gives an empty text. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)!}`;
}

/** The text with its first letter large; a first word that holds a digit is a model’s id and stays unchanged. */
export function capital(text: string): string {
  return /^\S*\d/.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}
