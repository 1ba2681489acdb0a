"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { fetchPart } from "@/components/ui/fetched/fetch-part";
import type { Workload } from "@/lib/scenario";

interface PlanWithProps {
  readonly model: string;
  /** The workload that is added beside one’s own. */
  readonly workload: Workload;
}

/** The scenarios are made when asked for: until then nobody needs links and models in the browser. */
const loadOwn = () => import("./own-workloads");

/** One’s own workloads on this model, or one on it beside them; shown where this browser has any. */
export function PlanWith({ model, workload }: PlanWithProps) {
  const [said, setSaid] = useState("");
  const press = (how: "move" | "add") =>
    void fetchPart("the way to your own scenario", loadOwn).then(({ moveOwn, addToOwn }) =>
      setSaid((how === "move" ? moveOwn(model) : addToOwn(workload)) ?? ""),
    );
  return (
    <div className="mt-2 grid gap-2 max-tablet:mb-4 [html:not([data-back])_&]:hidden">
      <Button className="w-full justify-center" onClick={() => press("move")}>
        Move your workloads to it
      </Button>
      <Button className="w-full justify-center" onClick={() => press("add")}>
        Add one beside yours
      </Button>
      <p className="text-small text-ink-2 empty:hidden" role="status">
        {said}
      </p>
    </div>
  );
}
