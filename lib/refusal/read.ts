import { headsOf, withoutEchoes, type Head } from "./heads";
import { readLimitHeaders } from "./headers";
import { readQueue, readRate } from "./message";
import { readCapacity, readCrossed, readMaximum, readMoney, readPlan } from "./other-kinds";
import { readRealtime } from "./realtime";
import { plain } from "./text";
import type { HeadersRead, RateRefusal, Refusal, Unread } from "./types";

/**
 * What a pasted text tells of limits: each refusal and each set of headers once, in order, messages first.
 */
export interface RefusalsRead {
  readonly refusals: readonly Refusal[];
  readonly unread: readonly Unread[];
}

/** Messages are a few hundred characters; a log goes on about other things. */
const LONGEST = 1_200;

function readMessage({ kind, words }: Head, message: string, unread: Unread[]): readonly (Refusal | null)[] {
  switch (kind) {
    case "money":
      return [readMoney(words, message, unread)];
    case "capacity":
      return [readCapacity(words, message, unread)];
    case "plan":
      return [readPlan(message, unread)];
    case "maximum":
      return [readMaximum(words, message, unread)];
    case "queue":
      return [readQueue(message, unread)];
    case "large":
      return [readRate(message, true, unread)];
    case "rate":
      return words.startsWith("crossed") ? readCrossed(message) : [readRate(message, false, unread)];
  }
}

/** A message cut out of its beginning still says that there is a limit, and what was asked of it. */
function readCut(text: string, unread: Unread[]): readonly (Refusal | null)[] {
  const cut = /\blimit\b[^]{0,60}\b(?:used|requested|current|try again)\b/i.exec(text);
  return cut ? [readRate(text.slice(Math.max(0, cut.index - 60), cut.index + LONGEST), false, unread)] : [];
}

const keyOf = (value: unknown) =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? String(one) : one));
const once = <T>(all: readonly T[]): T[] => [...new Map(all.map((one) => [keyOf(one), one])).values()];

/** Says no more than how long to wait: what “Rate limit is exceeded. Try again in 2 seconds.” does. */
const isBareWait = (one: Refusal): one is RateRefusal =>
  one.kind === "rate" && one.limit === null && one.counts === null && one.model === null && one.statedMs !== null;

/** A wait that stands alone beside one set of headers is the wait of their answer. */
function withWaits(found: readonly Refusal[], headers: readonly HeadersRead[]): readonly Refusal[] {
  const [only] = headers;
  const [wait] = found;
  if (headers.length !== 1 || found.length !== 1 || !only || !wait || !isBareWait(wait) || only.retryAfterMs !== null)
    return [...found, ...headers];
  return [{ ...only, retryAfterMs: wait.statedMs }];
}

/**
 * Reads what people paste of a refused request: messages of OpenAI, Azure and gateways, JSON bodies, SDK
 * exceptions, header blocks, `curl -i` output, Realtime events, several at once. Never throws; a number is read
 * whole or named in `unread`, and nothing is worked out from it. Waits follow the rule `continuous-refill`.
 */
export function readRefusal(text: string): RefusalsRead {
  const clean = plain(text);
  const unread: Unread[] = [];
  const heads = headsOf(clean);
  const messages = heads.flatMap((head, n) => {
    const end = Math.min(heads[n + 1]?.index ?? clean.length, head.index + LONGEST);
    return readMessage(head, clean.slice(head.index, end), unread);
  });
  if (heads.length === 0) messages.push(...readCut(clean, unread));
  const found = once(withoutEchoes(messages.filter((one) => one !== null)));
  const headers = [...readLimitHeaders(clean, unread), ...readRealtime(clean, unread)];
  // Headers name no model of their own on most answers; a message beside them does.
  const named = [...new Set(found.flatMap((one) => ("model" in one && one.model !== null ? [one.model] : [])))];
  const model = named.length === 1 ? named[0]! : null;
  return {
    refusals: [...withWaits(found, once(headers.map((one) => ({ ...one, model: one.model ?? model }))))],
    unread: once(unread),
  };
}
