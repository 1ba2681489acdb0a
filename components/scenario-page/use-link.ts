"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { isOwn, keepOpen, keepRecent } from "@/components/scenario-page/kept/kept";
import { keepShown, variantFragment } from "./variants/shown";

const FOLLOW_MS = 300;
const FEEDBACK_MS = 2000;

/** What an address ends with; where it is not known which variant is shown, as it ends now. */
const ending = (fragment: string | null): string => fragment ?? variantFragment(location.hash);

/**
 * The address bar follows the edits, and so do the links of the header to the other pages of the scenario.
 * Work is kept in this browser as it goes, each opened link as work of its own; it is kept as a link of the
 * planner, whichever page (`link` begins with its path) it was done on.
 * The address ends with `fragment`, that of the variant on screen; null: which one it is is not known here.
 */
export function useLink(link: string, fragment: string | null) {
  const query = link.slice(link.indexOf("?"));
  const work = `/${query}`;
  const [copied, setCopied] = useState<string | null>(null);
  const kept = useRef<string | null>(null);
  // What the page was opened with, until the first edit: from then on the address follows, back to this too.
  const untouched = useRef<string | null>(link);
  // Keeps the last edit, if it is not yet.
  const pending = useRef<(() => void) | null>(null);
  const shown = useRef(fragment);
  const feedback = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (isOwn(work)) kept.current = work;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what the page was opened with decides whose it is
  }, []);

  useEffect(() => {
    if (fragment !== null) keepShown(query, fragment);
  }, [query, fragment]);

  useEffect(() => {
    if (shown.current === fragment) return;
    shown.current = fragment;
    const { pathname, search, hash } = location;
    // A place of the page that the address leads to stays while the base is shown.
    if (fragment || variantFragment(hash)) history.replaceState(history.state, "", pathname + search + fragment);
    for (const other of document.querySelectorAll<HTMLAnchorElement>("a[data-carries]")) other.hash = fragment ?? "";
  }, [fragment]);

  useEffect(() => {
    if (untouched.current === link) return;
    untouched.current = null;
    for (const other of document.querySelectorAll<HTMLAnchorElement>("a[data-carries]")) other.search = query;
    const follow = () => {
      pending.current = null;
      history.replaceState(history.state, "", link + ending(shown.current));
      keepRecent(work, kept.current);
      keepOpen(query);
      kept.current = work;
    };
    pending.current = follow;
    const timer = setTimeout(follow, FOLLOW_MS);
    // Whoever leaves at once takes the edit along too.
    addEventListener("pagehide", follow);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", follow);
    };
  }, [link, query, work]);

  const copy = useCallback(() => {
    const address = link + ending(shown.current);
    const url = new URL(address, location.href).href;
    const done = (message: string) => {
      setCopied(message);
      clearTimeout(feedback.current);
      feedback.current = setTimeout(() => setCopied(null), FEEDBACK_MS);
    };
    history.replaceState(history.state, "", address);
    navigator.clipboard.writeText(url).then(
      () => done("Link copied"),
      // No clipboard here (an http address, a refused permission): the address bar holds the same link.
      () => done("Copy it from the address bar"),
    );
  }, [link]);

  const startAfresh = useCallback(() => {
    pending.current?.();
    kept.current = null;
  }, []);
  return { copied, copy, startAfresh };
}
