import { type Estimate } from "@/lib/estimate";
import { type Scenario } from "@/lib/scenario";
import { formatPercent, formatUsd } from "@/lib/view/text";
import { DIMENSIONS } from "@/lib/view/names";

/** A change to try. */
export interface Fix {
  /** Whether it makes the scenario fit; `null` where that cannot be told. */
  readonly fits: boolean | null;
  readonly text: string;
  readonly detail: string;
  readonly label: string;
  /** What a press on it opens; `null` where nothing can be pressed. */
  readonly scenario: Scenario | null;
}

/**
 * How much is used of the limit that binds first: `at 72 % of its tokens a minute`; empty where none does.
 */
export function inUse(after: Estimate): string {
  const row = after.limits.find(({ bindsFirst }) => bindsFirst);
  if (!row) return "";
  const dollars =
    row.demand.dimension === "monthly-usage"
      ? ` of its ${formatUsd(row.limit!.exact).replace(/\.00$/, "")}`
      : ` of its ${DIMENSIONS[row.demand.dimension].toLowerCase()}`;
  return `at ${formatPercent(row.utilisation!)}${dollars}`;
}
