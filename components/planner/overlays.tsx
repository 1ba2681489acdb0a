"use client";

import { lazy, Suspense, useEffect, useState, type RefObject } from "react";
import type { Estimate } from "@/lib/estimate";

const Working = lazy(() => import("@/components/estimate/working"));
const Usage = lazy(() => import("@/components/scenario/usage"));

/** The working of the figure last pressed. One listener for every figure of the page; what it shows is fetched on the first press. */
export function LazyWorking({ root, estimate }: { root: RefObject<HTMLElement | null>; estimate: Estimate }) {
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
  return anchor ? (
    <Suspense>
      <Working key={anchor.dataset["work"]} anchor={anchor} estimate={estimate} onClose={() => setAnchor(null)} />
    </Suspense>
  ) : null;
}

/** The dialog that reads a pasted usage object, fetched when it is asked for. */
export function LazyUsage(props: { index: number; onClose: () => void }) {
  return (
    <Suspense>
      <Usage {...props} />
    </Suspense>
  );
}
