"use client";

import { useId, useMemo, useRef, useState } from "react";
import { pastedView } from "@/lib/view/pasted";
import { RemarksList } from "@/components/figures/lists/notes-list";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/page/sheet";
import { Table } from "@/components/ui/table";
import { useEdit } from "@/components/scenario/edit-context";

/** A pasted text that is to fill the workload at `index`. */
export interface PastedText {
  readonly index: number;
  readonly text: string;
}

/**
 * Shows, field by field, what was read of a pasted usage object or sentence, and puts it into one workload when it is
 * told to. Nothing pasted leaves the page.
 */
export default function UsageDialog({ index, text: given, onClose }: PastedText & { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const edit = useEdit();
  const id = useId();
  const [text, setText] = useState(given);
  const { status, isFault, rows, remarks, disagreement, change, action } = useMemo(() => pastedView(text), [text]);
  return (
    <Sheet ref={dialog} aria-labelledby={`${id}t`} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          if (change) edit({ do: "workload", index, change });
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
          className="mt-3 block h-32 w-full rounded-field border border-line-2 bg-field p-2 font-mono text-13"
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <p
          className={isFault ? "mt-2 text-small text-over" : rows.length > 0 ? "sr-only" : "mt-2 text-ink-2"}
          role="status"
        >
          {status}
        </p>
        {rows.length > 0 && (
          <Table className="mt-3" caption="What was read">
            <thead>
              <tr>
                <th scope="col">Tokens</th>
                <th scope="col" className="text-right">
                  In the text
                </th>
                <th scope="col" className="text-right">
                  Into the workload
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ label, read, used }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td className="text-right">{read}</td>
                  <td className="text-right">
                    <b>{used}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {disagreement && <p className="mt-2 text-over">{disagreement}</p>}
        {remarks.length > 0 && <RemarksList remarks={remarks} />}
        <div className="mt-3 flex justify-end gap-2">
          <Button onClick={() => dialog.current!.close()}>Cancel</Button>
          <Button type="submit" go={!disagreement} disabled={!change}>
            {action}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
