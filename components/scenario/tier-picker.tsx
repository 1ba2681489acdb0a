import { usageTier as tierFacts } from "@/lib/catalogue";
import { USAGE_TIER_IDS, type Scenario } from "@/lib/scenario";
import { formatUsdText } from "@/lib/view";
import { useEdit } from "./draft";

/** The usage tier, with what it may spend in a month; `custom` where limits of the user’s own stand in. */
export function TierPicker({ scenario }: { scenario: Scenario }) {
  const edit = useEdit();
  const { usageTier } = scenario;
  const custom = scenario.modelOverrides.some((own) => own.limits) || scenario.monthlyUsageLimitUsd !== undefined;
  return (
    <fieldset className="grp">
      <div className="lab-row">
        <legend className="lab">Usage tier{custom && ", custom"}</legend>
        <span className="s qq">{formatUsdText(scenario.monthlyUsageLimitUsd ?? tierFacts(usageTier).monthlyUsageLimitUsd)} a month</span>
      </div>
      <div className="seg" data-tiers>
        {USAGE_TIER_IDS.map((tier) => (
          <label key={tier}>
            <input type="radio" name="usageTier" value={tier} checked={usageTier === tier} aria-label={tier === "free" ? "Free" : `Tier ${tier}`} onChange={() => edit({ do: "set", scenario: { ...scenario, usageTier: tier } })} />
            {tier === "free" ? "Free" : tier}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
