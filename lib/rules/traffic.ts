import { CHECKED_ON } from "@/lib/catalogue";
import type { Rule } from "./types";

const checkedOn = CHECKED_ON;

/** Rules of simulated traffic: arrivals, waits, 429s and failures. */
export const TRAFFIC_RULES = {
  "traffic-buckets": {
    title: "Two buckets, refilled every instant",
    statement:
      "A request takes 1 from the bucket of requests and its charge from the bucket of tokens, both full at the start, and starts when both can pay. One charged more than the whole token bucket never fits and takes nothing. A limit nobody knows does not bind.",
    formula: "requests: max(1, RPM × window ÷ 60), refill RPM ÷ 60 a second; tokens: TPM, refill TPM ÷ 60 a second",
    basis: "observed",
    doubt:
      "The refill follows from the waits that published 429 messages state. How many requests the bucket holds is an assumption, the RPM window.",
    sources: ["429-codex", "429-metagpt", "429-codel", "help-6891753"],
    checkedOn,
    confidence: "high",
  },
  "traffic-queue": {
    title: "Queue: the client paces itself",
    statement:
      "A request starts at the first instant at which both buckets can pay, not before the one ahead of it. No 429 is ever answered; what is too much waits.",
    formula: "start = max(arrival; start of the one ahead; both buckets can pay)",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-retry": {
    title: "Retry: sent again after a random, growing wait",
    statement:
      "A request is sent as it comes. Answered with a 429, it is sent again after a random time up to 1 s, then 2, 4, 8 and 16 s; after six attempts in all it has failed. A 429 takes 1 from the bucket of requests where it has one, so that retries crowd out requests.",
    formula: "wait before attempt n + 1 = random × min(60; 2ⁿ⁻¹) s",
    basis: "published",
    doubt:
      "OpenAI advises exponential backoff with jitter and says that failed requests count towards requests a minute; its example gives the seconds and the six attempts. Clients in use differ.",
    sources: ["help-5955604", "rate-limits"],
    checkedOn,
    confidence: "medium",
  },
  "traffic-drop": {
    title: "Drop: one attempt",
    statement: "A request is sent as it comes; answered with a 429, it has failed.",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-shape": {
    title: "The shape of a day keeps the mean and the busiest minute",
    statement:
      "Each shape is a rate for every minute of a day or week. Its busiest minute is exactly the scenario’s busiest minute over the mean: below the shape’s own peak it is flattened, above it bursts of a minute are added where it is busy, and the rest is lowered.",
    formula: "busiest minute = mean × busiest over mean",
    basis: "defined",
    doubt: "The shapes are typical ones, not measured on your traffic; a trace is.",
    sources: [],
    checkedOn,
    confidence: "medium",
  },
  "traffic-arrivals": {
    title: "Chance lifts the busiest minute above the curve",
    statement:
      "Poisson requests come each by itself at the curve’s rate, so that a minute’s count varies by the square root of its mean. Of many equally busy minutes the busiest one has more than the curve says. Steady requests keep to the curve. As measured, each minute has what the curve says, by chance within it, and no 60 s hold more than the peak: what a log’s own busiest minute is planned as.",
    formula: "lift ≈ √(2 ln minutes at the peak) × √(requests a minute there)",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-sizes": {
    title: "Sizes are drawn from equally likely ones",
    statement:
      "Fixed sizes are the means. A part with a 95th percentile of its own is log-normal; otherwise sizes follow quantiles of real requests, stretched to the mean. Either way 8,192 sizes, each as likely as the others, have the mean asked for. Reasoning varies with the visible output it belongs to.",
    formula: "p95 ÷ mean of a log-normal ≤ 3.868",
    basis: "assumed",
    doubt: "Your own requests may differ: replay a trace of them.",
    sources: ["azure-trace", "servegen"],
    checkedOn,
    confidence: "medium",
  },
  "starting-sizes": {
    title: "Starting points are sizes to replace",
    statement:
      "Support chat answers as long as Azure’s conversation trace of 2023 does (19,366 requests, 1,155 tokens in and 211 out on the mean), behind a system prompt that is read from the cache. The other starting points and presets are of the order of such work.",
    basis: "assumed",
    doubt: "No public trace of coding agents, extraction or labels was used: read a log of your own instead.",
    sources: ["azure-trace"],
    checkedOn,
    confidence: "low",
  },
  "traffic-waits": {
    title: "A wait is start less arrival, over the admitted",
    statement:
      "The p95 is the wait that 95 % of the admitted requests do not exceed, by nearest rank; those that start at once count as 0. Of a trace it is exact, of generated requests within 0.5 %. What failed or never fit has no wait.",
    formula: "p95 = wait number ⌈0.95 × admitted⌉ in order",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-counts": {
    title: "Nothing offered is lost",
    statement: "Every request is admitted, has failed, never fits or still waits 30 days after the period.",
    formula: "offered = admitted + failed + never fits + still waiting",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-recovery": {
    title: "Recovery: from the longest queue to none",
    statement:
      "The queue is what came and was neither admitted nor failed by a minute’s end. Recovery is the time from the minute with the longest queue to the first one without.",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-in-flight": {
    title: "Requests in flight at once",
    statement:
      "By Little’s law the requests in flight are the rate of starts times how long each takes: the time to its first token, then its output at its speed. The peak is the minute in which most were admitted.",
    formula: "in flight = admitted a minute × (first token + output ÷ tokens a second) ÷ 60 s",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-retry-cost": {
    title: "What billed retries cost over the period",
    statement:
      "Billed extra attempts are the retry share of a workload; a 429 costs nothing. Their part of the month’s bill is taken for the simulated minutes of the month’s 43,800.",
    formula: "month’s cost × minutes ÷ 43,800 × retry share ÷ (1 + retry share)",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "traffic-break": {
    title: "When traffic breaks",
    statement:
      "Traffic breaks when a request waits over a minute or without end (queue), when one fails (retry, drop), or when one never fits. The largest multiple that still holds is found to 1 %, each try with the same seed.",
    basis: "defined",
    doubt: "One more request of chance can move it: other seeds give other multiples.",
    sources: [],
    checkedOn,
    confidence: "medium",
  },
} as const satisfies Record<string, Rule>;
