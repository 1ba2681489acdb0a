import { memo } from "react";
import { usageTier as tierFacts } from "@/lib/catalogue";
import { CHOICES, type Scenario } from "@/lib/scenario";
import { formatUsdText } from "@/lib/view/text";
import { TermLink } from "@/components/figures/term-link";
import { VariantMark } from "@/components/figures/shown-variant";
import { SegmentedRow } from "@/components/ui/fields/segmented";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { useEdit } from "./edit-context";

/** The usage tier, with what it may spend in a month; `custom` where limits of the user’s own stand in. */
export function TierPicker({ scenario: { usageTier, monthlyUsageLimitUsd, modelOverrides } }: { scenario: Scenario }) {
  return (
    <TierRow
      usageTier={usageTier}
      limit={formatUsdText(monthlyUsageLimitUsd ?? tierFacts(usageTier).monthlyUsageLimitUsd)}
      custom={modelOverrides.some((own) => own.limits) || monthlyUsageLimitUsd !== undefined}
    />
  );
}

interface TierRowProps extends Pick<Scenario, "usageTier"> {
  readonly limit: string;
  readonly custom: boolean;
}

const TierRow = memo(function TierRow({ usageTier, limit, custom }: TierRowProps) {
  const edit = useEdit();
  return (
    <fieldset className="mb-4">
      <div className="mb-1.5 flex items-baseline justify-between">
        <legend className="text-12 text-ink-2">
          <TermLink of="usage-tier">Usage tier</TermLink>
          {custom && ", custom"}
        </legend>
        <span className="text-small text-ink-3">{limit} a month</span>
      </div>
      <SegmentedRow data-tiers>
        {CHOICES.usageTier.map((tier) => (
          <label key={tier}>
            <input
              ref={takeTyped}
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
      </SegmentedRow>
      <VariantMark field="usageTier" />
    </fieldset>
  );
});
