import { Suspense, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import { Button } from "@/components/ui/button";
import { Fetching } from "@/components/ui/fetched/fetching";
import { lazyPart } from "@/components/ui/fetched/fetch-part";

const loadPanel = () => import("@/components/scenario/own-limits/limits-panel");
const LimitsPanel = lazyPart("the reader of limits", loadPanel);

/** Opens the field in which the limits of an account are pasted, all at once. */
export function PasteLimits({ scenario }: { scenario: Scenario }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="mt-3 only-with-scripts">
      <Button small aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Paste limits
      </Button>
      {isOpen && (
        <Suspense fallback={<Fetching name="the reader of limits" load={loadPanel} />}>
          <LimitsPanel scenario={scenario} />
        </Suspense>
      )}
    </div>
  );
}
