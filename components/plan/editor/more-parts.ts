"use client";

import { createContext, type ComponentType } from "react";
import type { Workload } from "@/lib/scenario";

/** What the fields under More show. */
export interface MoreProps {
  readonly workload: Workload;
  readonly index: number;
  /** What the model has a price for. */
  readonly priced: string;
}

/** The fields of what a workload is billed besides tokens: fetched on demand, or in a page without scripts. */
export interface MoreParts {
  readonly OnDemand: ComponentType<MoreProps>;
  readonly InHtml: ComponentType<MoreProps>;
}

/** The fields under More for every workload of the editor, whose scripts come late. */
export const MorePartsContext = createContext<MoreParts | null>(null);
