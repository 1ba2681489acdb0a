import type { Refusal } from "./types";

/** What a message may begin with, by the kind of refusal it is: the API’s words, Azure’s, and those of gateways. */
const HEADS = {
  money: [
    "exceeded your current quota",
    "insufficient_quota",
    "billing[ _]hard[ _]limit",
    "billing_not_active",
    "account is not active",
    "(?:organization_(?:usage|spend)|project_spend)_limit_exceeded",
    "credit_balance_exhausted",
    "requires more credits",
    "insufficient credits",
    "prompt tokens limit exceeded",
    "budget has been exceeded",
    "exceededbudget",
  ],
  capacity: [
    "maximum usage size allowed during peak load",
    "(?:server|engine|model|service) is (?:currently |temporarily )?overloaded",
    "resource[ _]unavailable",
    "temporarily rate-limited upstream",
    "\\bslow_down\\b",
  ],
  plan: ["usage_limit_reached", "hit your usage limit"],
  maximum: [
    "input tokens exceed the configured limit",
    "maximum context length is",
    "\\bmax_(?:completion_|output_)?tokens is too large",
    "input exceeds the context window",
    "context_length_exceeded",
  ],
  queue: [
    "enqueued (?:token|request) limit reached",
    "number of enqueued (?:tokens|requests) has surpassed the configured limit",
  ],
  large: ["request too large"],
  rate: [
    "rate limit (?:is )?(?:reached|exceeded)",
    "requests to [^]{1,160}? have exceeded (?:the )?(?:token|call|request) rate limit",
    "exceeded (?:the )?(?:token|call|request) rate limit",
    "crossed tpm\\b",
    "no deployments available for selected model",
  ],
} as const;

type HeadKind = keyof typeof HEADS;

const HEAD = new RegExp(
  Object.entries(HEADS)
    .map(([kind, texts]) => `(?<${kind}>${texts.join("|").replace(/ /g, "\\s+")})`)
    .join("|"),
  "gi",
);

/** A message’s place, its kind, and the words it begins with. */
export interface Head {
  readonly kind: HeadKind;
  readonly index: number;
  readonly words: string;
}

/** Where messages begin in `text`, in order. */
export function headsOf(text: string): Head[] {
  return [...text.matchAll(HEAD)].map(({ 0: words, index, groups }) => ({
    kind: (Object.keys(HEADS) as HeadKind[]).find((kind) => groups![kind] !== undefined)!,
    index,
    words: words.toLowerCase().replace(/\s+/g, " "),
  }));
}

/** Of refusals for money, of plans and of maxima, those that say no more than another one does are left out. */
export function withoutEchoes(all: readonly Refusal[]): Refusal[] {
  const says = (one: Refusal) =>
    one.kind === "quota"
      ? one.cause !== null
      : one.kind === "maximum"
        ? one.limit !== null || one.requested !== null
        : one.kind !== "plan" || one.statedMs !== null;
  return all.filter((one) => says(one) || !all.some((other) => other.kind === one.kind && says(other)));
}
