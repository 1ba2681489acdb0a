import type { Scenario } from "@/lib/scenario";
import { chargedRequests, requestsOf, type RunInput } from "@/lib/simulation";
import { MINUTE_MS } from "@/lib/rates";
import type { TraceRequests } from "@/lib/usage";

/**
 * What the page wants simulated: a scenario, a multiple of its traffic, and a trace in place of that traffic
 * or `null`.
 */
export interface RunRequest {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly trace: TraceRequests | null;
}

const MOST_MINUTES = 43_200;

/**
 * The input of a run as the page keeps it. A trace keeps its length as the horizon and drops its requests:
 * only the worker needs them, and up to 100,000 of them would hold the page up.
 */
export function shownInput({ scenario, scale, trace }: RunRequest): RunInput {
  if (!trace) return { scenario, scale, trace: null };
  const horizonMinutes = Math.min(MOST_MINUTES, Math.floor(trace.atMs.at(-1)! / MINUTE_MS) + 1);
  return { scenario: { ...scenario, horizonMinutes }, scale: 1, trace: [] };
}

/**
 * The input of a run with the requests of the trace, charged as the first standard workload. There must be
 * one.
 */
export function inputOf(request: RunRequest): RunInput {
  const input = shownInput(request);
  if (!request.trace) return input;
  const { atMs, inputTokens, outputTokens } = request.trace;
  const first = request.scenario.workloads.find(({ serviceTier }) => serviceTier !== "batch")!;
  const requests = Array.from(atMs, (at, n) => ({
    atMs: at,
    inputTokens: inputTokens[n]!,
    outputTokens: outputTokens[n]!,
  }));
  return { ...input, trace: chargedRequests(requests, first, request.scenario) };
}

/** Whether there is anything to run: batch traffic is not simulated. */
export const hasStandard = ({ scenario }: RunRequest): boolean =>
  scenario.workloads.some(({ serviceTier }) => serviceTier !== "batch");

const counts = new WeakMap<RunRequest, number>();

/** The expected number of requests in a run, of a trace the exact one; 0 without a standard workload. */
export function requestsIn(request: RunRequest): number {
  const known = counts.get(request);
  if (known !== undefined) return known;
  const count = hasStandard(request) ? (request.trace?.atMs.length ?? requestsOf({ ...request, trace: null })) : 0;
  counts.set(request, count);
  return count;
}
