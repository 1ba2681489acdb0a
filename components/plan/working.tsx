"use client";

import { useMemo } from "react";
import type { Estimate } from "@/lib/estimate";
import { workingOf } from "@/lib/view/working";
import { WorkingPopover } from "@/components/figures/working";

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
  const key = anchor.dataset["work"]!;
  const work = useMemo(() => workingOf(key, estimate), [key, estimate]);
  return <WorkingPopover anchor={anchor} work={work} onClose={onClose} />;
}
