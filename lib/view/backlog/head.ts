import { hasRanges } from "@/lib/scenario/ranges";
import { type HeadFigure, verdictText } from "@/lib/view/estimate";
import type { BacklogPlan } from "@/lib/batch";
import { exact, multiply } from "@/lib/money";
import { shownSplit } from "./shown";
import { backlogVerdict } from "./verdict";
import { costFigure, deadlineText, hoursFigure } from "./words";
import {
  type BacklogFigureKey,
  figure,
  plainText,
  formatExact,
  formatTier,
  formatUsd,
  formatCount,
} from "@/lib/view/text";

/** The head figures: the first one is the large one. Empty where nothing runs. */
export function backlogKeys(plan: BacklogPlan): HeadFigure[] {
  const shown = shownSplit(plan);
  if (!shown) return [];
  const { split, key } = shown;
  const { own } = plan;
  const at = (of: "thousand" | "waves" | "standard"): BacklogFigureKey => ({
    of: "backlog",
    figure: of,
    question: key,
    tier: own.usageTier,
  });
  const thousand = split.cost && multiply(split.cost, exact(1000n, BigInt(plan.backlog.total)));
  return [
    {
      label: key === "cheapest" ? `Done, cheapest by ${deadlineText(plan)}` : "Done, at the earliest",
      figure: hoursFigure(plan, split, key, own),
    },
    { label: "Cost", figure: costFigure(split, key, own) },
    { label: "1,000 requests", figure: figure(thousand ? formatUsd(thousand) : "no price", at("thousand")) },
    { label: split.waves === 1n ? "Wave" : "Waves", figure: figure(formatExact(exact(split.waves)), at("waves")) },
    { label: "Standard requests", figure: figure(formatExact(exact(split.standard)), at("standard")) },
  ];
}

/** `25,000 requests`, `o3-mini`, `deadline 3 days`. */
export function backlogContext(plan: BacklogPlan): string {
  const { scenario, backlog } = plan;
  return `${formatCount(BigInt(backlog.total), "request")} on ${backlog.model}, ${scenario.usageTier === "free" ? "Free" : `usage ${formatTier(scenario.usageTier)}`}, deadline ${deadlineText(plan)}${hasRanges(scenario) ? "; live traffic by the centre of its ranges" : ""}`;
}

/** Title and description of the page, so that a pasted link says the verdict. */
export function backlogTitle(plan: BacklogPlan): { readonly title: string; readonly description: string } {
  const verdict = backlogVerdict(plan);
  const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, " ");
  const lead = plainText(verdict.lead).replace(/\.$/, "");
  const sentences = [verdictText(verdict), ...verdict.asides].join(" ");
  return {
    title: plain(`${plan.scenario.title ? `${plan.scenario.title}: ` : ""}${lead}`),
    description: plain(`${backlogContext(plan)}. ${sentences}`.replace(/\s+/g, " ").trim()),
  };
}

/** What a screen reader is told after an edit. */
export const backlogAnnouncement = (plan: BacklogPlan): string => verdictText(backlogVerdict(plan));
