import { memo } from "react";
import { usageTier as tierFacts } from "@/lib/catalogue";
import { USAGE_TIER_IDS, type Scenario } from "@/lib/scenario";
import { formatUsdText } from "@/lib/view/text";
import { useEdit } from "./edit-context";

/** The usage tier, with what it may spend in a month; `custom` where limits of the user’s own stand in. */
export function TierPicker({ scenario: { usageTier, monthlyUsageLimitUsd, modelOverrides } }: { scenario: Scenario }) {
  return (
    <Tiers
      usageTier={usageTier}
      limit={formatUsdText(monthlyUsageLimitUsd ?? tierFacts(usageTier).monthlyUsageLimitUsd)}
      custom={modelOverrides.some((own) => own.limits) || monthlyUsageLimitUsd !== undefined}
    />
  );
}

const Tiers = memo(function Tiers({
  usageTier,
  limit,
  custom,
}: Pick<Scenario, "usageTier"> & { limit: string; custom: boolean }) {
  const edit = useEdit();
  return (
    <fieldset className="grp">
      <div className="lab-row">
        <legend className="lab">Usage tier{custom && ", custom"}</legend>
        <span className="text-small text-ink-3">{limit} a month</span>
      </div>
      <div className="seg" data-tiers>
        {USAGE_TIER_IDS.map((tier) => (
          <label key={tier}>
            <input
              type="radio"
              name="usageTier"
              value={tier}
              checked={usageTier === tier}
              aria-label={tier === "free" ? "Free" : `Tier ${tier}`}
              onChange={() => edit({ do: "change", change: { usageTier: tier } })}
            />
            {tier === "free" ? "Free" : tier}
          </label>
        ))}
      </div>
    </fieldset>
  );
});
