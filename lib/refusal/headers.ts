import { exact, type Exact } from "@/lib/money";
import { keepIn, quoted, readCount, readDuration, type Written } from "./quantity";
import {
  agree,
  periodOf,
  refillMs,
  withoutOwner,
  type HeadersRead,
  type LimitHeader,
  type Origin,
  type Unread,
} from "./types";

/**
 * A header as it stands in a header block, a dump of an object, a list of pairs or a recording: name, sign,
 * and the value ahead, with what may follow it on the line.
 */
const HEADER =
  /\b(x-ratelimit-(limit|remaining|reset)-(project-)?(requests|tokens(?:_usage_based)?|input-images|images)|retry-after(?:-ms)?|openai-model)["']?[ \t]*[:=,][ \t]*(?:\r?\n[ \t]*-[ \t]+)?(?=([^\r\n]{0,80}))/gi;

type Part = "limit" | "remaining" | "reset";
type Row = { counts: string; project: boolean } & Partial<Record<Part, string>>;
interface Block {
  readonly seen: Set<string>;
  readonly rows: Map<string, Row>;
  model: string | null;
  retryAfter: { readonly text: string; readonly unitMs: bigint } | null;
}

const SECONDS = /^["']?(\d{1,9})(?:\.(\d{1,6}))?(?=["'\s;})\]]|,(?!\d)|$)(?![ \t]+\d)/;

/**
 * A `retry-after` counts seconds, a `retry-after-ms` milliseconds; a date is not read, since that takes a
 * clock.
 */
function readAfter(text: string, unitMs: bigint): Written<Exact> {
  const match = SECONDS.exec(text);
  if (!match) return readDuration(text) ?? quoted(text);
  const decimals = match[2] ?? "";
  return { value: exact(BigInt(match[1]! + decimals) * unitMs, 10n ** BigInt(decimals.length)) };
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const [, written, part, project, counts, value] of text.matchAll(HEADER)) {
    const name = written!.toLowerCase();
    // A header that comes again belongs to the next response.
    if (blocks.length === 0 || blocks.at(-1)!.seen.has(name))
      blocks.push({ seen: new Set(), rows: new Map(), model: null, retryAfter: null });
    const block = blocks.at(-1)!;
    block.seen.add(name);
    if (name === "openai-model") block.model = withoutOwner(/^["']?([^\s"',;})\]]*)/.exec(value!)![1]!);
    // A client waits by the finer of the two.
    else if (name === "retry-after-ms") block.retryAfter = { text: value!, unitMs: 1n };
    else if (name === "retry-after") block.retryAfter ??= { text: value!, unitMs: 1_000n };
    else {
      const key = `${project ?? ""}${counts!}`.toLowerCase();
      const row = block.rows.get(key) ?? {
        counts: counts!.toLowerCase().replace("_usage_based", "").replace("-", " "),
        project: project !== undefined,
      };
      row[part!.toLowerCase() as Part] = value!;
      block.rows.set(key, row);
    }
  }
  return blocks;
}

/** Headers that Azure alone sends beside the limits. */
const AZURE =
  /\b(?:x-ms-(?:region|deployment-name|client-request-id|rai-invoked)|apim-request-id|azureml-model-\w+)\b/i;

/** Azure writes a reset in whole seconds without a unit, and tells of tokens taken beyond the limit as `-120`. */
function azureReset(text: string): Written<Exact> {
  const seconds = /^["']?(\d{1,5})(?=["'\s;})\]]|$)(?![ \t]+\d)/.exec(text)?.[1];
  return seconds === undefined ? readDuration(text) : { value: exact(BigInt(seconds) * 1_000n) };
}
function azureRemaining(text: string): Written<number> {
  const below = /^["']?-(?=\d)/.exec(text);
  const written = readCount(below ? text.slice(below[0].length) : text);
  return below && written && "value" in written ? { value: -written.value } : written;
}

/**
 * The period of a limit whose reset says none: a minute, which OpenAI’s headers mean. Azure counts its requests
 * over a shorter time, which it does not tell.
 */
const unsaid = (counts: string, origin: Origin | null) => (origin === "azure" && counts !== "tokens" ? null : "minute");

/**
 * Every set of rate-limit headers in `text`, one for each response; what began like a number and was none
 * goes to `unread`.
 */
export function readLimitHeaders(text: string, unread: Unread[]): HeadersRead[] {
  const keep = keepIn(unread);
  const origin = AZURE.test(text) ? "azure" : null;
  const limitOf = ({ counts, project, ...texts }: Row): LimitHeader => {
    const name = (part: Part) => `x-ratelimit-${part}-${project ? "project-" : ""}${counts.replace(" ", "-")}`;
    const limit = keep(name("limit"), readCount(texts.limit ?? ""));
    const [readRemaining, readReset] = origin === "azure" ? [azureRemaining, azureReset] : [readCount, readDuration];
    const remaining = keep(name("remaining"), readRemaining(texts.remaining ?? ""));
    const statedMs = keep(
      name("reset"),
      /^["']?0(?![\d.a-z])/.test(texts.reset ?? "") ? { value: exact(0n) } : readReset(texts.reset ?? ""),
    );
    const used = limit === null || remaining === null || remaining > limit ? null : limit - remaining;
    const whole = limit !== null && limit > 0 && used !== null ? { limit, used } : null;
    // What remains is cut to a whole number, so up to one unit less may be used than it seems.
    const agrees = (per: LimitHeader["per"]) =>
      statedMs &&
      whole &&
      per &&
      agree(statedMs, refillMs(whole.used, whole.limit, per), refillMs(1, whole.limit, per));
    // Azure tells no rule by which a quota fills again, and rounds what it says of it.
    const refills = origin === null;
    const told = refills ? periodOf(null, (period) => agrees(period) === true, ["minute", "day"]) : null;
    const per = told ?? unsaid(counts, origin);
    return {
      counts,
      project,
      per,
      limit,
      origin,
      remaining,
      used,
      statedMs,
      impliedMs: whole && per && refills ? refillMs(whole.used, whole.limit, per) : null,
      agrees: per && refills ? agrees(per) : null,
    };
  };
  return blocksOf(text)
    .map(({ rows, model, retryAfter }): HeadersRead => ({
      kind: "headers",
      event: false,
      model,
      origin,
      limits: [...rows.values()]
        .map(limitOf)
        .filter(({ limit, remaining, statedMs }) => limit !== null || remaining !== null || statedMs !== null),
      retryAfterMs:
        retryAfter &&
        keep(
          retryAfter.unitMs === 1n ? "retry-after-ms" : "retry-after",
          readAfter(retryAfter.text, retryAfter.unitMs),
        ),
    }))
    .filter(({ limits, retryAfterMs }) => limits.length > 0 || retryAfterMs !== null);
}
