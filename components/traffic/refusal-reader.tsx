"use client";

import { useDeferredValue, useId, useMemo, useState, type ReactNode } from "react";
import type { Scenario } from "@/lib/scenario";
import { readRefusal } from "@/lib/refusal";
import { refusalView, type RefusalView } from "@/lib/view/refusal";
import { ChangeList } from "@/components/figures/lists/change-list";
import { TryLink } from "@/components/figures/try-link";
import { Button } from "@/components/ui/button";
import { NeverMark, NoMark, YesMark } from "@/components/ui/marks";
import { Section } from "@/components/ui/section";

const EXAMPLES = [
  {
    name: "A 429 message",
    text: "Error code: 429 - {'error': {'message': 'Rate limit reached for o1-mini in organization org-… on tokens per min (TPM): Limit 200000, Used 162960, Requested 42288. Please try again in 1.574s.', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}",
  },
  {
    name: "A request too large",
    text: '{"error": {"message": "Request too large for o1 in organization org-… on tokens per min (TPM): Limit 30000, Requested 67036. The input or output tokens must be reduced in order to run successfully.", "type": "tokens", "param": null, "code": "rate_limit_exceeded"}}',
  },
  {
    name: "Response headers",
    text: "x-ratelimit-limit-requests: 500\nx-ratelimit-limit-tokens: 200000\nx-ratelimit-remaining-requests: 499\nx-ratelimit-remaining-tokens: 157712\nx-ratelimit-reset-requests: 120ms\nx-ratelimit-reset-tokens: 12.686s",
  },
] as const;

/** Reads a pasted 429 message or rate-limit headers and explains them for this scenario. Nothing pasted leaves the page. */
export default function RefusalReader({ scenario }: { scenario: Scenario }) {
  const id = useId();
  const [text, setText] = useState("");
  const late = useDeferredValue(text);
  const read = useMemo(() => (late.trim() === "" ? null : readRefusal(late)), [late]);
  const view = useMemo(() => read && refusalView(read, scenario), [read, scenario]);
  const errors = view?.errors ?? [];
  return (
    <Section
      id="refusal"
      eyebrow="429 reader"
      finding="What a 429 says: limit, used, requested, the wait, and what to change"
    >
      <label className="font-semibold" htmlFor={id}>
        A message or headers
      </label>
      <p className="text-ink-2" id={`${id}h`}>
        The text of a 429, an error body, an exception or the <code className="whitespace-nowrap">x-ratelimit</code>{" "}
        headers. It is read here and goes nowhere.
      </p>
      <textarea
        id={id}
        className={`mt-2 block h-28 w-full rounded-field border bg-field p-2 font-mono text-16 tablet:text-13 ${errors.length ? "border-over-fill" : "border-line-2"}`}
        value={text}
        placeholder="Rate limit reached for o1-mini … on tokens per min (TPM): Limit 200000, Used 162960, Requested 42288. Please try again in 1.574s."
        spellCheck={false}
        autoComplete="off"
        aria-invalid={errors.length ? true : undefined}
        aria-describedby={errors.length ? `${id}h ${id}e` : `${id}h`}
        onChange={({ target }) => setText(target.value)}
      />
      {errors.length > 0 && (
        <div id={`${id}e`} className="mt-1">
          {errors.map((error) => (
            <p className="err" key={error}>
              <NoMark size={12} />
              <span>{error}</span>
            </p>
          ))}
        </div>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <span className="text-small text-ink-2">Examples</span>
        {EXAMPLES.map(({ name, text: example }) => (
          <Button small key={name} onClick={() => setText(example)}>
            {name}
          </Button>
        ))}
      </div>
      <p className="sr-only" role="status">
        {view?.refusals.map(({ finding }) => finding).join(". ")}
      </p>
      {view?.refusals.map((refusal, index) => (
        <Explained key={index} refusal={refusal} />
      ))}
      {view?.more && <p className="text-small text-ink-2">{view.more}</p>}
    </Section>
  );
}

const MARKS: Readonly<Record<RefusalView["tone"], () => ReactNode>> = {
  over: () => <NoMark size={15} className="text-over" />,
  never: () => <NeverMark size={15} className="text-over" />,
  ok: () => <YesMark size={15} className="text-ok" />,
  unknown: () => null,
};

/** One refusal: what it says and what to change, beside its numbers and their working. */
function Explained({ refusal: { tone, finding, figures, remarks, checks, changes, rule } }: { refusal: RefusalView }) {
  return (
    <article className="rule-block mt-4">
      <div>
        <h3 className="text-16 font-semibold">
          {MARKS[tone]()} {finding}
        </h3>
        {remarks.map((remark) => (
          <p className="mt-1 max-w-[64ch] text-ink-2" key={remark}>
            {remark}
          </p>
        ))}
        <p className="mt-1 text-small">
          <a href={`/method#${rule}`}>The rule, with its source</a>
        </p>
        {checks.map(({ agrees, text, tries }) => (
          <div className="mt-2" key={text}>
            <p className="max-w-[64ch]">
              {agrees ? <YesMark size={13} className="text-ok" /> : null} {text}
            </p>
            {tries.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-2">
                {tries.map(({ label, scenario }) => (
                  <TryLink key={label} scenario={scenario} label={`${label}: ${text}`}>
                    {label}
                  </TryLink>
                ))}
              </p>
            )}
          </div>
        ))}
        {changes.length > 0 && (
          <>
            <h4 className="mt-4 mb-1 font-semibold">What to change, in order of effect</h4>
            <ChangeList
              ordered
              changes={changes.map(({ text, detail, label, scenario }, index) => ({
                mark: <span className="text-ink-3">{index + 1}</span>,
                text,
                detail,
                action: scenario && (
                  <TryLink scenario={scenario} label={`${label}: ${text}`}>
                    {label}
                  </TryLink>
                ),
              }))}
            />
          </>
        )}
      </div>
      <div>
        <dl className="steps" aria-label="The numbers">
          {figures.map(({ what, of, is }) => (
            <div key={what}>
              <dt className={of ? undefined : "col-start-1 col-end-2"}>{what}</dt>
              {of && <dd className="e">{of}</dd>}
              <dd className="v">{of ? `= ${is}` : is}</dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  );
}
