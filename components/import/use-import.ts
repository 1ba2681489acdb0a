"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { Bench } from "@/components/ui/bench";
import { forgetUsage, keepUsage, reopenUsage, type KeptUsage } from "./kept-usage";
import type { ColumnUses, Order, Report } from "./steps";

const usageBench = (): Bench<Order, Report> =>
  new Bench<Order, Report>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    ({ is }) => is !== "progress",
    (message) => ({ is: "failed", message }),
  );

/** How far a log is read: `of` bytes in all. */
export interface Reading {
  readonly name: string;
  readonly bytes: number;
  readonly of: number;
  readonly rows: number;
}

interface State {
  readonly reading: Reading | null;
  /** The last log read; it stays while the next one is. */
  readonly read: KeptUsage | null;
  readonly error: string | null;
}

/** The log of the page: reading it in a worker, stopping that, reading it again with other columns, forgetting it. */
export interface UsageImport extends State {
  readonly read: KeptUsage | null;
  readonly open: (source: Blob, name: string, columns?: ColumnUses) => void;
  readonly stop: () => void;
  readonly forget: () => void;
  /** Reads the same log again; `null` after a reload, when only what was read is there. */
  readonly readAgain: ((columns: ColumnUses) => void) | null;
}

export function useImport(): UsageImport {
  const [state, setState] = useState<State>({ reading: null, read: null, error: null });
  const [source, setSource] = useState<{ readonly blob: Blob; readonly name: string } | null>(null);
  const bench = useRef<Bench<Order, Report>>(null);

  useEffect(() => {
    let gone = false;
    void reopenUsage().then((kept) => {
      if (kept && !gone) setState((now) => (now.reading || now.read ? now : { ...now, read: kept }));
    });
    return () => {
      gone = true;
      bench.current?.close();
      bench.current = null;
    };
  }, []);

  const open = useCallback((blob: Blob, name: string, columns: ColumnUses | null = null) => {
    setSource({ blob, name });
    setState(({ read }) => ({ read, reading: { name, bytes: 0, of: blob.size, rows: 0 }, error: null }));
    bench.current ??= usageBench();
    bench.current.order({ source: blob, columns }, (said) => {
      switch (said.is) {
        case "progress":
          return setState((now) => ({ ...now, reading: { name, bytes: said.bytes, of: blob.size, rows: said.rows } }));
        case "done": {
          const read = { name, report: said.report, made: said.made };
          void keepUsage(read);
          // All of a page of results: what the person does meanwhile comes first.
          return startTransition(() => setState({ reading: null, read, error: null }));
        }
        case "failed":
          return setState(({ read }) => ({ reading: null, read, error: `${name} could not be read: ${said.message}.` }));
      }
    });
  }, []);

  const stop = useCallback(() => {
    bench.current?.stop();
    setState(({ read }) => ({ reading: null, read, error: null }));
  }, []);
  const forget = useCallback(() => {
    bench.current?.stop();
    void forgetUsage();
    setSource(null);
    setState({ reading: null, read: null, error: null });
  }, []);
  const readAgain = useCallback((columns: ColumnUses) => source && open(source.blob, source.name, columns), [open, source]);
  return { ...state, open, stop, forget, readAgain: source ? readAgain : null };
}
