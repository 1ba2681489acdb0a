"use client";

import { REPLAY } from "@/components/scenario-page/kept-usage";
import { opensOnVariant } from "@/components/scenario-page/variants/shown";
import { latePage } from "@/components/ui/fetched/late-page";
import type * as Whole from "./traffic-page";

const loadPage = () => import("./traffic-page");

function drawn() {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the server alone comes here
  if (typeof window === "undefined") return (require("./traffic-page") as typeof Whole).default;
  return null;
}

/** Whether the figures of the HTML wait for this browser: for what is kept in it, or since they were too many. */
const isWanted = () => location.hash === REPLAY || opensOnVariant() || document.querySelector("[data-waits]") !== null;

/** The page, drawn on the server; its script comes late. */
export const LateTraffic = latePage(drawn(), loadPage, isWanted);
