import { CHECKED_ON, findModel, USAGE_TIERS, type UsageTierId } from "@/lib/catalogue";
import { usageFit, type UsageFit } from "@/lib/estimate";
import { reasonsInVain } from "@/lib/facts";
import { MOST, DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { MOST_TRACE_REQUESTS, type MadeWorkload, type MadeWorkloads, type UsageReport } from "@/lib/usage";
import { formatNumber, UNKNOWN } from "@/lib/view/text";
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

/**
 * The workloads of a log as a scenario at the lowest usage tier they fitted or are not known to be over, else
 * the highest, run for as long as the log lasts. Requests that name no model are planned on `unnamed`.
 */
export function importScenario(
  report: UsageReport,
  { made, modelOverrides, horizonMinutes }: MadeWorkloads,
  unnamed: string,
): Scenario | null {
  if (made.length === 0) return null;
  const fit = usageFit(report, report.groups.some(({ model }) => model !== null) ? undefined : unnamed);
  const workloads = made.map((one) => withModel(one, unnamed));
  const used = new Set(workloads.map(({ model }) => model));
  return {
    ...DEFAULTS.scenario,
    asOf: CHECKED_ON,
    usageTier: fit ? tierOf(fit) : DEFAULTS.scenario.usageTier,
    modelOverrides: modelOverrides.filter(({ model }) => used.has(model)),
    workloads,
    ...(horizonMinutes !== DEFAULTS.implied.horizonMinutes && { horizonMinutes }),
  };
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
export function workloadRows({ made }: MadeWorkloads, unnamed: string): ImportRow[] {
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
export function workloadsFinding({ made, leftOut }: MadeWorkloads): string {
  const count = made.length === 1 ? "One workload" : `${made.length} workloads, one for each model and service tier`;
  if (leftOut.length > 0) return `${count}; ${leftOut.length} more have no room in a scenario of ${MOST.workloads}`;
  const [first] = made;
  return first?.peak != null && first.simulatedPeak !== null
    ? `${count}; simulated, ${made.length === 1 ? "its" : "the first’s"} busiest minute has ${requestCountText(first.simulatedPeak)}, the log’s ${formatNumber(first.peak)}`
    : `${count} with the log’s own rates and sizes`;
}
