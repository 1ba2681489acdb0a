"use client";

import { Suspense, useRef, type ReactNode } from "react";
import type { SimulatedTraffic } from "@/lib/view/traffic";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { usePressedFigure } from "@/components/ui/hooks/use-page";

const Working = lazyPart("the working of the figure", () => import("./working"));

/** Opens the working of the figure that is pressed among its children. */
export function Worked({ traffic, children }: { traffic: SimulatedTraffic | null; children: ReactNode }) {
  const root = useRef<HTMLDivElement>(null);
  const [anchor, close] = usePressedFigure(root);
  return (
    <div ref={root}>
      {children}
      {anchor && traffic && (
        <Suspense>
          <Working key={anchor.dataset["work"]} anchor={anchor} traffic={traffic} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
