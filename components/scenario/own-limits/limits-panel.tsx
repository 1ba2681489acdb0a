"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import { parseLimits } from "@/lib/refusal";
import type { Scenario } from "@/lib/scenario";
import { FieldError } from "@/components/ui/fields/field-frame";
import { PasteArea } from "@/components/ui/fields/paste-area";
import { PastedLimits } from "./pasted-limits";

const SOUGHT =
  "No limits in this. Looked for a table with a model and TPM, RPM, RPD or a batch queue, lines such as “gpt-5 500,000 TPM 500 RPM”, x-ratelimit-limit headers, or rate-limit objects with max_tokens_per_1_minute.";

/** A field to paste limits in, and what they would change. Nothing pasted leaves the page. */
export default function LimitsPanel({ scenario }: { scenario: Scenario }) {
  const id = useId();
  const [text, setText] = useState("");
  const deferred = useDeferredValue(text);
  const read = useMemo(() => (deferred.trim() === "" ? null : parseLimits(deferred)), [deferred]);
  const isEmpty = read !== null && read.limits.length + read.faults.length + read.others.length === 0;
  return (
    <div className="mt-2">
      <label className="font-semibold" htmlFor={id}>
        Limits of your account
      </label>
      <p className="text-small text-ink-2" id={`${id}h`}>
        The table of your limits page, a line for each model, response headers, or the admin API’s rate limits. They are
        shown before any is used, and go nowhere.
      </p>
      <PasteArea
        id={id}
        className="mt-1 h-24"
        bad={isEmpty}
        value={text}
        placeholder={"gpt-5.6-sol  500,000 TPM  500 RPM\no1-mini  4,000,000 TPM  5,000 RPM"}
        aria-invalid={isEmpty || undefined}
        aria-describedby={isEmpty ? `${id}h ${id}e` : `${id}h`}
        onChange={({ target }) => setText(target.value)}
      />
      <div id={`${id}e`} className="mt-1">
        {isEmpty && <FieldError>{SOUGHT}</FieldError>}
        {read && !isEmpty && <PastedLimits read={read} scenario={scenario} />}
      </div>
    </div>
  );
}
