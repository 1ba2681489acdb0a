import { CHECKED_ON } from "@/lib/catalogue";
import type { Rule } from "./types";

const checkedOn = CHECKED_ON;
const DISAGREE = "OpenAI’s own texts disagree on what is charged: the scenario says which one to follow.";

/** Rules of demand and limits. */
export const LIMIT_RULES = {
  "rpm-demand": {
    title: "Requests a minute",
    statement:
      "The demand on a model’s requests a minute is every request, in standard, flex or Fast, of every workload on it, retries included; at the peak, each workload’s mean is multiplied by its busiest minute. Batch requests do not count.",
    formula: "peak = Σ requests a minute × (1 + retry share) × busiest minute",
    basis: "defined",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "high",
  },
  "tpm-charge-prompt-plus-cap": {
    title: "Charge: prompt plus cap",
    statement:
      "A request takes its input plus the whole of max_completion_tokens from tokens a minute when it starts, used or not.",
    formula: "charge = input + cap",
    basis: "published",
    doubt: `The help centre counts “prompts + max_tokens”. ${DISAGREE}`,
    sources: ["help-6891753"],
    checkedOn,
    confidence: "disputed",
  },
  "tpm-charge-larger-of": {
    title: "Charge: the larger of prompt and cap",
    statement: "A request takes the larger of max_completion_tokens and its estimated input from tokens a minute.",
    formula: "charge = max(input, cap)",
    basis: "published",
    doubt: `The rate-limit guide says “the maximum of max_tokens and the estimated number of tokens”. ${DISAGREE}`,
    sources: ["rate-limits"],
    checkedOn,
    confidence: "disputed",
  },
  "tpm-charge-actual": {
    title: "Charge: actual use",
    statement: "A request takes the tokens it uses, input and output, from tokens a minute; the cap reserves nothing.",
    formula: "charge = input + output",
    basis: "published",
    doubt: DISAGREE,
    sources: ["rate-limits"],
    checkedOn,
    confidence: "disputed",
  },
  "tpm-charge-no-cap": {
    title: "Charge without a cap",
    statement: "Where no max_completion_tokens is sent, a request is taken to be charged its input and its output.",
    formula: "charge = input + output",
    basis: "assumed",
    doubt: "What OpenAI charges for a request without a cap is not documented.",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "low",
  },
  "cached-counts-tpm": {
    title: "Cached input still counts towards TPM",
    statement: "Caching cuts the price of input, not its load: cached tokens count in full towards tokens a minute.",
    basis: "published",
    sources: ["prompt-caching"],
    checkedOn,
    confidence: "high",
  },
  "daily-limits": {
    title: "Some models have a limit a day",
    statement:
      "Where a model at a usage tier has a limit of requests or tokens a day, the day’s demand is compared with it: every request that is not batch, retries included, tokens charged as for tokens a minute. A day has no peak of its own. Where none is published there is none.",
    formula: "a day = Σ requests a day × (1 + retry share), for tokens × charge",
    basis: "published",
    doubt:
      "Whether a day refills continuously, as a minute does, is not published. A simulation leaves daily limits out.",
    sources: ["rate-limits", "model-page-data"],
    checkedOn,
    confidence: "medium",
  },
  "batch-queue": {
    title: "The batch queue holds input tokens",
    statement:
      "The input tokens of all batches enqueued on a model at once must stay within its batch queue limit; a batch frees its place when it completes. The demand is the input of one turnaround, retries included. Batch takes nothing from requests or tokens a minute.",
    formula: "enqueued = input tokens an hour × turnaround hours",
    basis: "published",
    doubt:
      "OpenAI’s API specification calls the same figure a maximum per day. When a batch completes is not promised, only within 24 hours: the turnaround is an assumption of the scenario.",
    sources: ["rate-limits", "batch", "openapi"],
    checkedOn,
    confidence: "medium",
  },
  "monthly-usage": {
    title: "The usage tier limits a month’s spending",
    statement:
      "Every usage tier has a monthly usage limit in dollars over all models. When it is spent, every request is refused until the next month, whatever the rates would allow: the error’s code is organization_usage_limit_exceeded, formerly insufficient_quota, which its type may still be.",
    formula: "hours to the limit = 730 × limit ÷ cost of a month",
    basis: "published",
    doubt:
      "Limits that an organisation or a project sets itself, and spent credit, refuse too: organization_spend_limit_exceeded, project_spend_limit_exceeded, credit_balance_exhausted. They are not in an estimate, except as a budget.",
    sources: ["rate-limits", "help-6614457"],
    checkedOn,
    confidence: "high",
  },
  headroom: {
    title: "Utilisation, headroom and what binds first",
    statement:
      "Utilisation is peak demand over the limit, headroom the limit over peak demand. The limit with the least headroom binds first, and its headroom is how many times today’s traffic the whole scenario can carry.",
    formula: "utilisation = peak ÷ limit; headroom = limit ÷ peak",
    basis: "defined",
    sources: [],
    checkedOn,
    confidence: "high",
  },
  "continuous-refill": {
    title: "Limits refill continuously",
    statement:
      "A limit is a bucket that holds one minute of it, starts full and refills every instant: there is no fixed calendar minute. Every wait that a published 429 message states follows from that.",
    formula: "wait = (used + requested − limit) ÷ (limit ÷ 60 s)",
    basis: "observed",
    sources: ["429-codex", "429-metagpt", "429-codel"],
    checkedOn,
    confidence: "high",
  },
  "rpm-window": {
    title: "Requests may be counted over less than a minute",
    statement:
      "OpenAI says that 60,000 requests a minute may be enforced as 1,000 a second. The request bucket holds the window’s share of the limit, at least one request; the token bucket keeps its full minute. Utilisation does not change with it.",
    formula: "bucket = max(1, RPM × window ÷ 60)",
    basis: "published",
    doubt: "“May”: which models and tiers it concerns is not published.",
    sources: ["help-6891753"],
    checkedOn,
    confidence: "medium",
  },
  "request-too-large": {
    title: "A request charged more than the limit never runs",
    statement:
      "If one request alone is charged more than a whole minute’s tokens, no wait helps: the API answers “Request too large”, and a retry meets the same answer.",
    formula: "charge > TPM",
    basis: "observed",
    sources: ["429-aider"],
    checkedOn,
    confidence: "high",
  },
  "context-window": {
    title: "Context window and maximum output",
    statement:
      "Input and output together must fit the model’s context window, and output its maximum: a request beyond either never runs.",
    formula: "input + output ≤ context window; output ≤ maximum output",
    basis: "published",
    sources: ["o1-mini-page", "o1-page", "o3-mini-page", "reasoning"],
    checkedOn,
    confidence: "high",
  },
  "shared-pools": {
    title: "Workloads on one model share its limits",
    statement:
      "Limits belong to an organisation and a model; a project can have lower ones of its own. Alias and dated snapshot share one pool, and so do all workloads on the model in standard, flex and Fast; batch has a pool of its own, and so do long requests where limits are published for them.",
    basis: "published",
    doubt: "Some model families share one limit, and a project’s own limit is not known here.",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "high",
  },
  "long-requests": {
    title: "Long requests have limits of their own",
    statement:
      "On some models requests above 128,000 or 272,000 input tokens count against limits published for them alone, in standard and in batch, and not against the model’s others. A workload whose input is that long draws on this pool. Own limits you enter are limits of all requests on the model.",
    formula: "input > 128,000 or 272,000, as the model’s page says: pool “long requests”",
    basis: "published",
    doubt:
      "A workload is long or not by its mean input. That long requests leave the other limits alone is how OpenAI’s two tables are read. A replayed trace stays in one pool.",
    sources: ["model-page-data"],
    checkedOn,
    confidence: "medium",
  },
  "cache-prefix": {
    title: "Caching starts at a prefix of 1,024 tokens",
    statement:
      "A prompt is cached by its beginning, from 1,024 tokens on. In memory a prefix lives 5 to 10 minutes idle, an hour at most; on gpt-4.1 and gpt-5 up to 24 hours; on gpt-5.6 and later at least 30 minutes. Above about 15 requests a minute for one prompt_cache_key some miss. A hit is never guaranteed.",
    formula: "cachable: prefix ≥ 1,024 tokens",
    basis: "published",
    doubt:
      "gpt-5.6 and later need a prompt_cache_key, allow up to 4 writes a request, and on the newest 12 hours. Steps of 128 tokens are no longer in OpenAI’s guide.",
    sources: ["prompt-caching"],
    checkedOn,
    confidence: "high",
  },
  "usage-tiers": {
    title: "Usage tiers open with what was paid",
    statement:
      "An organisation reaches a usage tier by what it has paid in total: $5, $50, $100, $250 and $1,000 for tiers 1 to 5. Until April 2026 days since the first payment were needed as well; by 29 May 2026 they were gone.",
    basis: "published",
    doubt:
      "Since about 26 October 2026 OpenAI’s model pages name three tiers, Build, Launch and Grow, with the limits of tiers 2, 4 and 5 (medium confidence: one publisher). What each costs to reach and lets spend was not found.",
    sources: ["rate-limits"],
    checkedOn,
    confidence: "high",
  },
  "unpublished-limits": {
    title: "“–” is unpublished, not zero and not unlimited",
    statement:
      "Where OpenAI publishes no limit, Headroom does not make one up: a scenario that needs it cannot be told to fit until a limit of your own is entered.",
    basis: "defined",
    sources: ["o1-mini-page"],
    checkedOn,
    confidence: "high",
  },
} as const satisfies Record<string, Rule>;
