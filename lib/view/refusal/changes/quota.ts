import { usageTier, USAGE_TIERS } from "@/lib/catalogue";
import { estimate as estimateOf } from "@/lib/estimate";
import { monthlyUsageLimit } from "@/lib/limits";
import { compare, parseDecimal } from "@/lib/money";
import { type MoneyCause } from "@/lib/refusal";
import { type Scenario } from "@/lib/scenario";
import { formatDuration, formatTier, formatUsd, formatUsdText } from "@/lib/view/text";
import { capital } from "@/lib/view/names";
import { type RefusalChange, present, change } from "./change";

const ENDS: Readonly<Record<Exclude<MoneyCause, "usage-limit">, readonly [text: string, detail: string]>> = {
  "organization-limit": [
    "A higher spend limit of the organisation",
    "Its owners set it, below what the usage tier allows; a new month ends it too.",
  ],
  "project-limit": [
    "A higher spend limit of the project",
    "It is set in the project’s settings; other projects of the organisation go on.",
  ],
  credit: ["Add credit", "An account without any is refused until some is added, whatever the rates would allow."],
  inactive: [
    "Billing put in order",
    "An account that is closed, unpaid or not verified answers nothing until its billing page is in order.",
  ],
  "gateway-credit": [
    "Credit with the gateway, or a lower cap",
    "It is checked against the largest answer that the cap allows: a lower max_tokens needs less.",
  ],
  "gateway-budget": ["A higher budget in the gateway", "It is set for a key, a user or a team, and not by OpenAI."],
};

/** The change that ends a refusal for this want of money. */
export const moneyChanges = (cause: keyof typeof ENDS): RefusalChange => change(...ENDS[cause]);

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
