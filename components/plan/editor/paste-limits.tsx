import { lazy, Suspense, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import { Button } from "@/components/ui/button";

const LimitsPanel = lazy(() => import("@/components/scenario/own-limits/limits-panel"));

/** Opens the field in which the limits of an account are pasted, all at once. */
export function PasteLimits({ scenario }: { scenario: Scenario }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-3 only-with-scripts">
      <Button small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Paste limits
      </Button>
      {isOpen && (
        <Suspense fallback={<p className="mt-2 text-small text-ink-2">Fetching the reader of limits…</p>}>
          <LimitsPanel scenario={scenario} />
        </Suspense>
      )}
    </div>
  );
}
