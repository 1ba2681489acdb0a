import { useState } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { parseDeadline, parseHours, parseShare, parseTyped, toPercent, type Typed } from "@/lib/link";
import { fromNumber } from "@/lib/money";
import { DEFAULTS, type Backlog } from "@/lib/scenario";
import { formatNumber, formatSpan } from "@/lib/view/text";
import { DecimalInput } from "@/components/scenario/decimal-field";
import { useEdit } from "@/components/scenario/edit-context";
import { InputField, NumberInput } from "@/components/scenario/field";
import { wallClock } from "./wall-clock";

/** Requests enqueued at once as typed; what is assumed is the same as nothing. */
function readEnqueued(text: string): Typed<number | undefined> {
  const typed = parseTyped(text, "enqueuedRequests");
  return "value" in typed && typed.value === DEFAULTS.implied.enqueuedRequests ? { value: undefined } : typed;
}

/** By when it must be done, for how much, and what is taken of the limits. */
export function BacklogTerms({ plan: { scenario, backlog } }: { readonly plan: BacklogPlan }) {
  const edit = useEdit();
  const [isMoment, setIsMoment] = useState(false);
  const set = (field: keyof Backlog) => (value: unknown) =>
    edit({ do: "backlog", backlog, change: { [field]: value }, field });
  return (
    <>
      <InputField
        label="Deadline"
        name="b.deadlineHours"
        at={{ of: "backlog", field: "deadlineHours" }}
        value={backlog.deadlineHours}
        shown={formatNumber(backlog.deadlineHours)}
        read={(text) => {
          setIsMoment("error" in parseHours(text));
          return parseDeadline(text, wallClock());
        }}
        keyboard="text"
        onValue={set("deadlineHours")}
        describe={(hours) => `${formatNumber(hours)} h${isMoment ? " from now, by this device’s clock" : ""}`}
        unit="h"
        hint={
          <>
            {formatSpan(fromNumber(backlog.deadlineHours))}
            <span className="only-without-scripts">, or a day and hour, UTC</span>
          </>
        }
      />
      <DecimalInput
        label="Budget"
        name="b.budgetUsd"
        at={{ of: "backlog", field: "budgetUsd" }}
        value={backlog.budgetUsd}
        optional
        placeholder="none"
        unit="$"
        onValue={set("budgetUsd")}
        hint="in all"
      />
      <InputField
        label="Left to live traffic"
        name="b.liveShare"
        value={backlog.liveShare}
        shown={formatNumber(toPercent(backlog.liveShare))}
        read={parseShare}
        onValue={set("liveShare")}
        unit="%"
        hint="of the limits"
      />
      <NumberInput
        label="Batch turnaround"
        name="batchTurnaroundHours"
        field="batchTurnaroundHours"
        value={scenario.batchTurnaroundHours}
        unit="h"
        onValue={(value) =>
          edit({ do: "change", change: { batchTurnaroundHours: value }, field: "batchTurnaroundHours" })
        }
        hint="assumed"
      />
      <InputField<number | undefined>
        label="Enqueued at once"
        name="b.enqueuedRequests"
        value={backlog.enqueuedRequests}
        shown={formatNumber(backlog.enqueuedRequests ?? DEFAULTS.implied.enqueuedRequests)}
        read={readEnqueued}
        describe={(requests) => formatNumber(requests ?? DEFAULTS.implied.enqueuedRequests)}
        optional
        placeholder={formatNumber(DEFAULTS.implied.enqueuedRequests)}
        onValue={set("enqueuedRequests")}
        hint="requests, assumed"
      />
    </>
  );
}
