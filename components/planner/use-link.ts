"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { isOwn, keepRecent, readKept } from "@/components/scenario/kept";

const FOLLOW_MS = 300;
const FEEDBACK_MS = 2000;

/** The address bar follows the edits; work is kept in this browser as it goes, each opened link as work of its own. */
export function useLink(link: string, fromLink: boolean) {
  const [copied, setCopied] = useState<string | null>(null);
  const [shared, setShared] = useState(false);
  const [mine, setMine] = useState<string | null>(null);
  const kept = useRef<string | null>(null);
  // What the page was opened with, until the first edit: from then on the address follows, back to this too.
  const untouched = useRef<string | null>(link);
  const feedback = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const own = isOwn(link);
    if (own) kept.current = link;
    // What this browser keeps is known only after the first paint; the banner that says so may come a little later still.
    startTransition(() => {
      setShared(fromLink && !own);
      setMine(own ? null : (readKept().recent[0] ?? null));
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what the page was opened with decides whose it is
  }, []);

  useEffect(() => {
    if (untouched.current === link) return;
    untouched.current = null;
    const timer = setTimeout(() => {
      history.replaceState(history.state, "", link);
      keepRecent(link, kept.current);
      kept.current = link;
    }, FOLLOW_MS);
    return () => clearTimeout(timer);
  }, [link]);

  const copy = useCallback(() => {
    const url = new URL(link, location.href).href;
    const done = (said: string) => {
      setCopied(said);
      clearTimeout(feedback.current);
      feedback.current = setTimeout(() => setCopied(null), FEEDBACK_MS);
    };
    history.replaceState(history.state, "", link);
    navigator.clipboard.writeText(url).then(
      () => done("Link copied"),
      // No clipboard here (an http address, a refused permission): the address bar holds the same link.
      () => done("Copy it from the address bar"),
    );
  }, [link]);

  const own = useCallback(() => {
    setShared(false);
    setMine(null);
  }, []);
  return { copied, copy, shared, mine, own };
}
