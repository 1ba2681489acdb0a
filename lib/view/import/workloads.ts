import { CHECKED_ON, findModel, USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import { usageFit, type UsageFit } from "@/lib/estimate";
import { reasonsInVain } from "@/lib/facts";
import { MOST, DEFAULTS, poolOf, type ModelOverride, type Scenario, type Workload } from "@/lib/scenario";
import { MOST_TRACE_REQUESTS, type MadeWorkload, type MadeWorkloads, type UsageReport } from "@/lib/usage";
import { formatNumber, formatPercent, UNKNOWN } from "@/lib/view/text";
import { PER_LABELS, tierWord } from "@/lib/view/names";
import type { ImportRow } from "./tables";
import { formatSize, modelName, requestCountText } from "./words";

/** The workload; one of requests that name no model is on `unnamed`. */
const withModel = ({ workload, group }: MadeWorkload, unnamed: string): Workload =>
  group.model === null ? { ...workload, model: unnamed } : workload;

/** The lowest tier with no limit that was over, be others unknown; the highest where each has one. */
function tierOf({ pools }: UsageFit): UsageTierId {
  const lowest = USAGE_TIERS.find(
    ({ id }) =>
      id !== "free" && pools.every(({ tiers }) => tiers.find(({ usageTier }) => usageTier === id)?.fits !== false),
  );
  return lowest?.id ?? 5;
}

/** Of one’s own facts on models those on the workloads’ models, and an empty one for each that has none yet. */
function overridesFor(
  workloads: readonly Workload[],
  own: readonly ModelOverride[],
  made: readonly ModelOverride[],
): ModelOverride[] {
  const used = new Set(workloads.flatMap(({ model }) => [model, poolOf(model)]));
  const named = new Set(own.map(({ model }) => model));
  return [...own, ...made.filter(({ model }) => !named.has(model))].filter(({ model }) => used.has(model));
}

/** What a scenario says of the account: usage tier, how tokens are counted, own limits of money. */
function accountOf({
  usageTier,
  tokenAccounting,
  rpmWindowSeconds,
  batchTurnaroundHours,
  monthlyUsageLimitUsd,
  monthlyBudgetUsd,
  regional,
}: Scenario) {
  return {
    usageTier,
    tokenAccounting,
    rpmWindowSeconds,
    batchTurnaroundHours,
    ...(monthlyUsageLimitUsd !== undefined && { monthlyUsageLimitUsd }),
    ...(monthlyBudgetUsd !== undefined && { monthlyBudgetUsd }),
    ...(regional !== undefined && { regional }),
  };
}

/** A name that says which log it was; a pasted or dropped text has none. */
const titleOf = (name: string): string =>
  /\.\w+$/.test(name) ? [...name.replace(/\p{Surrogate}/gu, "")].slice(0, 80).join("") : "";

/**
 * The workloads of a log as a scenario of today, run for as long as the log lasts. With one’s `own` scenario
 * it keeps what that says of the account and of the log’s models; else it is at the lowest usage tier the log
 * fitted or is not known to be over, else the highest. Requests that name no model are planned on `unnamed`.
 * One’s own growth and variants were of other workloads, and are not kept.
 */
export function importScenario(
  report: UsageReport,
  { made, modelOverrides, horizonMinutes }: MadeWorkloads,
  unnamed: string,
  { name = "", own = null }: { readonly name?: string; readonly own?: Scenario | null } = {},
): Scenario | null {
  if (made.length === 0) return null;
  const fit = usageFit(report, report.groups.some(({ model }) => model !== null) ? undefined : unnamed);
  const workloads = made.map((one) => withModel(one, unnamed));
  return {
    ...DEFAULTS.scenario,
    title: titleOf(name),
    asOf: CHECKED_ON,
    usageTier: fit ? tierOf(fit) : DEFAULTS.scenario.usageTier,
    ...(own && accountOf(own)),
    modelOverrides: overridesFor(workloads, own?.modelOverrides ?? [], modelOverrides),
    workloads,
    ...(horizonMinutes !== DEFAULTS.implied.horizonMinutes && { horizonMinutes }),
  };
}

/** One’s own scenario with the workloads of a log behind its own; `null` where there is no room for all. */
export function withImported(own: Scenario, { made, modelOverrides }: MadeWorkloads, unnamed: string): Scenario | null {
  const added = made.map((one) => withModel(one, unnamed));
  const known = new Set(own.modelOverrides.map(({ model }) => model));
  const overrides = [
    ...own.modelOverrides,
    ...overridesFor(added, [], modelOverrides).filter(({ model }) => !known.has(model)),
  ];
  if (added.length === 0 || own.workloads.length + added.length > MOST.workloads) return null;
  if (overrides.length > MOST.modelOverrides) return null;
  return { ...own, modelOverrides: overrides, workloads: [...own.workloads, ...added] };
}

/** Why a log cannot be replayed in Traffic, as a sentence; `null` where it can. */
export function replayRefusal({ trace, total }: UsageReport, { made }: MadeWorkloads): string | null {
  if (total.requests > MOST_TRACE_REQUESTS)
    return `${requestCountText(total.requests)} are more than the ${formatNumber(MOST_TRACE_REQUESTS)} that Traffic replays.`;
  if (!trace) return "There are no single requests with times to replay.";
  return made.some(({ workload }) => workload.serviceTier === "standard")
    ? null
    : "Only standard requests are replayed; the log has none.";
}

/** Each workload: its rate and sizes, and its busiest minute beside that of its simulation. */
function workloadRows({ made }: MadeWorkloads, unnamed: string): ImportRow[] {
  return made.map((one, index): ImportRow => {
    const { name, model, serviceTier, requests, per, inputTokens, visibleOutputTokens, reasoningTokens, shape } =
      withModel(one, unnamed);
    const { peak, simulatedPeak, group } = one;
    const known = findModel(model);
    const isVain =
      known && reasonsInVain({ model: known, maxOutputTokens: known.maxOutputTokens }, { reasoningTokens });
    const about = [
      ...(group.model === null ? [`${modelName(null)}: planned on it`] : []),
      ...(name && name !== model ? [model] : []),
      ...(serviceTier === "standard" ? [] : [tierWord(serviceTier)]),
      ...(shape ? [shape] : []),
      ...(isVain ? ["reasoning on a model without it"] : []),
    ];
    return {
      key: String(index),
      name: name || model,
      about: about.join(", "),
      cells: [
        `${formatNumber(requests)} ${PER_LABELS[per]}`,
        formatSize(inputTokens),
        formatSize(visibleOutputTokens + reasoningTokens),
        peak === null ? UNKNOWN : formatNumber(peak),
        simulatedPeak === null ? UNKNOWN : formatNumber(simulatedPeak),
      ],
    };
  });
}

/** How many workloads a log makes and how their simulation compares with it, in a sentence. */
function workloadsFinding({ made, leftOut }: MadeWorkloads): string {
  const count = made.length === 1 ? "One workload" : `${made.length} workloads, one for each model and service tier`;
  if (leftOut.length > 0) return `${count}; ${leftOut.length} more have no room in a scenario of ${MOST.workloads}`;
  const [first] = made;
  return first?.peak != null && first.simulatedPeak !== null
    ? `${count}; simulated, ${made.length === 1 ? "its" : "the first’s"} busiest minute has ${requestCountText(first.simulatedPeak)}, the log’s ${formatNumber(first.peak)}`
    : `${count} with the log’s own rates and sizes`;
}

/** The plan’s tokens of the busiest minute fall short by less than this of what they are worth saying. */
const WORTH_SAYING = 0.01;

/** Where the busiest minute of tokens was fuller than requests of mean size make it, in a sentence; else `null`. */
function workloadsRemark({ made }: MadeWorkloads): string | null {
  const fuller = made.flatMap(({ group, peak }) => {
    const tokens = group.peakTokens?.perMinute;
    const mean = ((group.inputTokens + group.outputTokens) / group.requests) * (peak ?? 0);
    return tokens !== undefined && mean > 0 && tokens / mean - 1 > WORTH_SAYING
      ? [{ group, tokens, share: tokens / mean - 1 }]
      : [];
  });
  const [first] = fuller.sort((a, b) => b.share - a.share);
  if (!first) return null;
  const on = made.length === 1 ? "" : ` on ${modelName(first.group.model)}`;
  return `The busiest minute of tokens${on} had ${formatNumber(first.tokens)}, ${formatPercent(first.share)} more than its busiest minute of requests at their mean size, which is what the plan takes.`;
}

/** The workloads made of a log: how many, as a sentence; each as a row; what the plan’s tokens fall short of. */
export const workloadsView = (made: MadeWorkloads, unnamed: string) => ({
  finding: workloadsFinding(made),
  rows: workloadRows(made, unnamed),
  remark: workloadsRemark(made),
});
