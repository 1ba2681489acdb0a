import { memo } from "react";
import { parsePerRate } from "@/lib/link";
import { CHOICES, type Per, type Workload } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { useEdit } from "./edit-context";
import type { Changes } from "./edits";
import { InputField } from "./field";

const PER_SHORT: Readonly<Record<Per, string>> = {
  second: "/ s",
  minute: "/ min",
  hour: "/ h",
  day: "/ day",
  month: "/ month",
};

interface RequestsFieldProps extends Pick<Workload, "requests" | "per"> {
  readonly index: number;
  /** Of the workload, as it is called on screen. */
  readonly name: string;
}

/** The mean rate of a workload; `30/min` typed into the number sets both. */
export const RequestsField = memo(function RequestsField({ index, name, requests, per }: RequestsFieldProps) {
  const edit = useEdit();
  const change = (values: Changes<Workload>, field?: "requests") =>
    edit({ do: "workload", index, change: values, field });
  return (
    <InputField
      label="Requests"
      name={`w${index}.requests`}
      at={{ of: "workload", workload: index, field: "requests" }}
      value={requests}
      shown={formatNumber(requests)}
      read={(text) => {
        const rate = parsePerRate(text);
        if (!("value" in rate)) return rate;
        if (rate.value.per && rate.value.per !== per) change({ per: rate.value.per }, "requests");
        return { value: rate.value.requests };
      }}
      onValue={(value) => change({ requests: value }, "requests")}
    >
      <FieldFrame>
        <select
          ref={takeTyped}
          name={`w${index}.per`}
          aria-label={`Requests of ${name}, per`}
          value={per}
          onChange={(event) => change({ per: event.target.value })}
        >
          {CHOICES.per.map((one) => (
            <option key={one} value={one}>
              {PER_SHORT[one]}
            </option>
          ))}
        </select>
      </FieldFrame>
    </InputField>
  );
});
