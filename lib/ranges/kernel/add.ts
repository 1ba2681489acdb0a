import type { TokenAccounting } from "@/lib/scenario";
import { BLOCK_CASES, NEVER, type CaseBlock } from "./block";
import type { WorkloadPlan } from "./prepare";

/** Doubles this near to a bound, as part of it, are taken to be at it: what is equal to its limit fits. */
export const TIE = 1e-9;

/**
 * The rule of charges as numbers: the larger of `least` and of input + `more` + `ofOutput` × output. One sum for every
 * rule: a function of each would be called for every case.
 */
function chargeRule({ workload }: WorkloadPlan, accounting: TokenAccounting) {
  const { maxCompletionTokens: cap } = workload;
  if (cap === undefined || accounting === "actual") return { least: 0, more: 0, ofOutput: 1 };
  return accounting === "prompt-plus-cap" ? { least: 0, more: cap, ofOutput: 0 } : { least: cap, more: 0, ofOutput: 0 };
}

/** Adds the cost of a workload, whose values stand in the block, and marks requests too large for its model. */
function addCost(plan: WorkloadPlan, { values, cost, verdicts }: CaseBlock): void {
  const { requests, inputTokens, cachedInputTokens, visibleOutputTokens, reasoningTokens } = values;
  const writes = plan.workload.cacheWriteTokens ?? 0;
  const { attempts, tools, tariff, longTariff, longTariffFrom } = plan;
  const context = plan.most.context * (1 + TIE);
  const mostInput = plan.most.input * (1 + TIE);
  const mostOutput = plan.most.output * (1 + TIE);
  for (let i = 0; i < BLOCK_CASES; i++) {
    const input = inputTokens[i]!;
    const cached = Math.min(cachedInputTokens[i]!, input);
    const written = Math.min(writes, input - cached);
    const output = visibleOutputTokens[i]! + reasoningTokens[i]!;
    const price = input < longTariffFrom ? tariff : longTariff;
    let request = tools + (input - cached - written) * price.input + cached * price.cached + written * price.written;
    if (output > 0) request += output * price.output;
    cost[i]! += requests[i]! * attempts * request;
    if (input + output > context || input > mostInput || output > mostOutput)
      for (const verdict of verdicts) verdict[i] = NEVER;
  }
}

/** Adds what a workload that is not batch asks of the limits of its pool. */
function addLive(plan: WorkloadPlan, { values, sums }: CaseBlock, accounting: TokenAccounting): void {
  const { requests, inputTokens, visibleOutputTokens, reasoningTokens, peakToMean } = values;
  const { attempts, attemptsAtPeak, tokens, tokensAtPeak, largest } = sums;
  const { least, more, ofOutput } = chargeRule(plan, accounting);
  const { attempts: perRequest, pool, longPool, longPoolFrom } = plan;
  for (let i = 0; i < BLOCK_CASES; i++) {
    const input = inputTokens[i]!;
    const at = (input < longPoolFrom ? pool : longPool) * BLOCK_CASES + i;
    const charge = Math.max(least, input + more + ofOutput * (visibleOutputTokens[i]! + reasoningTokens[i]!));
    const rate = requests[i]! * perRequest;
    const peak = Math.max(1, peakToMean[i]!);
    attempts[at]! += rate;
    attemptsAtPeak[at]! += rate * peak;
    tokens[at]! += rate * charge;
    tokensAtPeak[at]! += rate * charge * peak;
    if (charge > largest[at]!) largest[at] = charge;
  }
}

/** Adds what a batch workload enqueues. */
function addBatch(plan: WorkloadPlan, { values, sums }: CaseBlock): void {
  const { requests, inputTokens } = values;
  for (let i = 0; i < BLOCK_CASES; i++) {
    const input = inputTokens[i]!;
    const at = (input < plan.longPoolFrom ? plan.pool : plan.longPool) * BLOCK_CASES + i;
    const rate = requests[i]! * plan.attempts;
    sums.inBatch[at]! += rate;
    sums.enqueued[at]! += rate * input;
  }
}

/** Adds a workload, whose values stand in the block. */
export function addWorkload(plan: WorkloadPlan, block: CaseBlock, accounting: TokenAccounting): void {
  addCost(plan, block);
  if (plan.batch) addBatch(plan, block);
  else addLive(plan, block, accounting);
}
