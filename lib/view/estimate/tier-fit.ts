import { isTooLarge, type Estimate } from "@/lib/estimate";
import { formatTier } from "@/lib/view/text";
import type { Tone } from "./tone";

/** Whether a scenario fits its own usage tier, in two or three words for a row of many. */
export function tierFitView({ fit, scenario }: Estimate): { readonly tone: Tone; readonly text: string } {
  const tier = formatTier(scenario.usageTier);
  if (fit.fits) return { tone: "ok", text: `Fits ${tier}` };
  if (fit.fits === null) return { tone: "unknown", text: "Cannot be told" };
  const never = isTooLarge(fit.tiers.find(({ usageTier }) => usageTier === scenario.usageTier)!);
  return never ? { tone: "never", text: "Can never run" } : { tone: "over", text: "Does not fit" };
}
