"use client";

import { startTransition, useCallback, useEffect, useRef, useState, type RefObject } from "react";

/** Whether an element of the page is in the window; null: not known, before the first paint. */
export function useInView(root: RefObject<HTMLElement | null>, selector: string): boolean | null {
  const [seen, setSeen] = useState<boolean | null>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setSeen(entry!.isIntersecting));
    observer.observe(root.current!.querySelector(selector)!);
    return () => observer.disconnect();
  }, [root, selector]);
  return seen;
}

/**
 * `value` for what may follow later: drawn anew in small slices once the frame that shows its change is
 * painted, and over again where it changes meanwhile.
 */
export function useAfterPaint<T>(value: T): T {
  const [painted, setPainted] = useState(() => value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value]);
  return painted;
}

/** The title of the browser’s tab. */
export function useTabTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** What a screen reader is told of `value`, a second after it last changed; before its first change nothing. */
export function useSpoken<T>(value: T, describe: (value: T) => string): string {
  const first = useRef(value);
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    if (first.current === value) return;
    const timer = setTimeout(() => setSpoken(describe(value)), 1000);
    return () => clearTimeout(timer);
  }, [value, describe]);
  return spoken;
}

/** The figure last pressed, and what closes its working. One listener at the page’s root serves every figure in it. */
export function usePressedFigure(
  root: RefObject<HTMLElement | null>,
): readonly [anchor: HTMLElement | null, close: () => void] {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  useEffect(() => {
    const page = root.current;
    const press = (event: MouseEvent) => {
      const figure = (event.target as Element).closest<HTMLElement>("[data-work]");
      if (figure) setAnchor((open) => (open === figure ? null : figure));
    };
    page?.addEventListener("click", press);
    return () => page?.removeEventListener("click", press);
  }, [root]);
  return [anchor, useCallback(() => setAnchor(null), [])];
}
