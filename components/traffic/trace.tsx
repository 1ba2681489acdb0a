"use client";

import { useEffect, useId, useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import type { TraceRequests } from "@/lib/usage";
import { formatNumber } from "@/lib/view/text";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/fields/file-button";
import { Summary } from "@/components/ui/disclosure";
import { NoMark } from "@/components/ui/marks";
import { keptUsage, REPLAY } from "@/components/scenario-page/kept-usage";
import type { TrafficRunner } from "./runner";

/** A pasted text above this is read without ever standing in the field, where it would slow the page. */
const MOST_SHOWN = 5000;

interface Props {
  readonly runner: TrafficRunner;
  readonly trace: TraceRequests | null;
  readonly onTrace: (trace: TraceRequests | null) => void;
}

/** Real requests in place of generated ones. They are read in this browser, never sent, and never in the link. */
export function TraceReader({ runner, trace, onTrace }: Props) {
  const id = useId();
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  const [error, setError] = useState<string | null>(null);
  const latest = useRef(0);
  const place = useRef<HTMLDetailsElement>(null);

  // From the import page a trace comes by this browser’s own store.
  useEffect(() => {
    if (location.hash !== REPLAY) return;
    const turn = ++latest.current;
    void keptUsage().then((kept) => {
      if (turn !== latest.current) return;
      if (!kept?.report.trace) {
        place.current!.open = true;
        return setError("The imported log is no longer kept in this browser; import it again to replay it.");
      }
      setName(kept.name);
      onTrace(kept.report.trace);
    });
  }, [onTrace]);

  async function read(source: string | File, from: string) {
    const turn = ++latest.current;
    setError(null);
    try {
      const requests = await runner.readTrace(source);
      if (turn !== latest.current) return;
      setName(from);
      onTrace(requests);
    } catch (fault) {
      if (turn === latest.current) setError((fault as Error).message);
    }
  }

  const type = (typed: string) => {
    setText(typed);
    if (typed.trim() === "") setError(null);
    else void read(typed, "the pasted text");
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (pasted.length <= MOST_SHOWN) return;
    event.preventDefault();
    setText("");
    void read(pasted, "the pasted text");
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void read(file, file.name);
  };
  return (
    <details
      ref={place}
      className="mb-4 only-with-scripts"
      onDrop={drop}
      onDragOver={(event) => event.preventDefault()}
    >
      <Summary className="grid grid-cols-[14px_1fr] gap-x-2 pt-3 text-13">
        <b>Real requests</b>
        <span className="col-start-2 text-small text-ink-2">
          {trace
            ? `${formatNumber(trace.atMs.length)} of ${name}`
            : "Paste or drop a trace in place of generated traffic"}
        </span>
      </Summary>
      <div className="mt-3">
        <label className="lab" htmlFor={id}>
          CSV with a header, or JSON like the API’s <code>requests</code>
        </label>
        <textarea
          id={id}
          className={`mt-1 block h-24 w-full rounded-field border bg-field p-2 font-mono text-16 tablet:text-13 ${error ? "border-over-fill" : "border-line-2"}`}
          value={text}
          placeholder={"TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46.680,374,44"}
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}h ${id}e` : `${id}h`}
          onPaste={paste}
          onChange={({ target }) => type(target.value)}
        />
        {error && (
          <p className="err mt-1" id={`${id}e`}>
            <NoMark size={12} />
            <span>{error}</span>
          </p>
        )}
        <p className="mt-1 text-small text-ink-2" id={`${id}h`}>
          Read in this browser; it goes nowhere, and is not in the link. At most 100,000 rows, charged as the first
          standard workload.
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <FileButton
            small
            label="Choose a file of requests"
            accept=".csv,.tsv,.txt,.json,text/csv,application/json"
            onFile={(file) => void read(file, file.name)}
          />
          {trace && (
            <Button
              small
              onClick={() => {
                latest.current++;
                setText("");
                setError(null);
                onTrace(null);
              }}
            >
              Back to generated traffic
            </Button>
          )}
        </div>
        <p className="sr-only" role="status">
          {trace && !error ? `${formatNumber(trace.atMs.length)} requests of ${name} are run.` : ""}
        </p>
      </div>
    </details>
  );
}
