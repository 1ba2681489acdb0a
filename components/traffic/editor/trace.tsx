"use client";

import { useId } from "react";
import type { TraceRequests } from "@/lib/usage";
import { formatNumber } from "@/lib/view/text";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";
import { Button } from "@/components/ui/button";
import { Summary } from "@/components/ui/disclosure";
import { FieldError } from "@/components/ui/fields/field-frame";
import { FileButton } from "@/components/ui/fields/file-button";
import { PasteArea } from "@/components/ui/fields/paste-area";
import { useTrace } from "./use-trace";

interface TraceReaderProps {
  readonly runner: TrafficRunner;
  readonly trace: TraceRequests | null;
  readonly onTrace: (trace: TraceRequests | null) => void;
}

/** Real requests in place of generated ones. They are read in this browser, never sent, and never in the link. */
export function TraceReader({ runner, trace, onTrace }: TraceReaderProps) {
  const id = useId();
  const { place, text, name, error, type, paste, drop, open, clear } = useTrace(runner, onTrace);
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
        <label className="text-12 text-ink-2" htmlFor={id}>
          CSV with a header, or JSON like the API’s <code>requests</code>
        </label>
        <PasteArea
          id={id}
          className="mt-1 h-24"
          bad={error !== null}
          value={text}
          placeholder={"TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46.680,374,44"}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}h ${id}e` : `${id}h`}
          onPaste={paste}
          onChange={({ target }) => type(target.value)}
        />
        {error && (
          <FieldError className="mt-1" id={`${id}e`}>
            {error}
          </FieldError>
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
            onFile={open}
          />
          {trace && (
            <Button small onClick={clear}>
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
