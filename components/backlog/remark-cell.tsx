import { useMemo } from "react";
import { planBacklog } from "@/lib/batch";
import type { Scenario } from "@/lib/scenario";
import { backlogRemark } from "@/lib/view/backlog";
import { Remark } from "@/components/figures/remark";

/** What the backlog of a scenario comes to, beside those of others. */
export function BacklogRemark({ scenario }: { scenario: Scenario }) {
  return <Remark {...useMemo(() => backlogRemark(planBacklog(scenario)), [scenario])} />;
}
