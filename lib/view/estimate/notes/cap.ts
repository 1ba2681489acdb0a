import { cost } from "@/lib/cost";
import type { ModelFacts } from "@/lib/facts";
import { MILLI, milli } from "@/lib/fields";
import { toShortestText, type Exact } from "@/lib/money";
import { outputMilli } from "@/lib/rates";
import { type Scenario, type Workload } from "@/lib/scenario";
import { formatNumber, formatUsdText } from "@/lib/view/text";
import type { NoteText } from "./types";

interface Capped {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  readonly workload: Workload;
  readonly name: string;
}

/** Tokens of a mean output that a cap leaves: reasoning is spent first. */
interface Left {
  readonly visible: number;
  readonly reasoning: number;
}

function leftBy(cap: number, { reasoningTokens, visibleOutputTokens }: Workload): Left {
  const reasoning = Math.min(milli(cap), milli(reasoningTokens));
  const visible = Math.min(milli(cap) - reasoning, milli(visibleOutputTokens));
  return { visible: visible / MILLI, reasoning: reasoning / MILLI };
}

/** One attempt with this output, USD exact; `null` without a price. */
function attemptCost({ scenario, facts, workload }: Capped, { visible, reasoning }: Left): Exact | null {
  const one = { ...workload, visibleOutputTokens: visible, reasoningTokens: reasoning, retryShare: 0 };
  return cost({ ...scenario, workloads: [one] }, facts).workloads[0]!.perRequest;
}

function comesBack(cap: number, { reasoningTokens, visibleOutputTokens }: Workload, left: Left): string {
  if (reasoningTokens === 0) return `Such an answer is cut off after ${formatNumber(cap)} tokens`;
  if (left.visible > 0)
    return `Reasoning is spent first, so ${formatNumber(left.visible)} of ${formatNumber(visibleOutputTokens)} visible tokens come back`;
  return `Reasoning is spent first, and its ${formatNumber(reasoningTokens)} tokens ${reasoningTokens > cap ? "are more than the cap" : "fill the cap"}, so no answer comes back`;
}

/** That the mean output is over the cap: what then comes back, and what one attempt is billed. */
export function capText(capped: Capped): NoteText {
  const { workload, name } = capped;
  const cap = workload.maxCompletionTokens!;
  const left = leftBy(cap, workload);
  const usd = attemptCost(capped, left);
  const billed = usd
    ? `: ${formatUsdText(toShortestText(usd))} a request${workload.retryShare > 0 ? ", retries aside" : ""}`
    : "";
  return {
    fact: `${name}: the mean output of ${formatNumber(outputMilli(workload) / MILLI)} tokens is over the cap of ${formatNumber(cap)}.`,
    consequence: `${comesBack(cap, workload, left)}, and ${formatNumber(cap)} tokens of output are billed${billed}. The cost here is of the whole output, as entered.`,
  };
}
