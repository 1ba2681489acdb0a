"use client";

import { lazy, Suspense, useState } from "react";
import type { Estimate } from "@/lib/estimate";
import { IconButton } from "@/components/ui/button";
import { MoreIcon } from "@/components/ui/icons";

const MenuPanel = lazy(() => import("./menu-panel"));

/** Kept scenarios, keys: fetched when the menu is opened. */
export function ScenarioMenu({ estimate, link }: { estimate: Estimate; link: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        className="only-with-scripts"
        data-menu
        aria-label="More: kept scenarios, keys"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </IconButton>
      {open && (
        <Suspense>
          <MenuPanel estimate={estimate} link={link} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
