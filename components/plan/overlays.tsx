"use client";

import { lazy, Suspense } from "react";
import type { PastedText } from "./editor/usage";

/** The working of a figure, fetched when the first one is pressed. */
export const LazyWorking = lazy(() => import("./working"));

const UsageDialog = lazy(() => import("./editor/usage"));

/** The dialog that reads a pasted usage object, fetched when it is asked for. */
export function LazyUsage(props: PastedText & { onClose: () => void }) {
  return (
    <Suspense>
      <UsageDialog {...props} />
    </Suspense>
  );
}
