"use client";

import { opensOnVariant } from "@/components/scenario-page/variants/shown";
import { latePage } from "@/components/ui/fetched/late-page";
import type * as Whole from "./backlog-page";

const loadPage = () => import("./backlog-page");

function drawn() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./backlog-page") as typeof Whole).default;
  return null;
}

/** The page, drawn on the server; its script comes late. */
export const LateBacklog = latePage(drawn(), loadPage, opensOnVariant);
