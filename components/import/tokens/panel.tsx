"use client";

import { useEffect, useId, useMemo, useRef, useState } from "react";
import { CHECKED_ON, findModel } from "@/lib/catalogue";
import { encodeLink } from "@/lib/link";
import { encodingOf, sharedMessages } from "@/lib/tokens";
import { pickableModels, promptView } from "@/lib/view/import";
import { WorkerSlot } from "@/components/ui/hooks/worker-slot";
import { Button, LinkButton } from "@/components/ui/button";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { NeedsScripts } from "@/components/ui/page/needs-scripts";
import { Section } from "@/components/ui/section";
import type { CountedPrompt, PromptTask, PromptReply } from "./messages";

const promptSlot = () =>
  new WorkerSlot<PromptTask, PromptReply>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    () => true,
    (message) => ({ type: "failed", message }),
  );

const EXAMPLE =
  '[{"role": "system", "content": "You are a terse assistant."},\n {"role": "user", "content": "How many tokens is this?"}]';

/** A prompt, counted with the model’s own tokenizer in a worker, which loads it only then. */
export function PromptPanel({ fallback }: { fallback: string }) {
  const id = useId();
  const models = useMemo(() => pickableModels(CHECKED_ON), []);
  const [text, setText] = useState("");
  const [picked, pick] = useState<string | null>(null);
  const [counted, setCounted] = useState<CountedPrompt | null>(null);
  const [status, setStatus] = useState<string | null>(null);
  const [marked, mark] = useState<number | null>(null);
  const slot = useRef<WorkerSlot<PromptTask, PromptReply>>(null);
  useEffect(
    () => () => {
      slot.current?.close();
      slot.current = null;
    },
    [],
  );

  const named = counted?.prompt.model && findModel(counted.prompt.model)?.id;
  const model = picked ?? named ?? fallback;
  const count = (forModel: string | null) => {
    setStatus("Counting");
    slot.current ??= promptSlot();
    slot.current.order({ text, model: forModel }, (reply) => {
      setStatus(reply.type === "failed" ? `It could not be counted: ${reply.message}.` : null);
      if (reply.type === "counted") setCounted(reply);
    });
  };
  const choose = (chosen: string) => {
    pick(chosen);
    if (counted && encodingOf(chosen) !== counted.encoding) count(chosen);
  };
  const shared = counted ? Math.min(marked ?? sharedMessages(counted.count), counted.count.messages.length) : 0;
  const view = counted && promptView({ ...counted, model, shared });
  return (
    <Section
      id="prompt"
      eyebrow="Prompt to tokens"
      finding={view ? view.finding : "A prompt is counted with the model’s own tokenizer"}
    >
      <NeedsScripts>Counting tokens needs JavaScript: the tokenizer runs in this browser.</NeedsScripts>
      <form
        className="only-with-scripts"
        onSubmit={(event) => {
          event.preventDefault();
          mark(null);
          count(picked);
        }}
      >
        <label className="text-12 text-ink-2" htmlFor={id}>
          A prompt, messages as JSON, the body of a request, or a line of a Batch file
        </label>
        <textarea
          id={id}
          className="mt-1 block h-28 w-full rounded-field border border-line-2 border-b-edge bg-field p-2 font-mono text-16 tablet:text-13"
          value={text}
          placeholder={EXAMPLE}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <Button type="submit" small disabled={text.trim() === ""}>
            Count tokens
          </Button>
          <FieldFrame className="w-52 max-w-full">
            <select aria-label="Model to count for" value={model} onChange={({ target }) => choose(target.value)}>
              {[...new Set([model, ...models])].map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </FieldFrame>
          <span className="text-small text-ink-2" role="status">
            {status ??
              (view ? (
                <span className="sr-only">{view.finding}</span>
              ) : (
                "The tokenizer, about 1 MB, is loaded with the first count."
              ))}
          </span>
        </div>
      </form>
      {view && counted && (
        <>
          <dl className="mt-4 grid gap-x-12 tablet:grid-cols-2">
            {view.rows.map(({ label, text: figure, remark }) => (
              <div key={label} className="flex justify-between gap-4 border-t border-line py-1.5">
                <dt className="text-ink-2">{label}</dt>
                <dd className="text-right">
                  <b>{figure}</b>
                  <small className="block text-ink-2">{remark}</small>
                </dd>
              </div>
            ))}
          </dl>
          {view.notes.map((note) => (
            <p key={note} className="mt-2 text-small text-ink-2">
              {note}
            </p>
          ))}
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <LinkButton small href={encodeLink(view.scenario)}>
              Put it into a workload
            </LinkButton>
            {counted.count.messages.length > 1 && (
              <label className="flex flex-wrap items-center gap-2">
                <span className="text-ink-2">Shared with other requests</span>
                <FieldFrame className="w-52 max-w-full">
                  <select value={shared} onChange={({ target }) => mark(Number(target.value))}>
                    {[...Array(counted.count.messages.length + 1).keys()].slice(0, 200).map((messages) => (
                      <option key={messages} value={messages}>
                        {messages === 0
                          ? "nothing"
                          : messages === 1
                            ? "the first message"
                            : `the first ${messages} messages`}
                      </option>
                    ))}
                  </select>
                </FieldFrame>
              </label>
            )}
          </div>
        </>
      )}
    </Section>
  );
}
