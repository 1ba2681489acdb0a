"use client";

import { useMemo } from "react";
import { createPortal } from "react-dom";
import type { SimulatedTraffic } from "@/lib/view/traffic";
import { trafficWorkingOf } from "@/lib/view/working";
import { decodeRunKey } from "@/lib/view/text";
import { WorkingPopover } from "@/components/figures/working-popover";

/** Shows the working of a figure of a run, at the end of the body: its place is measured from the page. */
export default function TrafficWorking({
  anchor,
  traffic,
  onClose,
}: {
  anchor: HTMLElement;
  traffic: SimulatedTraffic;
  onClose: () => void;
}) {
  const pressed = anchor.dataset["work"]!;
  const work = useMemo(() => {
    const key = decodeRunKey(pressed);
    return key && trafficWorkingOf(key, traffic);
  }, [pressed, traffic]);
  return createPortal(<WorkingPopover anchor={anchor} work={work} onClose={onClose} />, document.body);
}
