"use client";

import { useEffect, useRef, useState, type ClipboardEvent, type DragEvent } from "react";
import type { TraceRequests } from "@/lib/usage";
import { keptUsage, REPLAY } from "@/components/scenario-page/kept-usage";
import type { TrafficRunner } from "@/components/traffic/simulation/runner";

/** A pasted text of more characters is read without ever standing in the field, where it would slow the page. */
const MOST_SHOWN = 5000;

/**
 * What the field of the trace holds, and what typing, pasting, dropping and choosing a file do. The latest source
 * wins; `onTrace` gets its requests, `error` the sentence that says why they could not be read.
 */
export function useTrace(runner: TrafficRunner, onTrace: (trace: TraceRequests | null) => void) {
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
  const open = (file: File) => void read(file, file.name);
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    open(file);
  };
  const clear = () => {
    latest.current++;
    setText("");
    setError(null);
    onTrace(null);
  };
  return { place, text, name, error, type, paste, drop, open, clear };
}
