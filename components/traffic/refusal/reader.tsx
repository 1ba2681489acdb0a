"use client";

import { useDeferredValue, useId, useMemo, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import { parseLimits, readRefusal } from "@/lib/refusal";
import { pastedView } from "@/lib/view/pasted";
import { refusalView } from "@/lib/view/refusal";
import { StepList } from "@/components/figures/lists/step-list";
import { PastedLimits } from "@/components/scenario/own-limits/pasted-limits";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/fields/field-frame";
import { PasteArea } from "@/components/ui/fields/paste-area";
import { NeedsScripts } from "@/components/ui/page/needs-scripts";
import { Section } from "@/components/ui/section";
import { REFUSAL_EXAMPLES } from "./examples";
import { RefusalExplanation } from "./explanation";

/**
 * Reads a pasted 429 message or rate-limit headers and explains them for this scenario. Nothing pasted leaves the
 * page.
 */
export default function RefusalReader({ scenario }: { scenario: Scenario }) {
  const id = useId();
  const [text, setText] = useState("");
  const deferred = useDeferredValue(text);
  const read = useMemo(() => (deferred.trim() === "" ? null : readRefusal(deferred)), [deferred]);
  const view = useMemo(() => read && refusalView(read, scenario), [read, scenario]);
  const usage = useMemo(() => (read?.refusals.length ? pastedView(deferred) : null), [read, deferred]);
  // A page of limits, or of headers without a model, is no refusal to explain: its limits can be used all the same.
  const limits = useMemo(() => (deferred.trim() === "" ? null : parseLimits(deferred)), [deferred]);
  const isPage = read?.refusals.length === 0 && (limits?.limits.length ?? 0) > 0;
  const errors = isPage ? [] : (view?.errors ?? []);
  return (
    <Section
      id="refusal"
      eyebrow="429 reader"
      finding="What a 429 says: limit, used, requested, the wait, and what to change"
    >
      <NeedsScripts>Reading it needs JavaScript: it is read in this browser and goes nowhere.</NeedsScripts>
      <label className="font-semibold" htmlFor={id}>
        A message or headers
      </label>
      <p className="text-ink-2" id={`${id}h`}>
        The text of a 429, an error body, an exception, the <code className="whitespace-nowrap">x-ratelimit</code>{" "}
        headers, or your limits page. It is read here and goes nowhere.
      </p>
      <PasteArea
        id={id}
        className="mt-2 h-28"
        bad={errors.length > 0}
        value={text}
        placeholder="Rate limit reached for o1-mini … on tokens per min (TPM): Limit 200000, Used 162960, Requested 42288. Please try again in 1.574s."
        aria-invalid={errors.length ? true : undefined}
        aria-describedby={errors.length ? `${id}h ${id}e` : `${id}h`}
        onChange={({ target }) => setText(target.value)}
      />
      {errors.length > 0 && (
        <div id={`${id}e`} className="mt-1">
          {errors.map((error) => (
            <FieldError key={error}>{error}</FieldError>
          ))}
        </div>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <span className="text-small text-ink-2">Examples</span>
        {REFUSAL_EXAMPLES.map(({ name, text: example }) => (
          <Button small key={name} onClick={() => setText(example)}>
            {name}
          </Button>
        ))}
      </div>
      <p className="sr-only" role="status">
        {view?.refusals.map(({ finding }) => finding).join(". ")}
      </p>
      {view?.refusals.map((refusal, index) => (
        <RefusalExplanation key={index} refusal={refusal} />
      ))}
      {usage && usage.rows.length > 0 && (
        <div className="mt-4 max-w-[64ch]">
          <h3 className="mb-1 text-16 font-semibold">The usage that stands in the same text</h3>
          <StepList label="Usage" steps={usage.rows.map(({ label, read }) => ({ label, value: read }))} />
          {usage.disagreement && <p className="mt-1 text-over">{usage.disagreement}</p>}
        </div>
      )}
      {view?.more && <p className="text-small text-ink-2">{view.more}</p>}
      {limits && limits.limits.length > 0 && (isPage || limits.limits.length > 1) && (
        <div className="mt-4 max-w-[64ch]">
          <h3 className="text-16 font-semibold">The limits in it, to use as your own</h3>
          <PastedLimits read={limits} scenario={scenario} />
        </div>
      )}
    </Section>
  );
}
