"use client";

import { useId, useRef, useState } from "react";
import { parseUsage, type Usage } from "@/lib/usage";
import { formatNumber } from "@/lib/view/text";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/page/sheet";
import { useEdit } from "@/components/scenario/edit-context";

const NAMES: Readonly<Record<keyof Usage, string>> = {
  inputTokens: "input",
  cachedInputTokens: "of which cached",
  visibleOutputTokens: "visible output",
  reasoningTokens: "reasoning",
};

const NOTHING =
  "No token counts in this; give prompt_tokens and completion_tokens, or numbers with “input” and “output”.";

/** What was read of the text: the counts, or why there are none. */
function spoken(text: string, usage: Usage | null): string {
  if (!usage) return text.trim() ? NOTHING : "Nothing pasted yet.";
  return (Object.keys(NAMES) as (keyof Usage)[])
    .filter((key) => usage[key] !== undefined)
    .map((key) => `${formatNumber(usage[key]!)} ${NAMES[key]}`)
    .join(", ");
}

/** Reads a pasted usage object or sentence into one workload. Nothing pasted leaves the page. */
export default function UsageDialog({ index, onClose }: { index: number; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const edit = useEdit();
  const id = useId();
  const [text, setText] = useState("");
  const usage = text.trim() === "" ? null : parseUsage(text);
  return (
    <Sheet ref={dialog} aria-labelledby={`${id}t`} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          if (usage) edit({ do: "workload", index, change: usage });
        }}
      >
        <h2 id={`${id}t`} className="text-16 font-[600]">
          Paste the usage of a request
        </h2>
        <label className="mt-1 block text-ink-2" htmlFor={id}>
          A <code>usage</code> object of a response, the whole response, or words such as “1,234 input, 567 output”. It
          is read here and goes nowhere.
        </label>
        <textarea
          id={id}
          className="mt-3 block h-40 w-full rounded-field border border-line-2 bg-field p-2 font-mono text-13"
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={text.trim() && !usage ? "mt-2 text-small text-over" : "mt-2 text-ink-2"} role="status">
          {spoken(text, usage)}
        </p>
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={() => dialog.current!.close()}>Cancel</Button>
          <Button type="submit" go disabled={!usage}>
            Use these counts
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
