"use client";

import { useMemo } from "react";
import type { ComparedWorkload } from "@/lib/compare";
import type { Estimate } from "@/lib/estimate";
import { decodeCompareKey } from "@/lib/view/text";
import { compareWorkingOf } from "@/lib/view/working";
import { WorkingPopover } from "@/components/figures/working-popover";

interface CompareWorkingProps {
  readonly anchor: HTMLElement;
  readonly estimate: Estimate;
  readonly workload: ComparedWorkload;
  readonly onClose: () => void;
}

/** The working of a figure of a row: that of the estimate on its model. */
export default function CompareWorking({ anchor, estimate, workload, onClose }: CompareWorkingProps) {
  const pressed = anchor.dataset["work"]!;
  const work = useMemo(() => {
    const key = decodeCompareKey(pressed);
    return key && compareWorkingOf(key, estimate, workload);
  }, [pressed, estimate, workload]);
  return <WorkingPopover anchor={anchor} work={work} onClose={onClose} />;
}
