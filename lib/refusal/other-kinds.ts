import { exact } from "@/lib/money";
import { keepIn, readCount } from "./quantity";
import { modelOf } from "./model-named";
import { originOf, statedWait } from "./message";
import {
  type CapacityRefusal,
  type MaximumRefusal,
  type MoneyCause,
  type PlanRefusal,
  type QuotaRefusal,
  type RateRefusal,
  type Unread,
} from "./types";

const CAUSES: readonly (readonly [words: RegExp, MoneyCause])[] = [
  [/organization_usage_limit_exceeded/i, "usage-limit"],
  [/organization_spend_limit_exceeded|billing[ _]hard[ _]limit/i, "organization-limit"],
  [/project_spend_limit_exceeded/i, "project-limit"],
  [/credit_balance_exhausted/i, "credit"],
  [/billing_not_active|account is not active/i, "inactive"],
  [/requires more credits|insufficient credits|prompt tokens limit exceeded/i, "gateway-credit"],
  [/budget has been exceeded|exceededbudget/i, "gateway-budget"],
];

/** The count after `words`, a pattern that ends where the number begins. */
function countAfter(message: string, words: RegExp, part: string, unread: Unread[]): number | null {
  const found = words.exec(message);
  return found && keepIn(unread)(part, readCount(message.slice(found.index + found[0].length)));
}

/** A refusal for want of money, from the words it begins with. */
export function readMoney(words: string, message: string, unread: Unread[]): QuotaRefusal {
  const isGateway = /requires more credits|prompt tokens limit/.test(words);
  return {
    kind: "quota",
    cause: CAUSES.find(([pattern]) => pattern.test(words))?.[1] ?? null,
    requested: isGateway
      ? countAfter(message, /requested\s+up\s+to\s+|prompt tokens limit exceeded:\s*/i, "requested", unread)
      : null,
    affordable: isGateway
      ? countAfter(message, /can\s+only\s+afford\s+|exceeded:\s*\d+\s*>\s*/i, "can only afford", unread)
      : null,
  };
}

const INPUT_LIMIT = /configured limit of\s+/i;
const RESULTED = /messages resulted in\s+/i;
const CONTEXT_LIMIT = /maximum context length is\s+/i;
const REQUESTED = /(?:messages resulted in|you requested(?: about)?)\s+/i;
const OUTPUT_LIMIT = /supports at most\s+/i;
const PROVIDED = /tokens is too large:\s+/i;

/** A request of more tokens than the model takes or gives, a 400. */
export function readMaximum(words: string, message: string, unread: Unread[]): MaximumRefusal {
  const of = words.startsWith("input tokens") ? "input" : words.startsWith("max_") ? "output" : "context";
  const limit = { input: INPUT_LIMIT, context: CONTEXT_LIMIT, output: OUTPUT_LIMIT }[of];
  const requested = { input: RESULTED, context: REQUESTED, output: PROVIDED }[of];
  return {
    kind: "maximum",
    model: modelOf(message),
    of,
    limit: countAfter(message, limit, "limit", unread),
    requested: countAfter(message, requested, "resulted in", unread),
    origin: originOf(message),
  };
}

/** A refusal because the service had no room just then. */
export function readCapacity(words: string, message: string, unread: Unread[]): CapacityRefusal {
  return {
    kind: "capacity",
    origin: words.includes("peak load") ? "azure" : words.includes("upstream") ? "openrouter" : originOf(message),
    flex: words.startsWith("resource"),
    statedMs: statedWait(message, unread).ms,
  };
}

/** A plan’s usage limit, with the time until it resets: in words, or as `resets_in_seconds`. */
export function readPlan(message: string, unread: Unread[]): PlanRefusal {
  const seconds = countAfter(message, /resets_in_seconds["']?\s*[:=]\s*/i, "resets_in_seconds", unread);
  const statedMs = seconds === null ? statedWait(message, unread).ms : exact(BigInt(seconds) * 1_000n);
  return { kind: "plan", statedMs };
}

/** LiteLLM’s stand-in for “no limit”. */
const UNLIMITED = 1e12;
const CROSSED = [
  ["requests", "minute", "rpm"],
  ["tokens", "minute", "tpm"],
  ["parallel requests", null, "max_parallel_requests"],
] as const;

/** The limits of a gateway’s key, team or model that are reached: `current tpm: 12260, tpm limit: 5000`. */
export function readCrossed(message: string): RateRefusal[] {
  const number = (pattern: string) => {
    const digits = new RegExp(`(?<!current )\\b${pattern}:\\s*(\\d{1,19})(?![\\d.])`, "i").exec(message)?.[1];
    return digits === undefined ? null : Number(digits);
  };
  return CROSSED.flatMap(([counts, per, name]) => {
    const together = number(`current ${name}`);
    const limit = number(per === null ? name : `${name} limit`);
    if (together === null || limit === null || limit > UNLIMITED || together < limit) return [];
    return [
      {
        kind: "rate",
        model: null,
        counts,
        project: false,
        per,
        limit,
        origin: "litellm",
        used: null,
        requested: null,
        together,
        statedMs: null,
        // The gateway counts whole minutes of the clock and refills nothing between them.
        impliedMs: null,
        short: together - limit,
        agrees: null,
        misnamed: null,
      },
    ];
  });
}
