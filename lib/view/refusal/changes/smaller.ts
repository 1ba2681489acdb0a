import { chargeMilli, outputMilli } from "@/lib/rates";
import { type Scenario } from "@/lib/scenario";
import { MILLI, milli } from "@/lib/fields";
import { type RefusedLimit } from "@/lib/refusal";
import { formatNumber } from "@/lib/view/text";
import { workloadName } from "@/lib/view/names";
import { type RefusalChange, onModel, change } from "./change";

/** How many fewer tokens are asked for, and what becomes of the request then. */
interface Less {
  readonly requested: number | null;
  readonly less: number;
  readonly then: string;
}

/**
 * The workload on the refused model that most likely sent the request: mostly cap, and charged nearest to
 * what was requested.
 */
function likeliest(scenario: Scenario, { model, limit }: RefusedLimit, requested: number | null): number | undefined {
  const mostlyCap = onModel(scenario, model).filter((index) => {
    const { maxCompletionTokens: cap, inputTokens } = scenario.workloads[index]!;
    return cap !== undefined && scenario.tokenAccounting !== "actual" && cap > inputTokens;
  });
  const distance = (index: number) =>
    Math.abs(chargeMilli(scenario.workloads[index]!, scenario.tokenAccounting) - milli(requested ?? limit!));
  return mostlyCap.sort((a, b) => distance(a) - distance(b))[0];
}

/** A cap lower by `less`, where it still holds the mean output. */
function lowerCap(scenario: Scenario, index: number, { less, then }: Less): RefusalChange | null {
  const workload = scenario.workloads[index]!;
  const cap = workload.maxCompletionTokens!;
  const lower = cap - less;
  const output = outputMilli(workload);
  // Under the larger of the two, a cap below the input takes nothing more off.
  const least = scenario.tokenAccounting === "larger-of" ? Math.max(output, milli(workload.inputTokens)) : output;
  if (lower < 1 || lower * MILLI < least) return null;
  const workloads = scenario.workloads.map((one, n) => (n === index ? { ...one, maxCompletionTokens: lower } : one));
  return change(
    `A cap of ${formatNumber(lower)} on ${workloadName(scenario, index)}`,
    `Now ${formatNumber(cap)}, of which ${formatNumber(output / MILLI)} are used: ${formatNumber(less)} fewer requested, and ${then}. Longer answers are cut off.`,
    "Try",
    { ...scenario, workloads },
  );
}

/**
 * A request of fewer tokens: a lower cap on the workload that most likely sent it, else whatever makes it
 * smaller.
 */
export function askForLess(scenario: Scenario, refused: RefusedLimit, fewer: Less): RefusalChange {
  const index = likeliest(scenario, refused, fewer.requested);
  const lower = index === undefined ? null : lowerCap(scenario, index, fewer);
  return (
    lower ??
    change(
      `${formatNumber(fewer.less)} fewer tokens in one request`,
      `Then ${fewer.then}. What is requested is the prompt and its max_completion_tokens, used or not: lower the cap, or shorten the prompt.`,
    )
  );
}
