import { type Scenario } from "@/lib/scenario";
import { refillMs, type RateRefusal } from "@/lib/refusal";
import { formatNumber } from "@/lib/view/text";
import { formatRate, formatHeaderWait } from "../words";
import { type RefusalChange, change } from "./change";

/** A client that spaces its requests: the interval that keeps them within the limit, rounded up. */
export function pace(scenario: Scenario, { counts, per, limit, requested }: RateRefusal): RefusalChange | null {
  const each = counts === "requests" ? 1 : requested;
  if (limit === null || per === null || !each) return null;
  const paced =
    scenario.policy === undefined || scenario.policy === "queue" ? null : (({ policy: _, ...rest }) => rest)(scenario);
  const many = counts === "requests" ? "" : `: ${formatNumber(Math.floor(limit / each))} of this size`;
  return change(
    `One request every ${formatHeaderWait(refillMs(each, limit, per), true)}`,
    `A queue in the client that spaces them so stays within ${formatRate(limit, counts, per)}${many}, and meets no 429.`,
    "Simulate",
    paced,
  );
}
