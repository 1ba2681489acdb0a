import { memo } from "react";
import { parsePerRate } from "@/lib/link";
import { CHOICES, type Per, type Workload } from "@/lib/scenario";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { useEdit } from "./edit-context";
import type { Changes } from "./edits";
import { MeanField } from "./mean-field";

const PER_SHORT: Readonly<Record<Per, string>> = {
  second: "/ s",
  minute: "/ min",
  hour: "/ h",
  day: "/ day",
  month: "/ month",
};

interface RequestsFieldProps extends Pick<Workload, "requests" | "per"> {
  readonly ranges: Workload["ranges"];
  readonly index: number;
  /** Of the workload, as it is called on screen. */
  readonly name: string;
}

/** The mean rate of a workload; `30/min` typed into the number sets both. */
export const RequestsField = memo(function RequestsField({ index, name, requests, ranges, per }: RequestsFieldProps) {
  const edit = useEdit();
  const change = (values: Changes<Workload>, field?: "requests") =>
    edit({ do: "workload", index, change: values, field });
  return (
    <MeanField
      label="Requests"
      index={index}
      field="requests"
      number={requests}
      ranges={ranges}
      read={(text) => {
        const rate = parsePerRate(text);
        if ("error" in rate) return rate;
        const { requests: number, per: period, ...range } = rate.value;
        if (period && period !== per) change({ per: period }, "requests");
        return { value: { number, ...range } };
      }}
      beside={
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
      }
    />
  );
});
