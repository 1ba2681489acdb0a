import { cost } from "@/lib/cost";
import { factsOf } from "@/lib/facts";
import { conditionsOf, type RunInput } from "@/lib/simulation";
import { fromNumber, multiply, sum, type Exact } from "@/lib/money";
import { monthMoney } from "@/lib/view/estimate";
import { formatDuration } from "@/lib/view/text";

/** What a run leaves out: its limits are rates, while the account stops when the month’s money is spent. */
export interface RunMoney {
  readonly asides: readonly string[];
  /** `the money ends after 13 days`; `null` where it lasts. */
  readonly short: string | null;
  /** After how long it ends, where that is within the time that is simulated: `13 hours`. */
  readonly ends: string | null;
}

/** USD a month of the scenario at `scale` times its traffic; what goes in batch is not scaled, nor simulated. */
function monthAt({ scenario, scale }: RunInput): Exact | null {
  const { workloads } = cost(scenario, factsOf(scenario));
  const parts = workloads.map(({ perMonth }, index) =>
    scenario.workloads[index]!.serviceTier === "batch" || !perMonth ? perMonth : multiply(perMonth, fromNumber(scale)),
  );
  return parts.every((part) => part !== null) ? sum(parts) : null;
}

/** The month’s money beside a run; of a trace, which is no month, nothing. */
export function runMoney(input: RunInput): RunMoney {
  const { scenario, trace } = input;
  if (trace || scenario.usageTier === "free") return { asides: [], short: null, ends: null };
  const { hours, asides } = monthMoney(scenario, monthAt(input));
  return {
    asides,
    short: hours === null ? null : `the money ends after ${formatDuration(hours)}`,
    ends: hours !== null && hours * 60 < conditionsOf(scenario).horizonMinutes ? formatDuration(hours) : null,
  };
}
