import { usageTier, USAGE_TIERS } from "@/lib/catalogue";
import { estimate as estimateOf } from "@/lib/estimate";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare, parseDecimal } from "@/lib/money";
import { type Scenario } from "@/lib/scenario";
import { formatDuration, formatTier, formatUsd, formatUsdText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { type RefusalChange, present, change } from "./change";

/** The changes that end `insufficient_quota`: more money, or less cost. */
export function quotaChanges(scenario: Scenario): RefusalChange[] {
  const { cost, fit } = estimateOf(scenario);
  const tier = scenario.usageTier;
  const limit = monthlyUsageLimit(scenario, tier);
  const hours = fit.hoursToUsageLimit;
  const spent =
    cost.perMonth && hours !== null
      ? `This scenario costs ${formatUsd(cost.perMonth)} a month: ${formatUsd(limit).replace(/\.00$/, "")} lasts ${formatDuration(hours)}.`
      : "This scenario by itself stays within it.";
  const higher = USAGE_TIERS.find(
    ({ id, monthlyUsageLimitUsd: usd }) =>
      id !== "free" &&
      id !== tier &&
      compare(parseDecimal(usd)!, limit) > 0 &&
      (cost.perMonth === null || compare(parseDecimal(usd)!, cost.perMonth) >= 0),
  );
  const { monthlyUsageLimitUsd: _, ...rest } = scenario;
  return present([
    change("Add credit", "An account without any is refused until some is added, whatever the rates would allow."),
    change(
      `${capital(formatTier(tier))} may spend ${formatUsd(limit).replace(/\.00$/, "")} a month`,
      `${spent} Once it is spent, the next month or a higher limit ends the refusals.`,
    ),
    higher
      ? change(
          `${capital(formatTier(higher.id))}: ${formatUsdText(usageTier(higher.id).monthlyUsageLimitUsd)} a month`,
          `Reached after paying ${formatUsdText(higher.reachedAfterUsd!)}.`,
          `Try ${formatTier(higher.id)}`,
          { ...rest, usageTier: higher.id },
        )
      : null,
  ]);
}
