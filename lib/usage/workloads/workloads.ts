import { MINUTE_MS } from "@/lib/rates";
import { findModel } from "@/lib/catalogue";
import { MODEL_ID, MOST, NUMBERS, DEFAULTS, type ModelOverride, type Shape, type Workload } from "@/lib/scenario";
import { accepts } from "@/lib/fields";
import { countBusiest, expectedBusiest, rateCurve } from "@/lib/simulation";
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
/** The peak is met this well, as a share of it, or the tries are spent. */
const CLOSE = 0.001;
const MOST_TRIES = 24;
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
  /** How long a simulation lasts as long as the log does, 30 days at most. */
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

/** From the first start to the last end, a minute at least; days counted together are whole ones. */
function spanOf({ firstMs, lastMs }: UsageReport): number | null {
  return firstMs === null || lastMs === null ? null : Math.max(MINUTE_MS, lastMs - firstMs);
}

const isSteady = ({ dispersion }: UsageGroup, spanMs: number) =>
  dispersion !== null && dispersion < 1 - CLEARLY * Math.sqrt(2_000 / spanMs);

/** The largest three-decimal ratio not above `value`, within what a workload takes. */
const peakToMean = (value: number) => Math.min(NUMBERS.peakToMean.max, Math.max(1, Math.floor(value * 1000) / 1000));

/**
 * How far above the mean the rate curve has to go so that the busiest 60 s that are counted are expected to
 * hold `peak` requests: less than peak over mean, since chance adds its part. By halving and false position
 * between no bursts and the peak itself.
 */
function fitted(workload: Workload, peak: number, meanPerMinute: number, minutes: number): number {
  const most = peakToMean(peak / meanPerMinute);
  const at = (value: number) => expectedBusiest({ ...workload, peakToMean: value }, minutes) - peak;
  if (workload.arrivals === "steady" || most === 1) return most;
  let [low, lowOff, high, highOff] = [1, at(1), most, at(most)];
  if (lowOff >= 0) return 1;
  if (highOff <= 0) return most;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const share = tries % 3 === 2 ? 0.5 : -lowOff / (highOff - lowOff);
    const value = low + share * (high - low);
    const off = at(value);
    if (Math.abs(off) <= CLOSE * peak) return toThousandths(value);
    if (off < 0) [low, lowOff] = [value, off];
    else [high, highOff] = [value, off];
  }
  return toThousandths((low + high) / 2);
}

/** A log too short to hold the first burst of its curve is fitted on a day. */
function fittedMinutes(minutes: number, shape: Shape, ratio: number): number {
  const curve = rateCurve(shape, peakToMean(ratio));
  return Math.max(...curve.subarray(0, minutes)) < Math.max(...curve) ? Math.max(minutes, DAY_MINUTES) : minutes;
}

function make(
  group: UsageGroup,
  {
    report,
    spanMs,
    horizonMinutes,
    unnamed,
  }: Pick<MadeWorkloads, "spanMs" | "horizonMinutes"> & {
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
    ...(isSteady(group, ms) && { arrivals: "steady" as const }),
    ...sizesFrom(group),
  };
  const peak = spanMs === null ? null : (peakRequests?.perMinute ?? null);
  if (peak === null) return { workload: flat, group, hoursLater, peak: null, simulatedPeak: null };
  const meanPerMinute = (requests * MINUTE_MS) / ms;
  const minutes = fittedMinutes(horizonMinutes, shape, peak / meanPerMinute);
  const workload = { ...flat, peakToMean: fitted(flat, peak, meanPerMinute, minutes) };
  const simulatedPeak = meanPerMinute * minutes > MOST_COUNTED ? null : countBusiest(workload, minutes, 1).busiest;
  return { workload, group, hoursLater, peak, simulatedPeak };
}

/**
 * A log as workloads whose simulation has the log's own rates, sizes and busiest minutes: one for each model
 * at each service tier. Rates are requests, failed ones among them, over the whole log's span, tokens the
 * mean of all of these. What names no model is taken for `unnamed`; of failed requests alone nothing is made.
 */
export function workloadsOf(report: UsageReport, unnamed: string): MadeWorkloads {
  const spanMs = spanOf(report);
  const horizonMinutes = Math.min(
    NUMBERS.horizonMinutes.max,
    Math.max(1, Math.round((spanMs ?? DAY_MINUTES * MINUTE_MS) / MINUTE_MS)),
  );
  const groups = report.groups
    .filter(({ requests, failedRequests }) => requests > failedRequests)
    .sort((a, b) => b.requests - a.requests);
  const made = groups.slice(0, MOST.workloads).map((group) => make(group, { report, spanMs, horizonMinutes, unnamed }));
  const custom = new Set(made.map(({ workload }) => workload.model).filter((model) => !findModel(model)));
  return {
    made,
    leftOut: groups.slice(MOST.workloads),
    modelOverrides: [...custom].map((model) => ({ model })),
    horizonMinutes,
    spanMs,
  };
}
