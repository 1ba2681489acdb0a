import { CHECKED_ON } from "@/lib/catalogue";
import { usageCost } from "@/lib/estimate";
import type { UsageReport } from "@/lib/usage";
import type { ImportBills } from "@/lib/view/import";

/**
 * What a log’s tokens come to each way; on `model` where they are to be compared with it, and where the log
 * names none.
 */
export function billsOf(report: UsageReport, model: string): ImportBills {
  const named = report.groups.some((group) => group.model !== null);
  return {
    dated: usageCost(report, "dated"),
    now: usageCost(report, CHECKED_ON),
    batch: usageCost(report, CHECKED_ON, { serviceTier: "batch", ...(!named && { model }) }),
    other: usageCost(report, CHECKED_ON, { model, serviceTier: "standard" }),
  };
}
