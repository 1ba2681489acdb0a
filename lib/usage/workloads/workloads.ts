import { MINUTE_MS } from "@/lib/rates";
import { findModel } from "@/lib/catalogue";
import { MODEL_ID, MOST, NUMBERS, DEFAULTS, type ModelOverride, type Workload } from "@/lib/scenario";
import { accepts } from "@/lib/fields";
import { attemptsPerMinute, countBusiest, rateCurve } from "@/lib/simulation";
import type { UsageGroup, UsageReport } from "../report";
import { rateOf, toThousandths } from "./rate";
import { shapeOf } from "./shape";
import { sizesFrom } from "./sizes";

const DAY_MINUTES = 1_440;
/**
 * How many standard errors below 1 the dispersion of a steady flow is at least; that of Poisson counts over n
 * seconds has one of √(2 ÷ n).
 */
const CLEARLY = 4;
/** A workload with more requests than this is not simulated to count its peak. */
const MOST_COUNTED = 2_000_000;

/** A workload, the part of the log it stands for, and what a reader of it has to know. */
export interface MadeWorkload {
  readonly workload: Workload;
  readonly group: UsageGroup;
  /** The log's day runs so many hours later than the shape's. */
  readonly hoursLater: number;
  /**
   * Requests of the busiest 60 s: of the log, and counted in a simulation with seed 1 over `horizonMinutes`;
   * `null` where the log does not tell, or there are too many to count.
   */
  readonly peak: number | null;
  readonly simulatedPeak: number | null;
}

/** The workloads made of a log, and what of it they leave out. */
export interface MadeWorkloads {
  /** Most requests first. */
  readonly made: readonly MadeWorkload[];
  /** What 20 workloads have no room for. */
  readonly leftOut: readonly UsageGroup[];
  /** One for each model that the catalogue does not know. */
  readonly modelOverrides: readonly ModelOverride[];
  /** How long a simulation lasts: as the log does, 30 days at most, and a day where else no busiest minute came. */
  readonly horizonMinutes: number;
  /** The time that rates are taken over; `null`: the log tells none, and all of it is taken as a day's. */
  readonly spanMs: number | null;
}

/** A name the scenario accepts: the catalogue's, or a custom one in small letters. */
function modelOf(name: string): string {
  const known = [name, name.toLowerCase()].find((id) => findModel(id));
  if (known) return known;
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 40);
  return MODEL_ID.test(id) ? id : "unknown-model";
}

/** From the first start to the last end, a minute at least. */
function spanOf({ firstMs, lastMs }: UsageReport): number | null {
  return firstMs === null || lastMs === null ? null : Math.max(MINUTE_MS, lastMs - firstMs);
}

const isSteady = ({ dispersion }: UsageGroup, spanMs: number) =>
  dispersion !== null && dispersion < 1 - CLEARLY * Math.sqrt(2_000 / spanMs);

/** The log’s busiest 60 s over its mean, within what a workload takes. */
const peakToMean = (peak: number, meanPerMinute: number) =>
  Math.min(NUMBERS.peakToMean.max, Math.max(1, toThousandths(peak / meanPerMinute)));

/** When a workload’s curve is at its busiest for the first time, in minutes. */
function firstPeak({ shape = DEFAULTS.implied.shape, peakToMean }: Workload): number {
  const curve = rateCurve(shape, peakToMean);
  const most = Math.max(...curve);
  return curve.indexOf(most);
}

function make(
  group: UsageGroup,
  {
    report,
    spanMs,
    unnamed,
  }: Pick<MadeWorkloads, "spanMs"> & {
    readonly report: UsageReport;
    readonly unnamed: string;
  },
): MadeWorkload {
  const { requests, model, peakRequests, maxCompletionTokens: cap } = group;
  const ms = spanMs ?? DAY_MINUTES * MINUTE_MS;
  const { shape, hoursLater } = shapeOf(group, report);
  const mean = (tokens: number) => toThousandths(tokens / requests);
  const id = modelOf(model ?? unnamed);
  const [input, cached] = [mean(group.inputTokens), mean(group.cachedInputTokens)];
  // Each mean is rounded by itself, and both parts are inside the input.
  const written = Math.min(mean(group.cacheWriteTokens), toThousandths(input - cached));
  const flat: Workload = {
    ...DEFAULTS.workload,
    name: model === null || model === id ? "" : [...model].slice(0, 60).join(""),
    model: id,
    serviceTier: group.serviceTier,
    ...rateOf(requests, ms),
    inputTokens: input,
    cachedInputTokens: cached,
    ...(written > 0 && { cacheWriteTokens: written }),
    visibleOutputTokens: mean(group.outputTokens - group.reasoningTokens),
    reasoningTokens: mean(group.reasoningTokens),
    ...(cap !== null && accepts(NUMBERS.maxCompletionTokens, cap) && { maxCompletionTokens: cap }),
    ...(shape !== "flat" && { shape }),
    ...sizesFrom(group),
  };
  const peak = spanMs === null ? null : (peakRequests?.perMinute ?? null);
  if (peak === null) return { workload: flat, group, hoursLater, peak: null, simulatedPeak: null };
  const meanPerMinute = (requests * MINUTE_MS) / ms;
  const arrivals = isSteady(group, ms) ? ("steady" as const) : ("measured" as const);
  const workload: Workload = { ...flat, arrivals, peakToMean: peakToMean(peak, meanPerMinute) };
  return { workload, group, hoursLater, peak, simulatedPeak: null };
}

/** The same with the busiest 60 s of its simulation, unless there are too many requests to count. */
function simulated(one: MadeWorkload, minutes: number): MadeWorkload {
  const { workload, peak } = one;
  if (peak === null || attemptsPerMinute(workload) * minutes > MOST_COUNTED) return one;
  return { ...one, simulatedPeak: countBusiest(workload, minutes, 1).busiest };
}

/**
 * A log as workloads with its own rates, sizes and busiest minutes, in the plan and in the simulation: one for
 * each model at each service tier. `peakToMean` is the busiest 60 s of requests over their mean. Rates are
 * requests, failed ones among them, over the whole log's span, tokens the mean of all of these. What names no
 * model is taken for `unnamed`; of failed requests alone nothing is made.
 */
export function workloadsOf(report: UsageReport, unnamed: string): MadeWorkloads {
  const spanMs = spanOf(report);
  const logMinutes = Math.min(
    NUMBERS.horizonMinutes.max,
    Math.max(1, Math.round((spanMs ?? DAY_MINUTES * MINUTE_MS) / MINUTE_MS)),
  );
  const groups = report.groups
    .filter(({ requests, failedRequests }) => requests > failedRequests)
    .sort((a, b) => b.requests - a.requests);
  const made = groups.slice(0, MOST.workloads).map((group) => make(group, { report, spanMs, unnamed }));
  const showsPeaks = made.every(({ workload }) => firstPeak(workload) < logMinutes);
  const horizonMinutes = showsPeaks ? logMinutes : Math.max(logMinutes, DAY_MINUTES);
  const custom = new Set(made.map(({ workload }) => workload.model).filter((model) => !findModel(model)));
  return {
    made: made.map((one) => simulated(one, horizonMinutes)),
    leftOut: groups.slice(MOST.workloads),
    modelOverrides: [...custom].map((model) => ({ model })),
    horizonMinutes,
    spanMs,
  };
}
