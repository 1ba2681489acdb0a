import { exact } from "@/lib/money";
import { readCount } from "./quantity";
import { agree, periodOf, refillMs, type HeadersRead, type LimitHeader, type Unread } from "./types";

const EVENT = /["']?rate_limits["']?\s*[:=]\s*\[([^\]]{0,2000})\]/g;
const ENTRY = /\{([^{}]{0,400})\}/g;

/** The value of a field within an entry, as it is written up to a comma, a bracket or the end of the line. */
const fieldIn = (entry: string, name: string) =>
  new RegExp(`["']?\\b${name}["']?\\s*[:=]\\s*["']?([^"',}\\n]*)`).exec(entry)?.[1]?.trim() ?? "";

function readEntry(entry: string, unread: Unread[]): LimitHeader {
  const counts = fieldIn(entry, "name") || null;
  const count = (name: string) => {
    const text = fieldIn(entry, name);
    const written = text === "" || text === "null" ? null : readCount(text);
    if (written && "unread" in written) unread.push({ part: `${counts} ${name}`, text: written.unread });
    return written && "value" in written ? written.value : null;
  };
  const limit = count("limit");
  const remaining = count("remaining");
  const seconds = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(fieldIn(entry, "reset_seconds"));
  const statedMs =
    seconds && exact(BigInt(seconds[1]! + (seconds[2] ?? "")) * 1_000n, 10n ** BigInt((seconds[2] ?? "").length));
  const used = limit === null || remaining === null || remaining > limit ? null : limit - remaining;
  const whole = limit !== null && limit > 0 && used !== null ? { limit, used } : null;
  const agrees = (per: LimitHeader["per"]) =>
    statedMs && whole && per && agree(statedMs, refillMs(whole.used, whole.limit, per), refillMs(1, whole.limit, per));
  const per = periodOf(null, (period) => agrees(period) === true, ["minute", "day"]) ?? "minute";
  return {
    counts,
    project: false,
    per,
    limit,
    origin: null,
    remaining,
    used,
    statedMs,
    impliedMs: whole && refillMs(whole.used, whole.limit, per),
    agrees: agrees(per),
  };
}

/** The `rate_limits.updated` events of the Realtime API in `text`. */
export function readRealtime(text: string, unread: Unread[]): HeadersRead[] {
  return [...text.matchAll(EVENT)]
    .map(({ 1: list }): HeadersRead => ({
      kind: "headers",
      event: true,
      model: null,
      origin: null,
      limits: [...list!.matchAll(ENTRY)]
        .map(([, entry]) => readEntry(entry!, unread))
        .filter(({ counts, limit, remaining }) => counts !== null && (limit !== null || remaining !== null)),
      retryAfterMs: null,
    }))
    .filter(({ limits }) => limits.length > 0);
}
