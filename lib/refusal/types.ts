import { compare, divide, exact, multiply, subtract, type Exact } from "@/lib/money";

/** The time over which a limit counts. */
export type Period = "second" | "minute" | "hour" | "day" | "week" | "month";
/** A month of a limit is 30 days: what the waits of messages that mean a month come to. */
const PERIOD_MS: Readonly<Record<Period, bigint>> = {
  second: 1_000n,
  minute: 60_000n,
  hour: 3_600_000n,
  day: 86_400_000n,
  week: 604_800_000n,
  month: 2_592_000_000n,
};

/** Whose limit a text is about, where it is not OpenAI’s own: OpenAI’s usage tiers say nothing of it. */
export type Origin = "azure" | "litellm" | "openrouter";

/**
 * The limit that was met. Counts are whole numbers up to 1e12; what a text does not say is `null`. Its
 * organisation and project are never read.
 */
export interface RefusedLimit {
  /** As the text names it, or the pool it names; a fine-tuned model without its owner’s part. */
  readonly model: string | null;
  /** What is counted, in the text’s own plural: `requests`, `tokens`, `input images`, … */
  readonly counts: string | null;
  /** `null` too where no period agrees with the wait of a text that names none. */
  readonly per: Period | null;
  /** A project’s own limit, which can be below the organisation’s. */
  readonly project: boolean;
  readonly limit: number | null;
  /** `null`: OpenAI’s. */
  readonly origin: Origin | null;
}

/** A refusal for now: the request runs once enough has refilled. Waits are exact milliseconds. */
export interface RateRefusal extends RefusedLimit {
  readonly kind: "rate";
  readonly used: number | null;
  readonly requested: number | null;
  /** Used and requested in one number, as messages of 2023 give it. */
  readonly together: number | null;
  readonly statedMs: Exact | null;
  /** (used + requested − limit) ÷ (limit ÷ period), never below 0. */
  readonly impliedMs: Exact | null;
  /**
   * Used + requested − limit, at least 0; without those numbers the least whole number that takes the stated
   * wait to refill.
   */
  readonly short: number | null;
  readonly agrees: boolean | null;
  /** The period the text names, where its wait is to the millisecond that of another one, `per`. */
  readonly misnamed: Period | null;
}

/** A refusal for good: more is requested than the limit holds, or the limit is 0. */
export interface TooLargeRefusal extends RefusedLimit {
  readonly kind: "too-large";
  readonly requested: number | null;
}

/** A refusal of a batch: the batch queue has no room until another batch completes. */
export interface QueueRefusal {
  readonly kind: "batch-queue";
  readonly model: string | null;
  readonly counts: "tokens" | "requests";
  readonly limit: number | null;
  readonly origin: Origin | null;
}

/** What is spent, or missing, where money is the reason. */
export type MoneyCause =
  "usage-limit" | "organization-limit" | "project-limit" | "credit" | "inactive" | "gateway-credit" | "gateway-budget";

/** A refusal for want of money: no wait ends it. */
export interface QuotaRefusal {
  readonly kind: "quota";
  /** `null`: credit or the month’s usage limit, the text does not say which. */
  readonly cause: MoneyCause | null;
  /** Tokens asked for, and how many the credit left pays for, where a gateway says so. */
  readonly requested: number | null;
  readonly affordable: number | null;
}

/** A 400: more tokens than the model takes or gives. No rate limit, and no retry ends it. */
export interface MaximumRefusal {
  readonly kind: "maximum";
  readonly model: string | null;
  /** Of the input, of input and output together, or of the output. */
  readonly of: "input" | "context" | "output";
  readonly limit: number | null;
  readonly requested: number | null;
  readonly origin: Origin | null;
}

/** The service had no room just then: no limit of the account. */
export interface CapacityRefusal {
  readonly kind: "capacity";
  readonly origin: Origin | null;
  /** Flex: it runs where there is room, and such a refusal is not billed. */
  readonly flex: boolean;
  readonly statedMs: Exact | null;
}

/** The three `x-ratelimit-…` headers of one limit, or its entry in a Realtime event. */
export interface LimitHeader extends Omit<RefusedLimit, "model"> {
  readonly remaining: number | null;
  /** limit − remaining. */
  readonly used: number | null;
  readonly statedMs: Exact | null;
  /** used ÷ (limit ÷ period): the time until the limit is whole again. */
  readonly impliedMs: Exact | null;
  readonly agrees: boolean | null;
}

/** A usage limit of a ChatGPT plan, as Codex meets it: none of the API’s. */
export interface PlanRefusal {
  readonly kind: "plan";
  readonly statedMs: Exact | null;
}

/** The limits that one response’s headers, or one Realtime event, tell. */
export interface HeadersRead {
  readonly kind: "headers";
  /** `rate_limits.updated` of the Realtime API. */
  readonly event: boolean;
  readonly model: string | null;
  readonly origin: Origin | null;
  readonly limits: readonly LimitHeader[];
  readonly retryAfterMs: Exact | null;
}

/** A refusal of one kind. */
export type Refusal =
  | RateRefusal
  | TooLargeRefusal
  | QueueRefusal
  | QuotaRefusal
  | MaximumRefusal
  | CapacityRefusal
  | PlanRefusal
  | HeadersRead;

/** A number that begins and cannot be read whole: where it stands, and as it is written. */
export interface Unread {
  readonly part: string;
  readonly text: string;
}

/** The name of a model without what follows the base of a fine-tuned one: its owner. */
export function withoutOwner(model: string): string {
  return /^ft:[^:]+/.exec(model)?.[0] ?? model;
}

/** How long `amount` takes to refill: amount ÷ (limit ÷ period), exact milliseconds. `limit` above 0. */
export function refillMs(amount: number, limit: number, per: Period): Exact {
  return exact(BigInt(amount) * PERIOD_MS[per], BigInt(limit));
}

/**
 * The least whole amount, 1 or more, whose refill takes `waitMs`; `null` where that is more than the limit
 * holds.
 */
export function refilledIn(waitMs: Exact, limit: number, per: Period): number | null {
  const { n, d } = divide(multiply(waitMs, exact(BigInt(limit))), exact(PERIOD_MS[per]));
  const least = (n + d - 1n) / d;
  return least > BigInt(limit) ? null : Math.max(1, Number(least));
}

const ONE_MS = exact(1n);

/**
 * Whether two waits are less than a millisecond apart: OpenAI cuts a wait after its last whole millisecond.
 * `slackMs` is how much longer than stated it may be besides.
 */
export function agree(statedMs: Exact, impliedMs: Exact, slackMs: Exact = exact(0n)): boolean {
  const longer = subtract(impliedMs, statedMs);
  return compare(subtract(longer, slackMs), ONE_MS) < 0 && compare(longer, exact(-1n)) > 0;
}

const ORDER: readonly Period[] = ["minute", "day", "hour", "month", "week", "second"];

/**
 * The period a text means: of `among`, the one that agrees with its wait, the one it names first. Where none
 * agrees, the one it names.
 */
export function periodOf(
  named: Period | null,
  agrees: (per: Period) => boolean,
  among: readonly Period[] = ORDER,
): Period | null {
  return (named !== null && agrees(named) ? named : among.find(agrees)) ?? named;
}
