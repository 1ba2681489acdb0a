"use client";

import { Suspense, useState } from "react";
import type { Scenario } from "@/lib/scenario";
import type { Estimate } from "@/lib/estimate";
import { IconButton } from "@/components/ui/button";
import { lazyPart } from "@/components/ui/fetched/fetch-part";
import { MoreIcon } from "@/components/ui/icons";

const MenuPanel = lazyPart("the menu", () => import("./menu-panel"));

interface ScenarioMenuProps {
  readonly estimate: Estimate;
  readonly link: string;
  /** Told of the scenario that is put in place of this one to start from. */
  readonly onStart: (scenario: Scenario) => void;
}

/** A new scenario, kept scenarios, keys: fetched when the menu is opened. */
export function ScenarioMenu(props: ScenarioMenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        className="only-with-scripts"
        data-menu
        aria-label="More: new scenario, kept scenarios, keys"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </IconButton>
      {open && (
        <Suspense>
          <MenuPanel {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
