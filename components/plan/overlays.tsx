"use client";

import { Suspense } from "react";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import type { PastedText } from "./editor/usage";

/** The working of a figure, fetched when the first one is pressed. */
export const LazyWorking = lazyPart("the working of the figure", () => import("./working"));

const UsageDialog = lazyPart("the reader of usage", () => import("./editor/usage"));

/** The dialog that reads a pasted usage object, fetched when it is asked for. */
export function LazyUsage(props: PastedText & { onClose: () => void }) {
  return (
    <Suspense>
      <UsageDialog {...props} />
    </Suspense>
  );
}
