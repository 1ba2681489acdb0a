import { usageTier as tierFacts } from "@/lib/catalogue";
import { withValues } from "@/lib/scenario/ranges";
import { estimate as estimateOf, scaleRequests, type Estimate } from "@/lib/estimate";
import { divide, exact, toNumber } from "@/lib/money";
import {
  formatCompact,
  formatDuration,
  formatFactor,
  formatNumber,
  formatPercent,
  formatTier,
  formatUsdText,
} from "@/lib/view/text";
import { capital, DIMENSIONS, isPlural, PER_LABELS, workloadName } from "@/lib/view/names";
import { type Fix, inUse } from "./parts";

/** The lowest usage tier that fits, where that is another, and how soon this traffic pays for it. */
export function tierFix({ scenario, fit, cost }: Estimate): Fix | null {
  const least = fit.minimumUsageTier;
  if (least === null || least === scenario.usageTier) return null;
  const next = { ...scenario, usageTier: least };
  const paid = tierFacts(least).reachedAfterUsd!;
  const hours =
    cost.perMonth && cost.perMonth.n > 0n ? toNumber(divide(exact(BigInt(paid) * 730n), cost.perMonth)) : null;
  const neverRuns = fit.tiers
    .find(({ usageTier }) => usageTier === scenario.usageTier)!
    .reasons.some((code) => code === "request-exceeds-tpm" || code === "tier-not-supported");
  const time = hours !== null && hours < 8760 && !neverRuns ? `: about ${formatDuration(hours)} of this traffic` : "";
  const lower = Number(least) < Number(scenario.usageTier === "free" ? 0 : scenario.usageTier);
  return {
    fits: true,
    text: `${capital(formatTier(least))}, ${inUse(estimateOf(next))}`,
    detail: lower ? "The lowest usage tier that fits." : `Reached after paying ${formatUsdText(paid)}${time}.`,
    label: `Try ${formatTier(least)}`,
    scenario: next,
  };
}

/**
 * The largest share of this traffic that the scenario’s own tier carries; `null` where it carries all of it.
 */
export function scaleFix({ scenario, fit }: Estimate): Fix | null {
  const scale = fit.scaleAtLimit;
  if (scale === null || scale >= 1 || scenario.usageTier === "free") return null;
  const next = scaleRequests(scenario, scale);
  const after = estimateOf(next);
  if (!after.fit.fits) return null;
  const first = next.workloads[0]!;
  const whose = next.workloads.length > 1 ? ` for ${workloadName(next, 0)}` : "";
  return {
    fits: true,
    text: `${capital(formatTier(scenario.usageTier))}, at ${formatPercent(scale)} of this traffic`,
    detail: `About ${formatCompact(first.requests)} requests ${PER_LABELS[first.per]}${whose}.`,
    label: "Try",
    scenario: next,
  };
}

/** The same traffic without peaks; `null` where it has none, or does not fit without them. */
export function evenFix({ scenario }: Estimate): Fix | null {
  if (scenario.workloads.every(({ peakToMean }) => peakToMean === 1)) return null;
  const workloads = scenario.workloads.map((one) => withValues(one, { peakToMean: 1 }));
  const next = { ...scenario, workloads };
  const after = estimateOf(next);
  return after.fit.fits
    ? {
        fits: true,
        text: `Even traffic, ${inUse(after)}`,
        detail: "A queue in the client that spreads the busiest minute.",
        label: "Try",
        scenario: next,
      }
    : null;
}

/** Rounded down to three significant digits. */
function threeDigits(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return unit >= 1 ? Math.floor(value / unit) * unit : Math.floor(value * Math.round(1 / unit)) / Math.round(1 / unit);
}

/** The largest multiple of this traffic that still fits; `null` where nothing above 1 does. */
export function growthFix(estimate: Estimate): Fix | null {
  const { scenario, fit } = estimate;
  if (fit.scaleAtLimit === null || fit.scaleAtLimit <= 1) return null;
  const next = scaleRequests(scenario, fit.scaleAtLimit);
  const [only, ...others] = next.workloads;
  const times = `${formatFactor(fit.scaleAtLimit)} times this traffic`;
  const { dimension } = fit.bindsFirst!;
  const then = `then ${DIMENSIONS[dimension].toLowerCase()} ${isPlural(dimension) ? "are" : "is"} used up.`;
  return {
    fits: true,
    ...(only && others.length === 0
      ? {
          text: `${formatNumber(threeDigits(only.requests))} requests ${PER_LABELS[only.per]}`,
          detail: `${times}; ${then}`,
        }
      : { text: `${times} still fits`, detail: capital(then) }),
    label: "Try",
    scenario: next,
  };
}
