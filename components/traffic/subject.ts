import type { Scenario } from "@/lib/scenario";
import { chargedRequests, MINUTE_MS, type Subject } from "@/lib/simulation";
import type { TraceRequests } from "@/lib/usage";

/** What the page simulates: a scenario, how many times its traffic, and the real requests in place of it. */
export interface Asked {
  readonly scenario: Scenario;
  readonly scale: number;
  readonly trace: TraceRequests | null;
}

const MOST_MINUTES = 43_200;

/** The subject as the page shows it: a trace, whose horizon is its own length, without its requests. Those of 100,000 would hold the page up, and only the worker needs them. */
export function shownSubject({ scenario, scale, trace }: Asked): Subject {
  if (!trace) return { scenario, scale, trace: null };
  const horizonMinutes = Math.min(MOST_MINUTES, Math.floor(trace.atMs.at(-1)! / MINUTE_MS) + 1);
  return { scenario: { ...scenario, horizonMinutes }, scale: 1, trace: [] };
}

/** The subject whole. A trace is charged as the first standard workload, which there is. */
export function subjectOf(asked: Asked): Subject {
  const subject = shownSubject(asked);
  if (!asked.trace) return subject;
  const { atMs, inputTokens, outputTokens } = asked.trace;
  const first = asked.scenario.workloads.find(({ serviceTier }) => serviceTier !== "batch")!;
  const requests = Array.from(atMs, (at, n) => ({
    atMs: at,
    inputTokens: inputTokens[n]!,
    outputTokens: outputTokens[n]!,
  }));
  return { ...subject, trace: chargedRequests(requests, first, asked.scenario) };
}
