import { keepIn, periodNamed, readCount, readDuration } from "./quantity";
import { readLimitHeaders } from "./headers";
import {
  agree,
  periodOf,
  refilledIn,
  refillMs,
  withoutOwner,
  type RefusedLimit,
  type Period,
  type RateRefusal,
  type Refusal,
  type Unread,
} from "./types";

/**
 * What a pasted text tells of limits: each refusal and each set of headers once, in order, messages first.
 */
export interface RefusalsRead {
  readonly refusals: readonly Refusal[];
  readonly unread: readonly Unread[];
}

/** How every message begins that the API has been seen to refuse with. */
const HEAD =
  /(rate limit (?:is )?(?:reached|exceeded)|exceeded (?:token|call|request) rate limit)|(request too large)|(enqueued (?:token|request) limit reached)|(exceeded your current quota|insufficient_quota|billing[ _]hard[ _]limit|(?:organization_(?:usage|spend)|project_spend)_limit_exceeded|credit_balance_exhausted)/gi;
/**
 * Messages are a few hundred characters, their numbers at the beginning; a log goes on about other things.
 */
const LONGEST = 1_200;
const NUMBERS_WITHIN = 500;

const COUNTED = /\bon\s+([a-z][a-z _-]{0,30}?)\s+per\s+(second|sec|minute|min|hour|day)\b/i;
const NAMED = /\b((?:input[ -])?(?:requests|tokens|images))\s+per\s+(second|sec|minute|min|hour|day)\b/i;
const LETTERS = /\b([RTI])P([MDS])\b/;
const BY_LETTER: Readonly<Record<string, string>> = { R: "requests", T: "tokens", I: "images" };
const FIELD = /\btype["']?\s*[:=]\s*["']?(requests|tokens|images)/i;

const plural = (noun: string) => noun.toLowerCase().replace(/[_-]/g, " ").replace(" usage based", "");

function dimensionOf(message: string): Pick<RefusedLimit, "counts" | "per"> {
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

const NOT_A_MODEL = /^(?:requests|tokens|images|default|model|the)$/i;

/** The model of a message, or the pool it shares. */
function modelOf(message: string): string | null {
  const pool = /\(for limit ([^\s)]{1,100})\)/i.exec(message);
  const named = /\b(?:reached|exceeded|large) for (?:model )?([^\s,;'"()]{1,100})/i.exec(message);
  const model = (pool ?? named)?.[1]!.replace(/[.:]+$/, "") ?? "";
  return model === "" || NOT_A_MODEL.test(model) ? null : withoutOwner(model);
}

function readMessage(message: string, kind: "rate" | "too-large" | "batch-queue", unread: Unread[]): Refusal | null {
  const keep = keepIn(unread);
  const wait = /\b(?:try again|retry)\s+(?:in|after)\s+/i.exec(message);
  const numbers = message.slice(0, wait?.index ?? NUMBERS_WITHIN);
  /** The first number after a word, and the text from that number on. */
  const after = (word: string) => {
    for (const { 0: found, index } of numbers.matchAll(new RegExp(`\\b${word}\\b\\s*[:=]?\\s*`, "gi"))) {
      const rest = numbers.slice(index + found.length);
      const written = readCount(rest);
      if (written) return { value: keep(word, written), rest };
    }
    return { value: null, rest: "" };
  };
  const { value: limit, rest } = after("Limit");
  const model = modelOf(message);
  if (kind === "batch-queue")
    return limit === null
      ? null
      : { kind, model, counts: /^enqueued request/i.test(message) ? "requests" : "tokens", limit };

  const requested = after("Requested").value;
  const { counts, per: named } = dimensionOf(message);
  const hit = { model, counts, project: /\bin project\b/i.test(message), limit };
  const period = named ?? periodNamed(/^\S*?\s*\/\s*1?\s*([a-z]+)/i.exec(rest)?.[1]);
  if (kind === "too-large" || limit === 0 || (limit !== null && requested !== null && requested > limit))
    return limit === null && requested === null ? null : { kind: "too-large", ...hit, per: period, requested };

  const used = after("Used").value;
  const together = after("Current").value;
  const statedMs = wait && keep("try again in", readDuration(message.slice(wait.index + wait[0].length)));
  if (limit === null && statedMs === null) return null;
  const charged = together ?? (used === null || requested === null ? null : used + requested);
  const over = limit === null || charged === null ? null : Math.max(0, charged - limit);
  const implied = (per: Period) => (over === null ? null : refillMs(over, limit!, per));
  const agreesOver = (per: Period) => (statedMs && over !== null ? agree(statedMs, implied(per)!) : null);
  const per = periodOf(period, (one) => agreesOver(one) === true);
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
  } satisfies RateRefusal;
}

/** Escapes of JSON, colours of a terminal and marks of a text editor say nothing of limits. */
function plain(text: string): string {
  return text
    .replace(/\u001b\[[\d;]*m/g, "")
    .replace(/\\{1,4}[nrt]/g, " ")
    .replace(/\\{1,4}(["'/])/g, "$1")
    .replace(/(?<!\d)[*`│]|[*`│](?!\d)/g, "");
}

const keyOf = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
const once = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [keyOf(one), one])).values()];

/**
 * Reads what people paste of a refused request: messages, JSON bodies, SDK exceptions, header blocks, `curl
 * -i` output, several at once. Never throws; a number is read whole or named in `unread`, and nothing is
 * worked out from it. Waits follow the rule `continuous-refill`.
 */
export function readRefusal(text: string): RefusalsRead {
  const clean = plain(text);
  const unread: Unread[] = [];
  const heads = [...clean.matchAll(HEAD)];
  const messages = heads.map(({ index, 1: rate, 2: large, 4: quota }, n): Refusal | null => {
    if (quota) return { kind: "quota" };
    const message = clean.slice(index, Math.min(heads[n + 1]?.index ?? clean.length, index + LONGEST));
    return readMessage(message, rate ? "rate" : large ? "too-large" : "batch-queue", unread);
  });
  // A message cut out of its beginning still says that there is a limit, and what was asked of it.
  const cut = heads.length === 0 ? /\blimit\b[^]{0,60}\b(?:used|requested|current|try again)\b/i.exec(clean) : null;
  if (cut) messages.push(readMessage(clean.slice(Math.max(0, cut.index - 60), cut.index + LONGEST), "rate", unread));
  const found = once(messages.filter((one) => one !== null));
  const headers = readLimitHeaders(clean, unread);
  // Headers name no model of their own on most answers; a message beside them does.
  const named = [...new Set(found.flatMap((one) => ("model" in one && one.model !== null ? [one.model] : [])))];
  const model = named.length === 1 ? named[0]! : null;
  return {
    refusals: [...found, ...once(headers.map((one) => ({ ...one, model: one.model ?? model })))],
    unread: once(unread),
  };
}
