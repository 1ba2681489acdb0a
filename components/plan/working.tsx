"use client";

import { useMemo } from "react";
import type { Estimate } from "@/lib/estimate";
import { workingOf } from "@/lib/view/working";
import { decodePlanKey } from "@/lib/view/text";
import { WorkingPopover } from "@/components/figures/working-popover";

/** The working of a figure of an estimate. */
export default function EstimateWorking({
  anchor,
  estimate,
  onClose,
}: {
  anchor: HTMLElement;
  estimate: Estimate;
  onClose: () => void;
}) {
  const pressed = anchor.dataset["work"]!;
  const work = useMemo(() => {
    const key = decodePlanKey(pressed);
    return key && workingOf(key, estimate);
  }, [pressed, estimate]);
  return <WorkingPopover anchor={anchor} work={work} onClose={onClose} />;
}
