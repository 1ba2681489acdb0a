"use client";

import { lazy, Suspense, type RefObject } from "react";
import type { Estimate } from "@/lib/estimate";
import { usePressedFigure } from "@/components/ui/use-page";

const Working = lazy(() => import("@/components/plan/working"));
const Usage = lazy(() => import("@/components/plan/usage"));

/** The working of the figure last pressed; what it shows is fetched on the first press. */
export function LazyWorking({ root, estimate }: { root: RefObject<HTMLElement | null>; estimate: Estimate }) {
  const [anchor, close] = usePressedFigure(root);
  return anchor ? (
    <Suspense>
      <Working key={anchor.dataset["work"]} anchor={anchor} estimate={estimate} onClose={close} />
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
