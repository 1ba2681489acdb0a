import { CHECKED_ON } from "@/lib/catalogue";
import { encodeLink } from "@/lib/link";
import { EXAMPLE, type Scenario } from "@/lib/scenario";
import { busy, notAllowed, type Answer } from "./answer";
import type { Body } from "./body";
import { oneModel } from "./catalogue-calls";
import { compareByLink } from "./compare-calls";
import { forecastByBody } from "./forecast-calls";
import { estimateByBody, estimateByLink } from "./estimate-calls";
import { rangeByBody } from "./range-calls";
import { simulateByBody } from "./simulate/calls";

const toBody = (text: string): Body => ({ bytes: new TextEncoder().encode(text) });
const jsonOf = ({ body }: Answer): unknown => JSON.parse(body!);

/** The link of the worked example. */
export const EXAMPLE_LINK = encodeLink(EXAMPLE);
/** The worked example as it grows by 8 % a month for a year. */
export const EXAMPLE_GROWTH: Scenario = {
  ...EXAMPLE,
  growth: { percentPerMonth: 8, months: 12, tierFollows: true },
};
/** A trace of three requests that meets a limit: the numbers of a published 429 message. */
const trace = {
  scenario: { usageTier: 1, workloads: [{ model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000 }] },
  policy: "queue",
  horizonMinutes: 1,
  seed: 1,
  requests: [
    { atMs: 0, inputTokens: 160_000, outputTokens: 2960 },
    { atMs: 0, inputTokens: 40_000, outputTokens: 2288 },
    { atMs: 30_000, inputTokens: 1500, outputTokens: 1200 },
  ],
};
/** A support bot before any log: five of its means are ranges. */
const ranges = {
  asOf: CHECKED_ON,
  usageTier: 4,
  workloads: [
    {
      model: "gpt-5.6-terra",
      requests: 40,
      per: "minute",
      peakToMean: 3,
      inputTokens: 2200,
      cachedInputTokens: 1500,
      visibleOutputTokens: 350,
      reasoningTokens: 600,
      ranges: {
        requests: [32, 50],
        cachedInputTokens: [1000, 1700],
        visibleOutputTokens: [280, 450],
        reasoningTokens: [300, 2000],
        peakToMean: [2, 9],
      },
    },
  ],
};
/** A body with two faults. */
const faulty =
  '{"workloads": [{"model": "o1-mini", "requests": "120", "per": "minute", "inputTokens": 1500, "colour": "red"}]}';

/** Bodies of the examples: a trace, a scenario with ranges, and one with two faults, as text. */
export const EXAMPLE_BODIES = { trace, ranges, faulty } as const;

/** Every way to fail, each with an answer that a call really gives. */
export const FAILURES = {
  400: { meaning: "The body is not JSON.", answer: () => estimateByBody(toBody('{"workloads": ['), "", null) },
  404: { meaning: "There is no such call, or the catalogue has no such model.", answer: () => oneModel("gpt-99") },
  405: {
    meaning: "The address has no such method; the Allow header names those it has.",
    answer: () => notAllowed("PUT", ["GET", "HEAD", "OPTIONS", "POST"]),
  },
  413: {
    meaning: "The body is longer than 1 MiB; of a simulation, than 16 MiB.",
    answer: () => estimateByBody({ refused: "too-large", begun: false }, "", null),
  },
  422: {
    meaning: "The query or the JSON is not a valid scenario; every fault is listed.",
    answer: () => estimateByBody(toBody(faulty), "", null),
  },
  503: { meaning: "Too many runs wait already; Retry-After says in how many seconds to ask.", answer: () => busy(3) },
} as const;

/** The answer to a failing call. */
export const failureExample = (status: keyof typeof FAILURES): unknown => jsonOf(FAILURES[status].answer());

/** The answer to the link of the worked example, as JSON and as CSV. */
export const estimateExample = () => ({
  json: jsonOf(estimateByLink(EXAMPLE_LINK.slice(1), null)),
  csv: estimateByLink(`${EXAMPLE_LINK.slice(1)}&format=csv`, null).body,
});

/** The comparison of the worked example’s link. */
export const comparisonExample = (): unknown => jsonOf(compareByLink(EXAMPLE_LINK.slice(1)));

/** The forecast of the worked example as it grows. */
export const forecastExample = (): unknown => jsonOf(forecastByBody(toBody(JSON.stringify(EXAMPLE_GROWTH)), ""));
/** The answer to the ranges. */
export const rangeExample = (): unknown => jsonOf(rangeByBody(toBody(JSON.stringify(ranges)), ""));

/** The answer to the trace. */
export const simulationExample = (): unknown => jsonOf(simulateByBody(toBody(JSON.stringify(trace))));
