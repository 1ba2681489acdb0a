"use client";

import { useId, useState, type ClipboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/fields/field-frame";
import { FileButton } from "@/components/ui/fields/file-button";
import { BesideHead, besideLook } from "@/components/ui/page/pane-page";
import { exampleLog } from "./example";
import { ReadingLine } from "./line";
import type { UsageImport } from "./use-import";

/** A pasted text above this is read without ever standing in the field, where it would slow the page. */
const MOST_SHOWN = 5000;
const PASTED = "the pasted text";

/** Where a log comes in: dropped, chosen, pasted, or made up. */
export function OpenLog({ log, over }: { log: UsageImport; over: boolean }) {
  const id = useId();
  const [text, setText] = useState("");
  const { open, reading, read, error, forget } = log;

  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    const [file] = event.clipboardData.files;
    if (!file && pasted.length <= MOST_SHOWN) return;
    event.preventDefault();
    setText("");
    open(file ?? new Blob([pasted]), file?.name ?? PASTED);
  };
  return (
    <div className={besideLook()}>
      <BesideHead>
        <h2>Your usage</h2>
      </BesideHead>
      <p className="mb-4 only-without-scripts">
        Logs are read by JavaScript in this browser; without it, enter workloads on the <a href="/">planner</a> by hand.
      </p>
      <div className="col-start-1 only-with-scripts">
        <div
          className={`grid justify-items-center gap-3 rounded-card border border-dashed px-4 py-7 text-center ${over ? "border-accent bg-accent-soft" : "border-edge bg-field"}`}
        >
          <p className="font-[600]">{over ? "Let go to read it" : "Drop a log here"}</p>
          <p className="text-small text-ink-2">JSONL, JSON, CSV or TSV, also gzipped; of any size</p>
          <FileButton label="Choose a log" onFile={(file) => open(file, file.name)} />
        </div>
        {reading && <ReadingLine reading={reading} onStop={log.stop} />}
        {error && (
          <FieldError className="mt-3" role="alert">
            {error}
          </FieldError>
        )}
        <p className="mt-3 text-small text-ink-2">
          Read in this browser, never sent: the page’s own policy lets it reach no other address, and links hold means,
          not rows.
        </p>
      </div>
      <form
        className="col-start-2 only-with-scripts max-tablet:mt-5 wide:mt-5"
        onSubmit={(event) => {
          event.preventDefault();
          open(new Blob([text]), PASTED);
        }}
      >
        <label className="text-12 text-ink-2" htmlFor={id}>
          Or paste rows with their header, or a usage object
        </label>
        <textarea
          id={id}
          className="mt-1 block h-24 w-full rounded-field border border-line-2 border-b-edge bg-field p-2 font-mono text-16 tablet:text-13"
          value={text}
          placeholder={"time,model,input,output\n2026-09-01T08:00:00Z,o3-mini,1200,340"}
          spellCheck={false}
          autoComplete="off"
          onPaste={paste}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="mt-2 flex flex-wrap gap-2">
          <Button type="submit" small disabled={text.trim() === ""}>
            Read the text
          </Button>
          <Button
            small
            onClick={() => {
              const { blob, name } = exampleLog();
              open(blob, name);
            }}
          >
            Open an example
          </Button>
          {read && (
            <Button small onClick={forget}>
              Forget it
            </Button>
          )}
        </div>
        {read && (
          <p className="mt-2 text-small text-ink-2">
            What was read is kept in this tab’s browser until it is forgotten, so that a reload loses nothing.
          </p>
        )}
      </form>
    </div>
  );
}
