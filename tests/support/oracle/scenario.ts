import type {
  BacklogJson,
  CompleteBacklog,
  CompleteScenario,
  CompleteWorkload,
  GrowthJson,
  OverrideJson,
  ScenarioJson,
  ScenarioTime,
  VariantJson,
  WorkloadJson,
  WorkloadTime,
} from "../make/estimate-json";
import { CHECKED_ON } from "./facts";
import { fromDecimal, toShortDecimal } from "./fraction";

/**
 * Fills in the defaults, leaves out those of time, writes decimal strings in shortest form and drops
 * overrides of nothing (`limits: {}`).
 */
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
    ...(scenario.regional === true ? { regional: true } : {}),
    workloads: scenario.workloads.map(completeWorkload),
    ...runOf(scenario),
    ...(scenario.backlog === undefined ? {} : { backlog: completeBacklog(scenario.backlog) }),
    ...(scenario.growth === undefined ? {} : { growth: completeGrowth(scenario.growth) }),
    ...(scenario.variants === undefined || scenario.variants.length === 0
      ? {}
      : { variants: scenario.variants.map(completeVariant) }),
  };
}

/** Growth with its default left out. */
function completeGrowth({ percentPerMonth, months, paidUsd, tierFollows }: GrowthJson): GrowthJson {
  return {
    percentPerMonth,
    months,
    ...(paidUsd === undefined ? {} : { paidUsd: shortest(paidUsd) }),
    ...(tierFollows === true ? { tierFollows } : {}),
  };
}

/** What a field is where it is absent, of those that are left out then. */
const LEFT_OUT: Readonly<Record<string, unknown>> = {
  policy: "queue",
  seed: 1,
  horizonMinutes: 1440,
  regional: false,
  shape: "flat",
  tierFollows: false,
};

/** A variant of single values, and of workloads that it puts in. */
function completeVariant({ name, changes }: VariantJson): VariantJson {
  const complete = Object.entries(changes).map(([path, value]) => {
    const field = path.split(".").at(-1)!;
    if (field.startsWith("+")) return [path, completeWorkload(value as WorkloadJson)];
    if (field in LEFT_OUT && LEFT_OUT[field] === value) return [path, null];
    return [path, /Usd$/.test(field) && typeof value === "string" ? shortest(value) : value];
  });
  return { name, changes: Object.fromEntries(complete) as Record<string, unknown> };
}

function completeWorkload(workload: WorkloadJson): CompleteWorkload {
  return {
    name: workload.name ?? "",
    model: workload.model,
    serviceTier: workload.serviceTier ?? "standard",
    requests: workload.requests,
    per: workload.per,
    peakToMean: workload.peakToMean ?? 1,
    inputTokens: workload.inputTokens,
    cachedInputTokens: workload.cachedInputTokens ?? 0,
    ...(workload.cacheWriteTokens === undefined || workload.cacheWriteTokens === 0
      ? {}
      : { cacheWriteTokens: workload.cacheWriteTokens }),
    visibleOutputTokens: workload.visibleOutputTokens ?? 0,
    reasoningTokens: workload.reasoningTokens ?? 0,
    ...(workload.maxCompletionTokens === undefined ? {} : { maxCompletionTokens: workload.maxCompletionTokens }),
    retryShare: workload.retryShare ?? 0,
    ...timeOf(workload),
    ...besides(workload),
    ...(workload.ranges === undefined || Object.keys(workload.ranges).length === 0
      ? {}
      : { ranges: { ...workload.ranges } }),
  };
}

/** What a workload says of what is billed besides tokens, beyond the defaults. */
function besides({ cacheLifetime, webSearchCalls = 0, fileSearchCalls = 0 }: WorkloadJson) {
  return {
    ...(cacheLifetime === "12h" ? { cacheLifetime } : {}),
    ...(webSearchCalls === 0 ? {} : { webSearchCalls }),
    ...(fileSearchCalls === 0 ? {} : { fileSearchCalls }),
  };
}

/** What a workload says of time beyond the defaults. The two of latency have none. */
function timeOf({
  shape,
  arrivals,
  sizes,
  inputP95ToMean,
  visibleOutputP95ToMean,
  reasoningP95ToMean,
  firstTokenMs,
  tokensPerSecond,
}: WorkloadTime): WorkloadTime {
  return {
    ...(shape === undefined || shape === "flat" ? {} : { shape }),
    ...(arrivals === undefined || arrivals === "poisson" ? {} : { arrivals }),
    ...(sizes === undefined || sizes === "fixed" ? {} : { sizes }),
    ...(inputP95ToMean === undefined || inputP95ToMean === 1 ? {} : { inputP95ToMean }),
    ...(visibleOutputP95ToMean === undefined || visibleOutputP95ToMean === 1 ? {} : { visibleOutputP95ToMean }),
    ...(reasoningP95ToMean === undefined || reasoningP95ToMean === 1 ? {} : { reasoningP95ToMean }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
    ...(tokensPerSecond === undefined ? {} : { tokensPerSecond }),
  };
}

/** What a scenario says of its run beyond the defaults. */
function runOf({ policy, seed, horizonMinutes }: ScenarioTime): ScenarioTime {
  return {
    ...(policy === undefined || policy === "queue" ? {} : { policy }),
    ...(seed === undefined || seed === 1 ? {} : { seed }),
    ...(horizonMinutes === undefined || horizonMinutes === 1440 ? {} : { horizonMinutes }),
  };
}

function completeBacklog({
  model,
  total,
  inputTokens,
  maxCompletionTokens,
  budgetUsd,
  enqueuedRequests,
  ...rest
}: BacklogJson): CompleteBacklog {
  return {
    model,
    total,
    inputTokens,
    cachedInputTokens: rest.cachedInputTokens ?? 0,
    visibleOutputTokens: rest.visibleOutputTokens ?? 0,
    reasoningTokens: rest.reasoningTokens ?? 0,
    ...(maxCompletionTokens === undefined ? {} : { maxCompletionTokens }),
    deadlineHours: rest.deadlineHours ?? 72,
    liveShare: rest.liveShare ?? 0.5,
    ...(budgetUsd === undefined ? {} : { budgetUsd: shortest(budgetUsd) }),
    ...(enqueuedRequests === undefined || enqueuedRequests === 1_000_000 ? {} : { enqueuedRequests }),
  };
}

function completeOverride({ model, price, limits, contextWindow, maxOutputTokens }: OverrideJson): OverrideJson {
  return {
    model,
    ...(price === undefined
      ? {}
      : {
          price: Object.fromEntries(
            Object.entries(price).map(([field, amount]) => [field, shortest(amount)]),
          ) as NonNullable<OverrideJson["price"]>,
        }),
    ...(limits === undefined || Object.keys(limits).length === 0 ? {} : { limits: { ...limits } }),
    ...(contextWindow === undefined ? {} : { contextWindow }),
    ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
  };
}

function shortest(decimal: string): string {
  return toShortDecimal(fromDecimal(decimal));
}
