"use client";

import { useMemo } from "react";
import type { BacklogPlan } from "@/lib/batch";
import { backlogWorkingOf } from "@/lib/view/working";
import { WorkingPopover } from "@/components/figures/working";

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
  const key = anchor.dataset["work"]!;
  const work = useMemo(() => backlogWorkingOf(key, plan), [key, plan]);
  return <WorkingPopover anchor={anchor} work={work} onClose={onClose} />;
}
