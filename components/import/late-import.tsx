"use client";

import { isUsageKept } from "@/components/scenario-page/kept-usage";
import { latePage } from "@/components/ui/fetched/late-page";
import type * as Whole from "./import-page";

const loadPage = () => import("./import-page");

function drawn() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./import-page") as typeof Whole).default;
  return null;
}

/** The page, drawn on the server; its script comes late, unless this tab has a log to show. */
export const LateImport = latePage(drawn(), loadPage, isUsageKept);
