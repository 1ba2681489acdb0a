import { CHECKED_ON } from "@/lib/catalogue";
import type { Rule } from "./types";

const checkedOn = CHECKED_ON;

/** Rules of a backlog: the time it takes and what it costs. */
export const BACKLOG_RULES = {
  "batch-waves": {
    title: "A backlog goes through the batch queue in waves",
    statement:
      "A wave is as many requests as the batch queue holds at once, by their input tokens; the next one is enqueued when its batches are done, one turnaround later. The last wave may be short and takes as long. Without input tokens only the requests count.",
    formula: "waves = ⌈requests ÷ ⌊queue ÷ input tokens⌋⌉; time = waves × turnaround",
    basis: "assumed",
    doubt:
      "OpenAI promises a batch within 24 hours and no sooner: a shorter turnaround is your own assumption. Its API specification calls the queue limit a maximum per day, under which a wave takes a day whatever the turnaround.",
    sources: ["batch", "rate-limits", "openapi"],
    checkedOn,
    confidence: "medium",
  },
  "batch-enqueued-requests": {
    title: "At most a million requests are taken to be enqueued at once",
    statement:
      "However short its requests, a wave is taken to hold 1,000,000 of them at most, or as many as you enter.",
    formula: "requests a wave ≤ 1,000,000, or your own",
    basis: "assumed",
    doubt:
      "An assumption: the number stands in no text of OpenAI’s; one refused batch that somebody posted named it. The guide’s own limit is 2,000 batches an hour.",
    sources: ["forum-enqueued"],
    checkedOn,
    confidence: "low",
  },
  "batch-file": {
    title: "A batch is one file of 50,000 requests or 200 MB",
    statement:
      "Each batch of a wave is one file, all on one model, of at most 50,000 requests and 200 MB; of embeddings at most 50,000 inputs over all its requests, which is the same where a request has one input, as is assumed here. A request is taken to weigh 4 bytes an input token and 250 around them.",
    formula: "batches a wave = ⌈requests ÷ min(50,000; ⌊200,000,000 ÷ (4 × input + 250)⌋)⌉",
    basis: "published",
    doubt:
      "The two limits are published; the weight of a request is an assumption. Four bytes a token is OpenAI’s rule of thumb for English text, and the guide’s sample lines have 217 bytes around theirs. Other scripts and escaped text weigh more.",
    sources: ["batch", "help-4936856"],
    checkedOn,
    confidence: "medium",
  },
  "standard-sustained": {
    title: "Standard work is done at the rate the limits sustain",
    statement:
      "A backlog sent as standard runs at the requests a minute that the tighter of requests and tokens a minute sustains, less the share left to live traffic. The buckets’ first full minute is not counted; limits a day have a rule of their own.",
    formula: "requests a minute = min(RPM; TPM ÷ charge) × (1 − live share)",
    basis: "defined",
    doubt: "Waiting answers, retries and live traffic beyond its share are not in it.",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "high",
  },
  "standard-daily": {
    title: "A limit a day holds standard work back",
    statement:
      "Where requests or tokens a day are limited, a day’s worth, less the share left to live traffic, is taken to be there at the start and to refill evenly over 24 hours. What a backlog has beyond it waits for that; the tighter of the two limits counts. Batch waits for neither.",
    formula: "hours = max(requests ÷ rate; 24 × (requests ÷ requests a day − 1))",
    basis: "assumed",
    doubt:
      "Whether a day refills continuously is not published. If it begins anew at one moment of the day instead, or live traffic has used some of it, work ends later or earlier by up to a day.",
    sources: ["rate-limits", "model-page-data"],
    checkedOn,
    confidence: "medium",
  },
  "backlog-split": {
    title: "Batch and standard work at the same time",
    statement:
      "Each has limits of its own, so a backlog may be split: both parts start at once, and the later one is the finish. The cheapest split meets the deadline with as many requests as it can where a request costs less; the earliest one fills its waves until both parts are done together.",
    formula: "time = max(waves × turnaround; hours of the standard requests)",
    basis: "defined",
    sources: ["batch", "rate-limits"],
    checkedOn,
    confidence: "high",
  },
  "backlog-month": {
    title: "A backlog spends from the month’s usage limit",
    statement:
      "What of its cost falls into one month of 730 hours, at its pace, counts against the monthly usage limit. Where that is more than the limit, work stops until the next month. What the workloads of the scenario spend is not taken off.",
    formula: "cost in a month = Σ min(requests; requests in 730 hours) × cost of a request",
    basis: "defined",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "high",
  },
} as const satisfies Record<string, Rule>;
