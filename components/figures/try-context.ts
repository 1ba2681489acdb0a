"use client";

import { createContext } from "react";
import type { Scenario } from "@/lib/scenario";

interface Trying {
  /** The path of the page, on which a link to try another scenario stays. */
  readonly page: string;
  /** Puts another scenario in place of this one; `done` is told of, with a way back. */
  readonly attempt: (scenario: Scenario, done?: string) => void;
  /** Brings a place of the page into sight, by its `data-at` or id, and puts the focus there. */
  readonly focus: (at: string) => void;
}

/** How a part of the page tries another scenario; links lead to the planner where nothing is edited. */
export const TryContext = createContext<Trying>({ page: "/", attempt: () => undefined, focus: () => undefined });
