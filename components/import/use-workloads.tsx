"use client";

import { useId, useState } from "react";
import { encodeLink } from "@/lib/link";
import { MOST, type Scenario } from "@/lib/scenario";
import { Button, LinkButton } from "@/components/ui/button";
import { goOn } from "@/components/scenario-page/go-on";
import { nameOf } from "@/components/scenario-page/kept/by-name";

interface UseWorkloadsProps {
  /** The log as a scenario in place of one’s own. */
  readonly scenario: Scenario;
  readonly own: Scenario | null;
  /** One’s own with the log’s workloads; `null` where there is no room for them. */
  readonly together: Scenario | null;
}

/** The log’s workloads in the planner; where there is a scenario of one’s own it is asked what becomes of that. */
export function UseWorkloads({ scenario, own, together }: UseWorkloadsProps) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  if (!own)
    return (
      <LinkButton go href={encodeLink(scenario)}>
        Use as workloads
      </LinkButton>
    );
  return (
    <>
      <Button go aria-expanded={asking} aria-controls={id} onClick={() => setAsking(!asking)}>
        Use as workloads
      </Button>
      <div id={id} className="order-1 basis-full" role="group" aria-label="Use as workloads">
        {asking && (
          <>
            <p className="mt-1 mb-2">
              Replace your scenario “{nameOf(own)}”, or add these workloads to it?
              {together ? "" : ` There is no room to add them: a scenario has ${MOST.workloads} at most.`}
            </p>
            <span className="flex flex-wrap gap-2">
              <Button onClick={() => goOn(scenario, own, true)}>Replace it</Button>
              {together && <Button onClick={() => goOn(together, own, false)}>Add to it</Button>}
            </span>
          </>
        )}
      </div>
    </>
  );
}
