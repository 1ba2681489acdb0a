"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import type { Readings, TableColumns } from "@/lib/usage";
import { nothingRead } from "@/lib/view/import";
import { WorkerSlot } from "@/components/ui/hooks/worker-slot";
import { forgetUsage, keepUsage, reopenUsage, type KeptUsage } from "@/components/scenario-page/kept-usage";
import type { ColumnUses, ImportTask, ImportReply } from "./messages";

const usageSlot = (): WorkerSlot<ImportTask, ImportReply> =>
  new WorkerSlot<ImportTask, ImportReply>(
    () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    ({ type }) => type !== "progress",
    (message) => ({ type: "failed", message }),
  );

/** How far a log is read: `of` bytes in all. */
export interface ReadProgress {
  readonly name: string;
  readonly bytes: number;
  readonly of: number;
  readonly rows: number;
}

interface LogSource {
  readonly blob: Blob;
  readonly name: string;
  /** What a person said of it: what its columns are, how its dates and numbers are written. */
  readonly said: Said;
}

interface Said {
  readonly columns?: ColumnUses;
  readonly readings?: Readings;
}

interface State {
  readonly reading: ReadProgress | null;
  /** The last log read; it stays while the next one is, and where of that nothing can be read. */
  readonly read: KeptUsage | null;
  /** Where it was read from; `null` after a reload. */
  readonly from: LogSource | null;
  /** The file after it of which nothing was read: its columns may be chosen. */
  readonly unread: (KeptUsage & { readonly from: LogSource }) | null;
  readonly error: string | null;
}

const NOTHING: State = { reading: null, read: null, from: null, unread: null, error: null };

/**
 * The log of the page: reading it in a worker, stopping that, reading it again with other columns, forgetting
 * it.
 */
export interface UsageImport extends Omit<State, "from"> {
  /** Of the file of which nothing was read, else of the log read. */
  readonly columns: TableColumns | null;
  readonly open: (source: Blob, name: string, said?: Said) => void;
  readonly stop: () => void;
  readonly forget: () => void;
  /** Reads the log of these columns again; `null` after a reload, when only what was read is there. */
  readonly readAgain: ((said: Said) => void) | null;
  /** How the dates and numbers of the log were said to be written. */
  readonly readings: Readings;
}

export function useImport(): UsageImport {
  const [state, setState] = useState<State>(NOTHING);
  const slot = useRef<WorkerSlot<ImportTask, ImportReply>>(null);

  useEffect(() => {
    let gone = false;
    void reopenUsage().then((kept) => {
      if (kept && !gone) setState((now) => (now.reading || now.read ? now : { ...now, read: kept }));
    });
    return () => {
      gone = true;
      slot.current?.close();
      slot.current = null;
    };
  }, []);

  const open = useCallback((blob: Blob, name: string, said: Said = {}) => {
    setState((now) => ({ ...now, reading: { name, bytes: 0, of: blob.size, rows: 0 }, error: null }));
    slot.current ??= usageSlot();
    slot.current.order({ source: blob, columns: said.columns ?? null, readings: said.readings ?? {} }, (reply) => {
      switch (reply.type) {
        case "progress":
          return setState((now) => ({
            ...now,
            reading: { name, bytes: reply.bytes, of: blob.size, rows: reply.rows },
          }));
        case "done": {
          const [read, from] = [
            { name, report: reply.report, made: reply.made },
            { blob, name, said },
          ];
          const nothing = nothingRead(reply.report);
          if (nothing)
            return setState((now) => ({
              ...now,
              reading: null,
              unread: { ...read, from },
              error: `Nothing was read from ${name}. ${nothing}`,
            }));
          void keepUsage(read);
          // All of a page of results: what the person does meanwhile comes first.
          return startTransition(() => setState({ ...NOTHING, read, from }));
        }
        case "failed":
          return setState((now) => ({ ...now, reading: null, error: `${name} could not be read: ${reply.message}.` }));
      }
    });
  }, []);

  const stop = useCallback(() => {
    slot.current?.stop();
    setState((now) => ({ ...now, reading: null, error: null }));
  }, []);
  const forget = useCallback(() => {
    slot.current?.stop();
    void forgetUsage();
    setState(NOTHING);
  }, []);
  const { from: readFrom, ...shown } = state;
  const { read, unread } = shown;
  // What cannot be read and has no columns leaves those of the log on the page to be corrected.
  const [columns, from] = unread?.report.columns
    ? [unread.report.columns, unread.from]
    : [read?.report.columns ?? null, readFrom];
  const readAgain = useCallback(
    (said: Said) => from && open(from.blob, from.name, { ...from.said, ...said }),
    [open, from],
  );
  const readings = from?.said.readings ?? {};
  return { ...shown, columns, open, stop, forget, readAgain: from ? readAgain : null, readings };
}
