"use client";

import { useEffect, useLayoutEffect, useRef, useState, type ComponentType, type RefObject } from "react";
import { flushSync } from "react-dom";
import type { Report } from "@/lib/export";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import type * as Shared from "./parts";

/** What a page gives to be printed and exported; fetched once the page is there. */
export interface Printable<Of> {
  /** The page as a report; `link` is its whole address. `null`: there is nothing yet. */
  readonly toReport: (of: Of, link: string) => Report | null;
  /** The charts of the report. */
  readonly Charts: ComponentType<{ readonly of: Of }>;
  /** The key of the block behind which the charts stand. */
  readonly chartsAfter: string;
}

interface OutletProps<Of> {
  readonly root: RefObject<HTMLElement | null>;
  /** Never changes. */
  readonly load: () => Promise<{ readonly default: Printable<Of> }>;
  readonly of: Of;
  /** Where the page opens again, from the root of the site. */
  readonly link: string;
}

type Parts<Of> = typeof Shared & Printable<Of>;

const isPrintKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "p";

/**
 * Prints the page as a report and exports it. Its parts are fetched with the page, which comes late; whoever asks
 * before they are there waits for them.
 */
export function Outlet<Of>({ root, load, ...now }: OutletProps<Of>) {
  const [parts, setParts] = useState<Parts<Of> | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [printed, setPrinted] = useState<typeof now | null>(null);
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  useEffect(() => {
    let isGone = false;
    let there: Parts<Of> | null = null;
    let coming: Promise<void> | null = null;
    const fetchParts = () =>
      (coming ??= Promise.all([import("./parts"), load()]).then(
        ([shared, own]) => {
          there = { ...shared, ...own.default };
          if (!isGone) setParts(there);
        },
        (fault: unknown) => {
          coming = null;
          throw fault;
        },
      ));
    const ask = () => fetchPart("the report", fetchParts);
    const media = matchMedia("print");
    const show = () => setPrinted(latest.current);
    const draw = () => {
      // What is printed is what stands in the page when this returns.
      if (there)
        flushSync(() => {
          setParts(there);
          show();
        });
      else
        void ask().then(() => {
          if (media.matches) show();
        });
    };
    const onMedia = ({ matches }: MediaQueryListEvent) => {
      if (matches) draw();
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isPrintKey(event)) return;
      event.preventDefault();
      // At once where it can be: some browsers print only what a press asks for.
      if (there) print();
      else void ask().then(() => print());
    };
    const onClick = ({ target }: MouseEvent) => {
      if (!(target as Element).closest("[data-export]")) return;
      void ask().then(() => setOpen(there !== null));
    };
    const page = root.current;
    void fetchParts().catch(() => undefined);
    addEventListener("beforeprint", draw);
    addEventListener("keydown", onKey);
    media.addEventListener("change", onMedia);
    page?.addEventListener("click", onClick);
    return () => {
      isGone = true;
      removeEventListener("beforeprint", draw);
      removeEventListener("keydown", onKey);
      media.removeEventListener("change", onMedia);
      page?.removeEventListener("click", onClick);
    };
  }, [root, load]);
  if (!parts) return null;
  const { ExportSheet, Paper, toReport, Charts, chartsAfter } = parts;
  const reportOf = ({ of, link }: typeof now) => toReport(of, location.origin + link);
  return (
    <>
      {isOpen && <ExportSheet report={reportOf(now)} onClose={() => setOpen(false)} />}
      {printed && (
        <Paper report={reportOf(printed)} chartsAfter={chartsAfter}>
          <Charts of={printed.of} />
        </Paper>
      )}
    </>
  );
}
