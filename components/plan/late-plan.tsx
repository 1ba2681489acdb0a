"use client";

import { opensOnVariant } from "@/components/scenario-page/variants/shown";
import { latePage } from "@/components/ui/fetched/late-page";
import type * as Whole from "./plan-page";

const loadPage = () => import("./plan-page");

function drawn() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./plan-page") as typeof Whole).default;
  return null;
}

/** The planner, drawn on the server; its script comes late. */
export const LatePlan = latePage(drawn(), loadPage, opensOnVariant);
