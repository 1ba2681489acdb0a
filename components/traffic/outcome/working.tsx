"use client";

import { useMemo } from "react";
import { createPortal } from "react-dom";
import type { SimulatedTraffic } from "@/lib/view/traffic";
import { trafficWorkingOf } from "@/lib/view/working";
import { decodeRunKey } from "@/lib/view/text";
import { WorkingPopover } from "@/components/figures/working-popover";

/** The working of a figure of a run. It stands at the end of the page, as it is placed by the page’s own measures. */
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
