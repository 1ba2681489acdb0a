import { memo } from "react";
import { VariantMark } from "@/components/figures/shown-variant";
import { CHARGES, CHECKED_ON, usageTier as tierFacts } from "@/lib/catalogue";
import { type Scenario } from "@/lib/scenario";
import { isDay } from "@/lib/fields";
import { formatDay, formatTier, formatUsdText } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { DecimalInput } from "@/components/scenario/decimal-field";
import { InputField, NumberInput } from "@/components/scenario/field";

interface SettingsProps {
  readonly budget: string | undefined;
  readonly usageLimit: string | undefined;
  readonly usageTier: Scenario["usageTier"];
  readonly asOf: string;
  readonly windowSeconds: number;
  readonly turnaroundHours: number;
  readonly regional: boolean;
}

/** The fields of the scenario itself that are rarely changed. */
export const Settings = memo(function Settings(props: SettingsProps) {
  const { budget, usageLimit, usageTier, asOf, windowSeconds, turnaroundHours, regional } = props;
  const edit = useEdit();
  const set = (field: keyof Scenario) => (value: unknown) => edit({ do: "change", change: { [field]: value }, field });
  return (
    <FieldGrid className="mt-3">
      <DecimalInput
        label="Budget a month"
        name="monthlyBudgetUsd"
        at={{ of: "page", place: "budget" }}
        value={budget}
        optional
        placeholder="none"
        unit="$"
        onValue={set("monthlyBudgetUsd")}
      />
      <DecimalInput
        label="Usage limit a month"
        name="monthlyUsageLimitUsd"
        value={usageLimit}
        optional
        aboveZero
        placeholder={formatUsdText(tierFacts(usageTier).monthlyUsageLimitUsd).slice(1)}
        unit="$"
        hint={`at ${formatTier(usageTier)}`}
        onValue={set("monthlyUsageLimitUsd")}
      />
      <InputField
        label="Prices as of"
        name="asOf"
        at={{ of: "page", place: "asOf" }}
        value={asOf}
        shown={asOf}
        read={(text) =>
          isDay(text.trim()) ? { value: text.trim() } : { error: `“${text}” is not a day; write it as ${CHECKED_ON}` }
        }
        onValue={set("asOf")}
        wide
      />
      <NumberInput
        label="Request window"
        name="rpmWindowSeconds"
        field="rpmWindowSeconds"
        value={windowSeconds}
        unit="s"
        onValue={set("rpmWindowSeconds")}
        hint="60 or 1"
      />
      <NumberInput
        label="Batch turnaround"
        name="batchTurnaroundHours"
        field="batchTurnaroundHours"
        value={turnaroundHours}
        unit="h"
        onValue={set("batchTurnaroundHours")}
        hint="assumed"
      />
      <label className="col-span-full flex items-start gap-2 py-1">
        {/* A box that is not ticked sends nothing: without scripts this is what it says then. */}
        <input type="hidden" name="regional" value="no" />
        <input
          ref={takeTyped}
          type="checkbox"
          name="regional"
          value="yes"
          className="mt-1"
          checked={regional}
          onChange={({ target }) => edit({ do: "change", change: { regional: target.checked || undefined } })}
        />
        <span>
          Processed in one region
          <span className="block text-small text-ink-2">
            Data residency: tokens of models since {formatDay(CHARGES.regional.releasedFrom)} at{" "}
            {CHARGES.regional.times} times the price.
          </span>
        </span>
      </label>
      <VariantMark field="regional" />
    </FieldGrid>
  );
});
