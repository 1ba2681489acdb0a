"use client";

import { useMemo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogWorkingOf } from "@/lib/view/working";
import { decodeBacklogKey } from "@/lib/view/text";
import { WorkingPopover } from "@/components/figures/working-popover";

/** The working of a figure of a backlog. */
export default function BacklogWorking({
  anchor,
  plan,
  onClose,
}: {
  anchor: HTMLElement;
  plan: BacklogPlan;
  onClose: () => void;
}) {
  const pressed = anchor.dataset["work"]!;
  const work = useMemo(() => {
    const key = decodeBacklogKey(pressed);
    return key && backlogWorkingOf(key, plan);
  }, [pressed, plan]);
  return <WorkingPopover anchor={anchor} work={work} onClose={onClose} />;
}
