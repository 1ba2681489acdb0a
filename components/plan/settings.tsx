import { memo } from "react";
import { CHECKED_ON, usageTier as tierFacts } from "@/lib/catalogue";
import { type Scenario } from "@/lib/scenario";
import { isDay } from "@/lib/fields";
import { formatTier, formatUsdText } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import { DecimalInput, InputField, NumberInput } from "@/components/scenario/field";

interface Props {
  readonly budget: string | undefined;
  readonly usageLimit: string | undefined;
  readonly usageTier: Scenario["usageTier"];
  readonly asOf: string;
  /** Seconds. */
  readonly window: number;
  /** Hours. */
  readonly turnaround: number;
}

/** The fields of the scenario itself that are rarely changed. */
export const Settings = memo(function Settings({ budget, usageLimit, usageTier, asOf, window, turnaround }: Props) {
  const edit = useEdit();
  const set = (field: keyof Scenario) => (value: unknown) => edit({ do: "change", change: { [field]: value }, field });
  return (
    <div className="led mt-3">
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
        value={window}
        unit="s"
        onValue={set("rpmWindowSeconds")}
        hint="60 or 1"
      />
      <NumberInput
        label="Batch turnaround"
        name="batchTurnaroundHours"
        field="batchTurnaroundHours"
        value={turnaround}
        unit="h"
        onValue={set("batchTurnaroundHours")}
        hint="assumed"
      />
    </div>
  );
});
