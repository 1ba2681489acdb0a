import type { RuleId } from "@/lib/rules";

/** The method in the order an estimate is made. Every rule stands in one section. */
export const METHOD: readonly {
  id: string;
  eyebrow: string;
  finding: string;
  lead: string;
  rules: readonly RuleId[];
}[] = [
  {
    id: "month",
    eyebrow: "From a rate to a month",
    finding: "120 requests a minute are 5,256,000 a month",
    lead: "A workload is one kind of request at a mean rate. Everything else is that rate times hours, tokens and prices.",
    rules: ["month-730", "retries-billed"],
  },
  {
    id: "cost",
    eyebrow: "Cost",
    finding: "Every token lands in one line of the bill, once",
    lead: "Input splits into what is read from the cache, what is written to it and the rest, output into visible and reasoning. Each part has one price on the scenario’s date; the parts add up to the total.",
    rules: [
      "price-per-million",
      "cached-input",
      "cache-write",
      "reasoning-is-output",
      "long-context",
      "batch-price",
      "batch-cached",
      "batch-no-cached-discount",
      "flex-priority",
      "flex-winds-down",
      "regional",
      "tool-calls",
      "retired-prices",
      "rounding",
    ],
  },
  {
    id: "charge",
    eyebrow: "What one request is charged against tokens a minute",
    finding: "A cap of 8,000 charges 9,500, 8,000 or 2,700 tokens, depending on whom you believe",
    lead: "OpenAI documents three rules. The first is the safe default when a cap is set; the planner shows your scenario under each.",
    rules: [
      "tpm-charge-prompt-plus-cap",
      "tpm-charge-larger-of",
      "tpm-charge-actual",
      "tpm-charge-no-cap",
      "cached-counts-tpm",
    ],
  },
  {
    id: "limits-demand",
    eyebrow: "Demand and limits",
    finding: "Peak demand over the limit is utilisation; the highest binds first",
    lead: "Four limits are watched: requests and tokens a minute of each model, its batch queue, and the account’s monthly usage; where a model has them, requests and tokens a day too. At the peak, every workload is taken to have its busiest minute at once.",
    rules: [
      "rpm-demand",
      "shared-pools",
      "daily-limits",
      "batch-queue",
      "monthly-usage",
      "usage-tiers",
      "headroom",
      "long-requests",
      "unpublished-limits",
    ],
  },
  {
    id: "never",
    eyebrow: "What never runs",
    finding: "Some requests no wait can help",
    lead: "Two checks look at one request alone. A scenario that fails either does not fit, whatever its rate.",
    rules: ["request-too-large", "context-window"],
  },
  {
    id: "ranges",
    eyebrow: "Ranges",
    finding: "What is not known is a range, and the answer a share of cases",
    lead: "A mean that nobody has measured is entered as two ends. Cost and headroom then have quantiles, and verdicts speak in shares.",
    rules: ["range-log-normal", "range-cases", "range-drivers"],
  },
  {
    id: "time",
    eyebrow: "How limits act within the minute",
    finding: "Limits refill every instant, not once a minute",
    lead: "An estimate compares a minute’s demand with a minute’s limit. These rules say what happens inside that minute.",
    rules: ["continuous-refill", "rpm-window", "cache-prefix"],
  },
  {
    id: "traffic",
    eyebrow: "Traffic through a day",
    finding: "Averages do not get 429s; peaks do",
    lead: "Traffic simulates every request of a day against the limits: when it comes, how large it is, when it starts or why it does not. One scenario and seed give one answer, to the last digit, wherever it is computed.",
    rules: [
      "traffic-buckets",
      "traffic-queue",
      "traffic-retry",
      "traffic-drop",
      "traffic-shape",
      "traffic-arrivals",
      "traffic-sizes",
      "starting-sizes",
      "traffic-counts",
      "traffic-waits",
      "traffic-recovery",
      "traffic-in-flight",
      "traffic-retry-cost",
      "traffic-break",
    ],
  },
  {
    id: "backlog",
    eyebrow: "A pile of work",
    finding: "25,000,000 input tokens through a queue of 2,000,000 are 13 waves",
    lead: "A backlog is so many requests of one kind, done once. Batch takes them in waves, standard at a steady rate beside live traffic; Backlog finds the split that meets a deadline for least, or finishes first for a budget.",
    rules: [
      "batch-waves",
      "batch-enqueued-requests",
      "batch-file",
      "standard-sustained",
      "standard-daily",
      "backlog-split",
      "backlog-month",
    ],
  },
  {
    id: "forecast",
    eyebrow: "Month by month",
    finding: "8 % a month is 2.5 times as much in a year",
    lead: "A forecast repeats the estimate for each month to come, with more requests, the prices of its day and the usage tier that was paid for by then.",
    rules: ["forecast-growth", "forecast-month", "forecast-tier", "forecast-fits"],
  },
];

/** What an estimate leaves out. */
export const NOT_MODELLED: readonly { what: string; why: string }[] = [
  {
    what: "The shape of a day",
    why: "The estimate knows a mean and a busiest minute. Queues, waits and retries through the hours are simulated on Traffic.",
  },
  {
    what: "Workloads that peak at different times",
    why: "Peaks are added as if they met: the estimate is on the safe side.",
  },
  {
    what: "The spread of request sizes",
    why: "The estimate takes means. A single request above its mean can meet a limit that the mean does not; Traffic draws sizes of many.",
  },
  {
    what: "Cache hits",
    why: "The cached share is what you enter. Whether a prefix is long enough, recent enough and lucky enough is not computed.",
  },
  {
    what: "The batch queue over time",
    why: "One turnaround of input must fit at once. A pile of work that goes through the queue in waves is planned on Backlog.",
  },
  {
    what: "Limits of the past",
    why: "Prices have a history. Limits have one row for each model and tier, because no history of them is published.",
  },
  {
    what: "A daily limit through the day",
    why: "The day’s demand is compared with it. When in the day it would be spent is not simulated.",
  },
  {
    what: "Requests around a long-context threshold",
    why: "A workload’s mean input decides the price and the limits of all its requests. Enter the long ones as a workload of their own.",
  },
  {
    what: "What tools bring in, and keep",
    why: "Calls of web and file search are billed. The tokens a web search finds are input that you enter: on gpt-4o-mini and gpt-4.1-mini 8,000 a call, whatever it finds. File storage over 1 GB, $0.10 a GB and day, and containers, $0.03 to $1.92 per 20 minutes, are left out.",
  },
  {
    what: "Ultrafast, background windows, reserved capacity and Scale Tier",
    why: "They have prices of their own: up to 6 times standard, 30 or 40 % below it, or by agreement.",
  },
  { what: "Taxes, credits and discounts", why: "Enter a negotiated price as your own." },
];
