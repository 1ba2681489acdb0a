import type { CompleteScenario, OverrideJson, ScenarioJson } from "./estimate-json";
import { CHECKED_ON } from "./slow-facts";
import { fromDecimal, toShortDecimal } from "./slow-fraction";

/** Fills in the defaults, writes decimal strings in shortest form and drops overrides of nothing (`limits: {}`). */
export function complete(scenario: ScenarioJson): CompleteScenario {
  const { monthlyUsageLimitUsd, monthlyBudgetUsd } = scenario;
  return {
    title: scenario.title ?? "",
    asOf: scenario.asOf ?? CHECKED_ON,
    usageTier: scenario.usageTier ?? 1,
    tokenAccounting: scenario.tokenAccounting ?? "prompt-plus-cap",
    rpmWindowSeconds: scenario.rpmWindowSeconds ?? 60,
    batchTurnaroundHours: scenario.batchTurnaroundHours ?? 24,
    modelOverrides: (scenario.modelOverrides ?? []).map(completeOverride),
    ...(monthlyUsageLimitUsd === undefined ? {} : { monthlyUsageLimitUsd: shortest(monthlyUsageLimitUsd) }),
    ...(monthlyBudgetUsd === undefined ? {} : { monthlyBudgetUsd: shortest(monthlyBudgetUsd) }),
    workloads: scenario.workloads.map((workload) => ({
      name: workload.name ?? "",
      model: workload.model,
      serviceTier: workload.serviceTier ?? "standard",
      requests: workload.requests,
      per: workload.per,
      peakToMean: workload.peakToMean ?? 1,
      inputTokens: workload.inputTokens,
      cachedInputTokens: workload.cachedInputTokens ?? 0,
      visibleOutputTokens: workload.visibleOutputTokens ?? 0,
      reasoningTokens: workload.reasoningTokens ?? 0,
      ...(workload.maxCompletionTokens === undefined ? {} : { maxCompletionTokens: workload.maxCompletionTokens }),
      retryShare: workload.retryShare ?? 0,
    })),
  };
}

function completeOverride({ model, price, limits, contextWindow, maxOutputTokens }: OverrideJson): OverrideJson {
  return {
    model,
    ...(price === undefined
      ? {}
      : {
          price: {
            input: shortest(price.input),
            ...(price.cachedInput === undefined ? {} : { cachedInput: shortest(price.cachedInput) }),
            output: shortest(price.output),
            ...(price.batchInput === undefined ? {} : { batchInput: shortest(price.batchInput) }),
            ...(price.batchOutput === undefined ? {} : { batchOutput: shortest(price.batchOutput) }),
          },
        }),
    ...(limits === undefined || Object.keys(limits).length === 0 ? {} : { limits: { ...limits } }),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}

function shortest(decimal: string): string {
  return toShortDecimal(fromDecimal(decimal));
}
