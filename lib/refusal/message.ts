import type { Exact } from "@/lib/money";
import { modelOf } from "./model-named";
import { keepIn, periodNamed, readCount, readDuration, readShortCount } from "./quantity";
import {
  agree,
  periodOf,
  refilledIn,
  refillMs,
  type Origin,
  type Period,
  type QueueRefusal,
  type RateRefusal,
  type RefusedLimit,
  type TooLargeRefusal,
  type Unread,
} from "./types";

/** A log goes on about other things: the numbers of a message stand at its beginning. */
const NUMBERS_WITHIN = 500;

const COUNTED = /\bon\s+([a-z][a-z _-]{0,30}?)\s+per\s+(second|sec|minute|min|hour|day|month)\b/i;
const NAMED = /\b((?:input[ -])?(?:requests|tokens|images))\s+per\s+(second|sec|minute|min|hour|day|month)\b/i;
const LETTERS = /\b([RTI])P([MDS])\b/;
const BY_LETTER: Readonly<Record<string, string>> = { R: "requests", T: "tokens", I: "images" };
const FIELD = /\b(?:type|limit type)["']?\s*[:=]\s*["']?(requests|tokens|images)/i;
/** OpenRouter’s names of its own limits on free models. */
const FREE_MODELS = /\bfree-models-per-(min|day)/i;

const plural = (noun: string) => noun.toLowerCase().replace(/[_-]/g, " ").replace(" usage based", "");

function dimensionOf(message: string): Pick<RefusedLimit, "counts" | "per"> {
  const free = FREE_MODELS.exec(message);
  if (free) return { counts: "requests", per: periodNamed(free[1]) };
  const named = COUNTED.exec(message) ?? NAMED.exec(message);
  if (named) return { counts: plural(named[1]!), per: periodNamed(named[2]) };
  const letters = LETTERS.exec(message);
  if (letters) return { counts: BY_LETTER[letters[1]!]!, per: periodNamed(letters[2]!.toLowerCase()) };
  const bare = /\b(?:for|on) (requests|tokens|images)\b|\b(token|request|call) rate limit/i.exec(message);
  return {
    counts:
      bare?.[1]?.toLowerCase() ??
      (bare ? (/^token/i.test(bare[2]!) ? "tokens" : "requests") : (FIELD.exec(message)?.[1]?.toLowerCase() ?? null)),
    per: null,
  };
}

/** Whose refusal it is; `null`: OpenAI’s own, or nothing says otherwise. */
export function originOf(message: string): Origin | null {
  if (/\bS0 pricing tier|\bazure openai\b|AzureException|AzureOpenAI|for the deployment\b/i.test(message))
    return "azure";
  if (/\bcrossed tpm\b|\blimit type["']?\s*[:=]|no deployments available|budget has been exceeded/i.test(message))
    return "litellm";
  if (/free-models-per-|openrouter|requires more credits|prompt tokens limit exceeded/i.test(message))
    return "openrouter";
  return null;
}

/** The wait that a message states, exact milliseconds. */
export function statedWait(
  message: string,
  unread: Unread[],
): { readonly at: number | null; readonly ms: Exact | null } {
  const wait = /\b(?:try again|retry)\s+(?:in|after)\s+(?!a brief)/i.exec(message);
  if (!wait) return { at: null, ms: null };
  return {
    at: wait.index,
    ms: keepIn(unread)("try again in", readDuration(message.slice(wait.index + wait[0].length))),
  };
}

/** Reads the numbers that stand after words of a message. */
function numbersIn(message: string, until: number | null, unread: Unread[]) {
  const keep = keepIn(unread);
  const numbers = message.slice(0, until ?? NUMBERS_WITHIN);
  return (word: string) => {
    for (const { 0: found, index } of numbers.matchAll(new RegExp(`\\b${word}\\b\\s*[:=]?\\s*`, "gi"))) {
      const rest = numbers.slice(index + found.length);
      const written = readCount(rest);
      if (written) return { value: keep(word, written), rest };
    }
    return { value: null, rest: "" };
  };
}

/** A batch that found the queue full; `null` where its limit cannot be read. */
export function readQueue(message: string, unread: Unread[]): QueueRefusal | null {
  const origin = originOf(message);
  const limit = origin
    ? keepIn(unread)(
        "configured limit of",
        readShortCount(/configured\s+limit\s+of\s+([^]*)$/i.exec(message)?.[1] ?? ""),
      )
    : numbersIn(message, null, unread)("Limit").value;
  if (limit === null) return null;
  const counts = /enqueued\s+request/i.test(message) ? "requests" : "tokens";
  return { kind: "batch-queue", model: origin ? null : modelOf(message), counts, limit, origin };
}

/** What OpenRouter puts beside its message; other services name what such a header counts. */
function bareLimit(message: string, origin: Origin | null): number | null {
  const text = origin === "openrouter" ? /x-ratelimit-limit["']?\s*[:=]\s*([^]{0,40})/i.exec(message)?.[1] : undefined;
  const written = text === undefined ? null : readCount(text);
  return written && "value" in written ? written.value : null;
}

/**
 * A request refused for now, or for good where more is requested than the limit holds; `null` where the message
 * says neither limit nor wait and is nobody’s but OpenAI’s.
 */
export function readRate(message: string, isTooLarge: boolean, unread: Unread[]): RateRefusal | TooLargeRefusal | null {
  const origin = originOf(message);
  const { at, ms: statedMs } = statedWait(message, unread);
  const after = numbersIn(message, at, unread);
  const { value: written, rest } = after("Limit");
  const limit = written ?? bareLimit(message, origin);
  const requested = after("Requested").value;
  const { counts, per: named } = dimensionOf(message);
  const hit = { model: modelOf(message), counts, project: /\bin project\b/i.test(message), limit, origin };
  const period = named ?? periodNamed(/^\S*?\s*\/\s*1?\s*([a-z]+)/i.exec(rest)?.[1]);
  if (isTooLarge || limit === 0 || (limit !== null && requested !== null && requested > limit))
    return limit === null && requested === null ? null : { kind: "too-large", ...hit, per: period, requested };

  const used = after("Used").value;
  const together = after("Current").value;
  if (limit === null && statedMs === null && origin === null) return null;
  const charged = together ?? (used === null || requested === null ? null : used + requested);
  const over = limit === null || charged === null ? null : Math.max(0, charged - limit);
  const implied = (per: Period) => (over === null ? null : refillMs(over, limit!, per));
  const agreesOver = (per: Period) => (statedMs && over !== null ? agree(statedMs, implied(per)!) : null);
  const isTelling = statedMs !== null && statedMs.n >= 1_000n * statedMs.d;
  const per = periodOf(period, (one) => agreesOver(one) === true && (one === period || period === null || isTelling));
  return {
    kind: "rate",
    ...hit,
    per,
    used,
    requested,
    together,
    statedMs,
    impliedMs: per && implied(per),
    short: over ?? (limit !== null && statedMs && per ? refilledIn(statedMs, limit, per) : null),
    agrees: per && agreesOver(per),
    misnamed: period !== null && per !== period ? period : null,
  };
}
