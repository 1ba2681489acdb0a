import { describe, expect, it } from "vitest";
import { toNumber, type Exact } from "@/lib/money";
import { type Scenario } from "@/lib/scenario";
import { readRefusal, type Refusal } from "@/lib/refusal";
import { refusalView } from "@/lib/view/refusal";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const isExact = (value: unknown): value is Exact =>
  typeof value === "object" && value !== null && "n" in value && "d" in value;
/** Waits as milliseconds, and without what a text did not say. */
function told(value: unknown): unknown {
  if (isExact(value)) return toNumber(value);
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== "object" || value === null) return value;
  const stated = Object.entries(value).filter(([, one]) => one !== null && one !== false);
  return Object.fromEntries(stated.map(([key, one]) => [key, told(one)]));
}
const only = (text: string) => {
  const { refusals, unread } = readRefusal(text);
  expect(unread).toEqual([]);
  expect(refusals).toHaveLength(1);
  return told(refusals[0]);
};
const rate = (own: object) => ({ kind: "rate", counts: "tokens", per: "minute", ...own });

const O4 =
  "Rate limit reached for o4-mini in organization org-secret on tokens per min (TPM): Limit 200000, Used 162960, Requested 42288. Please try again in 1.574s. Visit https://platform.openai.com/account/rate-limits to learn more.";

describe("the waits that published messages state", () => {
  // model and numbers as published; the wait from the numbers, exact, and the stated one, both in milliseconds
  it.each<[limit: number, used: number, requested: number, stated: string, statedMs: number, impliedMs: number]>([
    [200_000, 162_960, 42_288, "1.574s", 1574, 1574.4],
    [10_000, 8_554, 3_082, "9.816s", 9816, 9816],
    [30_000, 14_567, 24_754, "18.642s", 18642, 18642],
    [30_000, 29_937, 385, "644ms", 644, 644],
    [30_000, 18_928, 11_159, "174ms", 174, 174],
    [30_000, 28_039, 3_906, "3.89s", 3890, 3890],
    [30_000, 22_343, 10_955, "6.596s", 6596, 6596],
    [50_000, 47_949, 3_006, "1.146s", 1146, 1146],
    [200_000, 200_000, 775, "232ms", 232, 232.5],
    [200_000, 195_869, 4_412, "84ms", 84, 84.3],
    [40_000, 26_728, 15_233, "2.941s", 2941, 2941.5],
    [2_000_000, 1_354_056, 725_891, "2.398s", 2398, 2398.41],
  ])("limit %d, used %d, requested %d: %s", (limit, used, requested, stated, statedMs, impliedMs) => {
    expect(
      only(
        `Rate limit reached for gpt-4o in organization org-x on tokens per min (TPM): Limit ${limit}, Used ${used}, Requested ${requested}. Please try again in ${stated}.`,
      ),
    ).toEqual(
      rate({
        model: "gpt-4o",
        limit,
        used,
        requested,
        statedMs,
        impliedMs,
        short: used + requested - limit,
        agrees: true,
      }),
    );
  });

  it.each([
    ["708.67 ms, cut", 90_000, 89_919, 1_144, "708ms", true],
    ["708.67 ms, rounded", 90_000, 89_919, 1_144, "709ms", true],
    ["708.67 ms, a millisecond past both", 90_000, 89_919, 1_144, "710ms", false],
    ["708.67 ms, a millisecond before both", 90_000, 89_919, 1_144, "707ms", false],
    ["a wait that is not its numbers’ own", 40_000, 30_058, 10_244, "1.903s", false],
  ])("%s", (_, limit, used, requested, stated, agrees) => {
    expect(
      readRefusal(`Limit ${limit}, Used ${used}, Requested ${requested} (TPM). Please try again in ${stated}.`)
        .refusals[0],
    ).toMatchObject({ agrees });
  });

  it.each([
    ["requests per day (RPD): Limit 200, Used 200, Requested 1", "7m12s", 432_000, "requests"],
    ["requests per day (RPD): Limit 10000, Used 10000, Requested 1", "8.64s", 8_640, "requests"],
    ["tokens per day (TPD): Limit 100000, Used 95514, Requested 7582", "44m34.944s", 2_674_944, "tokens"],
    ["tokens per day (TPD): Limit 3600, Used 3285, Requested 1579", "8h25m36s", 30_336_000, "tokens"],
  ])("%s: %s, over a day", (numbers, stated, ms, counts) => {
    expect(
      only(`Rate limit reached for m in organization org-x on ${numbers}. Please try again in ${stated}.`),
    ).toMatchObject({ kind: "rate", counts, per: "day", statedMs: ms, impliedMs: ms, agrees: true });
  });
});

describe("every wording", () => {
  it.each<[name: string, text: string, read: object]>([
    [
      "requests a minute",
      "Rate limit reached for gpt-4 in organization org-x on requests per min (RPM): Limit 500, Used 500, Requested 1. Please try again in 120ms.",
      {
        kind: "rate",
        model: "gpt-4",
        counts: "requests",
        per: "minute",
        limit: 500,
        used: 500,
        requested: 1,
        statedMs: 120,
        impliedMs: 120,
        short: 1,
        agrees: true,
      },
    ],
    [
      "cut out of its sentence: the minute is the period that agrees",
      "Limit 10000, Used 8554, Requested 3082. Please try again in 9.816s.",
      {
        kind: "rate",
        per: "minute",
        limit: 10_000,
        used: 8_554,
        requested: 3_082,
        statedMs: 9816,
        impliedMs: 9816,
        short: 1_636,
        agrees: true,
      },
    ],
    [
      "cut, of a day",
      "Limit 200, Used 200, Requested 1. Please try again in 7m12s.",
      {
        kind: "rate",
        per: "day",
        limit: 200,
        used: 200,
        requested: 1,
        statedMs: 432_000,
        impliedMs: 432_000,
        short: 1,
        agrees: true,
      },
    ],
    [
      "of 2023: the limit and the wait",
      "Rate limit reached for default-gpt-3.5-turbo in organization org-x on requests per min. Limit: 3 / min. Please try again in 20s. Contact support@openai.com if you continue to have issues.",
      {
        kind: "rate",
        model: "default-gpt-3.5-turbo",
        counts: "requests",
        per: "minute",
        limit: 3,
        statedMs: 20_000,
        short: 1,
      },
    ],
    [
      "of 2023: a day",
      "on requests per day. Limit: 200 / day. Please try again in 7m12s.",
      { kind: "rate", counts: "requests", per: "day", limit: 200, statedMs: 432_000, short: 1 },
    ],
    [
      "of 2023: tokens",
      "Rate limit reached for 10KTPM-200RPM in organization org-x on tokens per min. Limit: 10000 / min. Please try again in 6ms.",
      rate({ model: "10KTPM-200RPM", limit: 10_000, statedMs: 6, short: 1 }),
    ],
    [
      "of 2023: used and requested in one",
      "Rate limit reached for default-text-davinci-003 in organization org-x on tokens per min. Limit: 150000.000000 / min. Current: 152160.000000 / min.",
      rate({ model: "default-text-davinci-003", limit: 150_000, together: 152_160, impliedMs: 864, short: 2_160 }),
    ],
    [
      "of 2022: no model",
      "Rate limit reached for tokens. Limit: 150000.000000 / min. Current: 176000.000000 / min.",
      rate({ limit: 150_000, together: 176_000, impliedMs: 10_400, short: 26_000 }),
    ],
    [
      "of late 2023",
      "Rate limit reached for gpt-4 in organization org-x on tokens_usage_based per min: Limit 10000, Used 9298, Requested 1161. Please try again in 2.754s.",
      rate({
        model: "gpt-4",
        limit: 10_000,
        used: 9_298,
        requested: 1_161,
        statedMs: 2754,
        impliedMs: 2754,
        short: 459,
        agrees: true,
      }),
    ],
    [
      "images",
      "Rate limit exceeded for images per minute in organization org-x. Limit: 5/1min. Current: 6/1min.",
      { kind: "rate", counts: "images", per: "minute", limit: 5, together: 6, impliedMs: 12_000, short: 1 },
    ],
    [
      "input images",
      "Rate limit reached for gpt-image-2 (for limit gpt-image) in organization org-x on input-images per min: Limit 5, Used 5, Requested 1. Please try again in 12s.",
      {
        kind: "rate",
        model: "gpt-image",
        counts: "input images",
        per: "minute",
        limit: 5,
        used: 5,
        requested: 1,
        statedMs: 12_000,
        impliedMs: 12_000,
        short: 1,
        agrees: true,
      },
    ],
    [
      "the pool that several models share",
      "Rate limit reached for gpt-realtime-2 (for limit gpt-4o-realtime) in organization org-x on tokens per min (TPM): Limit 40000, Used 26728, Requested 15233. Please try again in 2.941s.",
      rate({
        model: "gpt-4o-realtime",
        limit: 40_000,
        used: 26_728,
        requested: 15_233,
        statedMs: 2941,
        impliedMs: 2941.5,
        short: 1_961,
        agrees: true,
      }),
    ],
    [
      "a project’s limit",
      "Rate limit reached for gpt-4o-mini in project proj_x organization org-x on tokens per min (TPM): Limit 50000, Used 47949, Requested 3006. Please try again in 1.146s.",
      rate({
        model: "gpt-4o-mini",
        project: true,
        limit: 50_000,
        used: 47_949,
        requested: 3_006,
        statedMs: 1146,
        impliedMs: 1146,
        short: 955,
        agrees: true,
      }),
    ],
    [
      "without the requested: it follows from the wait",
      "Rate limit reached for gpt-5.6-luna in organization org-x on tokens per minute (TPM): Limit 200000, Used 187225. Please try again in 2.307s.",
      rate({ model: "gpt-5.6-luna", limit: 200_000, used: 187_225, statedMs: 2307, short: 7_690 }),
    ],
    [
      "without a wait",
      "Rate limit reached for gpt-4-1106-preview in organization org-x on tokens_usage_based per day: Limit 500000, Used 460000, Requested 50000",
      {
        kind: "rate",
        model: "gpt-4-1106-preview",
        counts: "tokens",
        per: "day",
        limit: 500_000,
        used: 460_000,
        requested: 50_000,
        impliedMs: 1_728_000,
        short: 10_000,
      },
    ],
    [
      "numbers within the limit",
      "Rate limit reached for o1 in organization org-x on requests per min (RPM): Limit 500, Used 100, Requested 1. Please try again in 120ms.",
      {
        kind: "rate",
        model: "o1",
        counts: "requests",
        per: "minute",
        limit: 500,
        used: 100,
        requested: 1,
        statedMs: 120,
        impliedMs: 0,
        short: 0,
      },
    ],
    [
      "Azure’s",
      "Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2023-12-01-preview have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 22 seconds.",
      { kind: "rate", counts: "tokens", origin: "azure", statedMs: 22_000 },
    ],
    [
      "grouped",
      "Rate limit reached for o1 in organization org-x on tokens per min (TPM): Limit 30,000, Used 29,937, Requested 385. Please try again in 644ms.",
      rate({
        model: "o1",
        limit: 30_000,
        used: 29_937,
        requested: 385,
        statedMs: 644,
        impliedMs: 644,
        short: 322,
        agrees: true,
      }),
    ],
    [
      "too large",
      "Request too large for gpt-4o in organization org-x on tokens per min (TPM): Limit 30000, Requested 31538. The input or output tokens must be reduced in order to run successfully.",
      { kind: "too-large", model: "gpt-4o", counts: "tokens", per: "minute", limit: 30_000, requested: 31_538 },
    ],
    [
      "too large, for a pool",
      "Request too large for gpt-4o-2024-08-06 (for limit gpt-4o) in organization org-x on tokens per min (TPM): Limit 30000, Requested 32042.",
      { kind: "too-large", model: "gpt-4o", counts: "tokens", per: "minute", limit: 30_000, requested: 32_042 },
    ],
    [
      "too large, though it is called a limit reached",
      "Rate limit reached for gpt-4 in organization org-x on tokens per min: Limit 10000, Requested 40000",
      { kind: "too-large", model: "gpt-4", counts: "tokens", per: "minute", limit: 10_000, requested: 40_000 },
    ],
    [
      "a limit of 0",
      "Rate limit exceeded for images per minute in organization org-x. Limit: 0/1min. Current: 1/1min.",
      { kind: "too-large", counts: "images", per: "minute", limit: 0 },
    ],
    [
      "the batch queue",
      "Enqueued token limit reached for gpt-4o in organization org-x. Limit: 90,000 enqueued tokens. Please try again once some in_progress batches have been completed.",
      { kind: "batch-queue", model: "gpt-4o", counts: "tokens", limit: 90_000 },
    ],
    [
      "enqueued requests",
      "Enqueued request limit reached for text-embedding-3-small\nin organization org-x. Limit: 1,000,000 enqueued requests.",
      { kind: "batch-queue", model: "text-embedding-3-small", counts: "requests", limit: 1_000_000 },
    ],
    ["money", "You exceeded your current quota, please check your plan and billing details.", { kind: "quota" }],
    [
      "money, by its code",
      '{"error":{"message":"…","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}',
      { kind: "quota" },
    ],
    ["a hard limit on money", "Billing hard limit has been reached", { kind: "quota", cause: "organization-limit" }],
  ])("%s", (_, text, read) => {
    const { project, ...rest } = only(text) as { project?: boolean };
    expect({ ...rest, ...(project && { project }) }).toEqual(read);
  });
});

describe("every wrapping", () => {
  const [read] = readRefusal(O4).refusals;
  it.each([
    ["the body", JSON.stringify({ error: { message: O4, type: "tokens", param: null, code: "rate_limit_exceeded" } })],
    [
      "the body, indented",
      JSON.stringify({ error: { message: O4, type: "tokens", param: null, code: "rate_limit_exceeded" } }, null, 2),
    ],
    ["a body within a body", JSON.stringify({ error: `429: ${JSON.stringify({ error: { message: O4 } })}` })],
    [
      "Python",
      `openai.RateLimitError: Error code: 429 - {'error': {'message': '${O4}', 'type': 'tokens', 'param': None, 'code': 'rate_limit_exceeded'}}`,
    ],
    [
      "Node, which says it twice",
      `[Error]: ${O4}\n    at async I0.run (file:///x/cli.js:460:2513) {\n  status: undefined,\n  error: {\n    type: 'tokens',\n    code: 'rate_limit_exceeded',\n    message: '${O4}',\n    param: null\n  },\n  type: 'tokens'\n}`,
    ],
    ["another library", `litellm.RateLimitError: RateLimitError: OpenAIException - ${O4}`],
    ["lines of a terminal, in colour", `\u001b[31mERROR\u001b[0m ${O4.replace("Limit 200000,", "\nLimit 200000,\n")}`],
    ["escaped line ends", O4.replaceAll(", ", ",\\n")],
    ["a text editor’s marks", O4.replace("Limit 200000", "**Limit 200000**").replace("o4-mini", "`o4-mini`")],
    ["the same log line many times", `${O4}\n2025-04-16 12:00:01 INFO retrying\n`.repeat(50)],
  ])("%s", (_, text) => expect(readRefusal(text)).toEqual({ refusals: [read], unread: [] }));

  it("a message and its headers, from curl -i: the headers are of the message’s model", () => {
    const text = `HTTP/2 429\r\ndate: Wed, 16 Apr 2025 10:00:00 GMT\r\nopenai-organization: secret-org\r\nretry-after: 2\r\nretry-after-ms: 1574\r\nx-ratelimit-limit-tokens: 200000\r\nx-ratelimit-remaining-tokens: 37040\r\nx-ratelimit-reset-tokens: 48.888s\r\n\r\n${JSON.stringify({ error: { message: O4 } })}`;
    expect(told(readRefusal(text).refusals)).toEqual([
      rate({
        model: "o4-mini",
        limit: 200_000,
        used: 162_960,
        requested: 42_288,
        statedMs: 1574,
        impliedMs: 1574.4,
        short: 5_248,
        agrees: true,
      }),
      {
        kind: "headers",
        model: "o4-mini",
        limits: [
          {
            counts: "tokens",
            per: "minute",
            limit: 200_000,
            remaining: 37_040,
            used: 162_960,
            statedMs: 48_888,
            impliedMs: 48_888,
            agrees: true,
          },
        ],
        retryAfterMs: 1574,
      },
    ]);
  });

  it("several different ones, each once and in order", () => {
    const kinds = readRefusal(
      `${O4}\nRequest too large for o1 in organization org-x on tokens per min (TPM): Limit 30000, Requested 67036.\n${O4}\nYou exceeded your current quota\nx-ratelimit-limit-requests: 500`,
    ).refusals.map(({ kind }) => kind);
    expect(kinds).toEqual(["rate", "too-large", "quota", "headers"]);
  });

  it("keeps nothing of the organisation, nor of a fine-tuned model’s owner", () => {
    const text = `${O4.replace("o4-mini", "ft:gpt-4o-mini-2024-07-18:acme-corp::AbC")} openai-organization: secret-org\nopenai-model: ft:o1:acme-corp::X\nx-ratelimit-limit-requests: 500`;
    const { refusals } = readRefusal(text);
    const plainSpaces = JSON.stringify([told(refusals), refusalView({ refusals, unread: [] }, O1_MINI_EXAMPLE)]);
    expect(plainSpaces).not.toMatch(/secret|acme/);
    expect(refusals.map((one) => "model" in one && one.model)).toEqual(["ft:gpt-4o-mini-2024-07-18", "ft:o1"]);
  });
});

describe("headers", () => {
  const limits = (text: string) => {
    const read = only(text) as { limits: object[] };
    return read.limits;
  };
  const block = (limit: string, remaining: string, reset: string) =>
    `x-ratelimit-limit-tokens: ${limit}\nx-ratelimit-remaining-tokens: ${remaining}\nx-ratelimit-reset-tokens: ${reset}`;

  it.each<[limit: string, remaining: string, reset: string, read: object]>([
    ["10000", "9481", "3.114s", { per: "minute", used: 519, statedMs: 3114, impliedMs: 3114, agrees: true }],
    ["200000", "199978", "6ms", { per: "minute", used: 22, statedMs: 6, impliedMs: 6.6, agrees: true }],
    ["90000", "89809", "126ms", { per: "minute", used: 191, statedMs: 126, agrees: true }],
    ["30,000", "29900", "200ms", { per: "minute", used: 100, statedMs: 200, impliedMs: 200, agrees: true }],
    ["200000", "200000", "0s", { per: "minute", used: 0, statedMs: 0, impliedMs: 0, agrees: true }],
    ["200000", "200000", "0", { per: "minute", used: 0, statedMs: 0, impliedMs: 0, agrees: true }],
    ["10000", "9999", "8.64s", { per: "day", used: 1, statedMs: 8640, impliedMs: 8640, agrees: true }],
    ["1000", "999", "1m26.4s", { per: "day", used: 1, statedMs: 86_400, impliedMs: 86_400, agrees: true }],
    // As printed in OpenAI’s own guide: 16 used tokens of 150,000 a minute are back in 6.4 ms.
    ["150000", "149984", "6m0s", { per: "minute", used: 16, statedMs: 360_000, impliedMs: 6.4 }],
  ])("limit %s, remaining %s, reset %s", (limit, remaining, reset, read) => {
    expect(limits(block(limit, remaining, reset))).toEqual([expect.objectContaining({ counts: "tokens", ...read })]);
  });

  it("agree to the token: what remains is cut to a whole one", () => {
    const agrees = (reset: string) =>
      (limits(block("60000", "59000", reset))[0] as { agrees?: boolean }).agrees === true;
    expect(["1001ms", "1s", "999ms", "998ms", "997ms"].map(agrees)).toEqual([false, true, true, false, false]);
  });

  it.each([
    [
      "a block",
      "x-ratelimit-limit-requests: 500\nx-ratelimit-remaining-requests: 499\nx-ratelimit-reset-requests: 120ms",
    ],
    [
      "capitals, and curl -v",
      "< X-RateLimit-Limit-Requests: 500\r\n< X-RateLimit-Remaining-Requests: 499\r\n< X-RateLimit-Reset-Requests: 120ms\r\n",
    ],
    [
      "a Python dict on one line",
      "{'x-ratelimit-limit-requests': '500', 'x-ratelimit-remaining-requests': '499', 'x-ratelimit-reset-requests': '120ms'}",
    ],
    [
      "JSON",
      '{"x-ratelimit-limit-requests":"500","x-ratelimit-remaining-requests":"499","x-ratelimit-reset-requests":"120ms"}',
    ],
    [
      "a list of pairs",
      "Headers([('x-ratelimit-limit-requests', '500'), ('x-ratelimit-remaining-requests', '499'), ('x-ratelimit-reset-requests', '120ms')])",
    ],
    [
      "C#",
      "[x-ratelimit-limit-requests, 500], [x-ratelimit-remaining-requests, 499], [x-ratelimit-reset-requests, 120ms]",
    ],
    [
      "a recording in YAML",
      "      x-ratelimit-limit-requests:\n      - '500'\n      x-ratelimit-remaining-requests:\n      - '499'\n      x-ratelimit-reset-requests:\n      - 120ms",
    ],
  ])("%s", (_, text) =>
    expect(limits(text)).toEqual([
      {
        counts: "requests",
        per: "minute",
        limit: 500,
        remaining: 499,
        used: 1,
        statedMs: 120,
        impliedMs: 120,
        agrees: true,
      },
    ]),
  );

  it("the project’s beside the organisation’s", () => {
    expect(
      limits(
        "x-ratelimit-limit-tokens: 200000\nx-ratelimit-limit-project-tokens: 60000\nx-ratelimit-remaining-project-tokens: 57000\nx-ratelimit-reset-project-tokens: 3s",
      ),
    ).toEqual([
      { counts: "tokens", per: "minute", limit: 200_000 },
      {
        counts: "tokens",
        project: true,
        per: "minute",
        limit: 60_000,
        remaining: 57_000,
        used: 3_000,
        statedMs: 3000,
        impliedMs: 3000,
        agrees: true,
      },
    ]);
  });

  it("of several responses, each by itself", () => {
    const one = (remaining: number) =>
      `x-ratelimit-limit-requests: 500\nx-ratelimit-remaining-requests: ${remaining}\n`;
    expect(readRefusal(one(499) + one(498) + one(499)).refusals).toHaveLength(2);
  });

  it.each([
    ["retry-after: 20", 20_000],
    ["retry-after: 0", 0],
    ["Retry-After: 1.5", 1_500],
    ["retry-after-ms: 8500", 8_500],
    ["retry-after: 9\nretry-after-ms: 8500", 8_500],
    ["retry-after-ms: 8500\nretry-after: 9", 8_500],
    ["retry-after: 20s", 20_000],
  ])("%s", (text, retryAfterMs) => expect(only(text)).toEqual({ kind: "headers", limits: [], retryAfterMs }));
});

describe("durations", () => {
  it.each([
    ["1s", 1_000],
    ["6m0s", 360_000],
    ["120ms", 120],
    ["7m12.5s", 432_500],
    ["1d2h", 93_600_000],
    ["1h0m0.5s", 3_600_500],
    ["100µs", 0.1],
    ["0s", 0],
    ["12.5ms", 12.5],
    ["20 seconds", 20_000],
    ["1 minute", 60_000],
    ["7m 12s", 432_000],
    ["2 hours", 7_200_000],
  ])("%s", (text, ms) =>
    expect(
      only(`Rate limit reached for o1 on requests per min. Limit: 500 / min. Please try again in ${text}. Visit …`),
    ).toMatchObject({ statedMs: ms }),
  );
});

describe("what cannot be read whole is named and not used", () => {
  const message = (limit: string, used: string, requested: string, wait = "1s") =>
    `Rate limit reached for o1 on tokens per min (TPM): Limit ${limit}, Used ${used}, Requested ${requested}. Please try again in ${wait}.`;
  it.each<[text: string, unread: { part: string; text: string }[]]>([
    [message("12,5", "1", "2"), [{ part: "Limit", text: "12,5" }]],
    [message("1,234.5", "1", "2"), [{ part: "Limit", text: "1,234.5" }]],
    [message("1.234,5", "1", "2"), [{ part: "Limit", text: "1.234,5" }]],
    [message("30.000", "1", "2"), [{ part: "Limit", text: "30.000" }]],
    [message("3.000000", "1", "2"), [{ part: "Limit", text: "3.000000" }]],
    [message("30'000", "1", "2"), [{ part: "Limit", text: "30'000" }]],
    [message("30/000", "1", "2"), [{ part: "Limit", text: "30/000" }]],
    [message("30*000", "1", "2"), [{ part: "Limit", text: "30*000" }]],
    [message("30K", "1", "2"), [{ part: "Limit", text: "30K" }]],
    [message("30 000", "1", "2"), [{ part: "Limit", text: "30 000" }]],
    [message("300\n00", "1", "2"), [{ part: "Limit", text: "300 00" }]],
    [message("-1", "1", "2"), [{ part: "Limit", text: "-1" }]],
    [message("1e6", "1", "2"), [{ part: "Limit", text: "1e6" }]],
    [message("1000000000001", "1", "2"), [{ part: "Limit", text: "1000000000001" }]],
    [
      message("30000", "12,5", "2.5"),
      [
        { part: "Requested", text: "2.5" },
        { part: "Used", text: "12,5" },
      ],
    ],
    [message("30000", "29999", "3001", "9,816s"), [{ part: "try again in", text: "9,816s" }]],
    [message("30000", "29999", "3001", "5"), [{ part: "try again in", text: "5" }]],
    [message("30000", "29999", "3001", "7m 12"), [{ part: "try again in", text: "7m" }]],
    [message("30000", "29999", "3001", "1s2m"), [{ part: "try again in", text: "1s2m" }]],
    [
      "x-ratelimit-limit-tokens: -1\nx-ratelimit-remaining-tokens: 5\nx-ratelimit-reset-tokens: 3",
      [
        { part: "x-ratelimit-limit-tokens", text: "-1" },
        { part: "x-ratelimit-reset-tokens", text: "3" },
      ],
    ],
    ["x-ratelimit-reset-requests: 1733356800", [{ part: "x-ratelimit-reset-requests", text: "1733356800" }]],
    ["retry-after: Wed, 21 Oct 2015 07:28:00 GMT", [{ part: "retry-after", text: "Wed, 21 Oct 2015 07:28:0" }]],
    ["retry-after: 1,5", [{ part: "retry-after", text: "1,5" }]],
  ])("%j", (text, unread) => {
    const read = readRefusal(text);
    expect(read.unread).toEqual(unread);
    for (const refusal of read.refusals) expect(refusal).not.toMatchObject({ agrees: true });
    expect(refusalView(read, O1_MINI_EXAMPLE).errors).toHaveLength(unread.length);
  });

  it("a limit that cannot be read gives no wait", () =>
    expect(readRefusal(message("12,5", "1", "2")).refusals).toEqual([
      expect.objectContaining({ limit: null, impliedMs: null, short: null, agrees: null }),
    ]));

  it.each([
    "",
    "   ",
    "hello",
    "429",
    "Too Many Requests",
    '{"error":{"code":"rate_limit_exceeded"}}',
    "Rate limit reached",
    "the limit of what I used",
    "[{]}\\",
    "\u0000\ud800",
  ])("%j holds nothing", (text) => {
    const read = readRefusal(text);
    expect(read).toEqual({ refusals: [], unread: [] });
    expect(refusalView(read, O1_MINI_EXAMPLE)).toEqual({
      errors: [expect.stringMatching(/Looked for .*Limit 10000.*x-ratelimit-limit/)],
      refusals: [],
      more: null,
    });
  });
});

const scenario = (change: Partial<Scenario> = {}): Scenario => ({
  ...O1_MINI_EXAMPLE,
  usageTier: 1,
  workloads: [O1_MINI_EXAMPLE.workloads[0]!],
  ...change,
});
const shown = (text: string, one = scenario()) => refusalView(readRefusal(text), one).refusals[0]!;
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a refusal explained", () => {
  const o1mini = O4.replace("o4-mini", "o1-mini");
  const view = shown(o1mini);

  it("says by how much and for how long, and shows the sums", () => {
    expect(plainSpaces(view.finding)).toBe(
      "Short by 5,248 tokens, for 1.574 s: 42,288 requested, 37,040 left of o1-mini’s 200,000 tokens a minute",
    );
    expect(view.figures.map(({ what, of, is }) => [what, of, is].map(plainSpaces))).toEqual([
      ["Limit", "", "200,000 tokens a minute"],
      ["Used", "", "162,960"],
      ["Requested", "", "42,288"],
      ["Short by", "162,960 + 42,288 − 200,000", "5,248 tokens"],
      ["Wait", "(162,960 + 42,288 − 200,000) ÷ (200,000 ÷ 60 s)", "1.574 s"],
      ["Stated wait", "", "1.574 s"],
    ]);
    expect(view.remarks.map(plainSpaces)).toEqual([
      "Exactly it is 1.5744 s; the stated 1.574 s agrees, cut after the millisecond.",
    ]);
  });

  it("offers what to change: the cap, pacing, a tier, batch, and last the wait", () => {
    expect(view.changes.map(({ text }) => plainSpaces(text))).toEqual([
      "A cap of 2,752 on Support chat",
      "One request every 12.687 s",
      "Tier 2: 2,000,000 tokens a minute, 10 times as many",
      "Batch, for what can wait",
      "Wait 1.575 s, then send it again",
    ]);
    expect(view.changes.map((change) => change.scenario)).toEqual([
      scenario({ workloads: [{ ...O1_MINI_EXAMPLE.workloads[0]!, maxCompletionTokens: 2_752 }] }),
      null,
      scenario({ usageTier: 2 }),
      scenario({ workloads: [{ ...O1_MINI_EXAMPLE.workloads[0]!, serviceTier: "batch" }] }),
      null,
    ]);
  });

  it("paces a client that does not pace itself", () =>
    expect(shown(o1mini, scenario({ policy: "retry" })).changes[1]!.scenario).toEqual(scenario()));

  it("leaves a project’s limit to its settings, and says where a tier publishes more than the account has", () => {
    const third = (text: string) => plainSpaces(shown(text).changes[2]!.text);
    expect(third(o1mini.replace("in organization", "in project proj_x organization"))).toBe(
      "A higher limit of the project",
    );
    expect(third(o1mini.replace("200000", "190000"))).toBe("Tier 1 publishes more: 200,000");
  });

  it("asks for fewer tokens where no cap is to blame", () => {
    const [first] = shown(o1mini, scenario({ tokenAccounting: "actual" })).changes;
    expect(first).toMatchObject({ text: "5,248 fewer tokens in one request", scenario: null });
  });

  it("says plainly what can never run", () => {
    const never = shown(
      "Request too large for o1 in organization org-x on tokens per min (TPM): Limit 30000, Requested 67036.",
      scenario({ workloads: [{ ...O1_MINI_EXAMPLE.workloads[0]!, model: "o1", maxCompletionTokens: 65_536 }] }),
    );
    expect(never).toMatchObject({
      tone: "never",
      finding: "Can never run: 67,036 requested, o1’s limit is 30,000 tokens a minute",
      rule: "request-too-large",
    });
    expect(never.changes.map(({ text }) => plainSpaces(text))).toEqual([
      "A cap of 28,500 on Support chat",
      "Tier 2: 450,000 tokens a minute, 15 times as many",
      "Batch, for what can wait",
    ]);
  });

  it("tells money from speed", () => {
    const quota = shown("insufficient_quota");
    expect(quota.finding).toBe("Money, not speed: the credit or the monthly usage limit is spent");
    expect(quota.changes.map(({ text }) => plainSpaces(text))).toEqual([
      "Add credit",
      "Tier 1 may spend $100 a month",
      "Tier 5: $200,000 a month",
    ]);
    expect(plainSpaces(quota.changes[1]!.detail)).toBe(
      "This scenario costs $34,689.60 a month: $100 lasts 2.1 hours. Once it is spent, the next month or a higher limit ends the refusals.",
    );
  });

  it("knows a full batch queue", () => {
    const queue = shown("Enqueued token limit reached for o1 in organization org-x. Limit: 90,000 enqueued tokens.");
    expect(queue.finding).toBe("The batch queue is full: o1’s limit is 90,000 input tokens at once");
    expect(plainSpaces(queue.checks[0]!.text)).toBe(
      "Tier 1 publishes just this for o1: 90,000 tokens in the batch queue.",
    );
    expect(queue.changes.map(({ text }) => plainSpaces(text))).toEqual([
      "The rest once a batch has completed",
      "Batches of 90,000 tokens in all at a time",
      "Tier 2: 1,350,000 enqueued tokens, 15 times as many",
    ]);
  });

  it("reads headers by the limit with the smallest share left", () => {
    const headers = shown(
      "openai-model: o1-mini-2024-09-12\nx-ratelimit-limit-requests: 500\nx-ratelimit-remaining-requests: 499\nx-ratelimit-reset-requests: 120ms\nx-ratelimit-limit-tokens: 200000\nx-ratelimit-remaining-tokens: 157712\nx-ratelimit-reset-tokens: 12.686s",
    );
    expect(headers.tone).toBe("ok");
    expect(plainSpaces(headers.finding)).toBe("157,712 of 200,000 tokens a minute left, whole again in 12.686 s");
    expect(headers.figures.map(({ of, is }) => plainSpaces(`${of} = ${is}`)).slice(1, 3)).toEqual([
      "500 − 499 = 1",
      "1 ÷ (500 ÷ 60 s) = 120 ms",
    ]);
    expect(headers.checks.map(({ agrees }) => agrees)).toEqual([true, true]);
  });

  it("finds what OpenAI’s guide prints to be off", () => {
    expect(
      shown(
        "x-ratelimit-limit-tokens: 150000\nx-ratelimit-remaining-tokens: 149984\nx-ratelimit-reset-tokens: 6m0s",
      ).remarks.map(plainSpaces)[0],
    ).toBe("Tokens: the stated reset of 6 min does not agree; 6 ms is what these numbers take.");
  });

  it("shows five of many and says how many more there are", () => {
    const many = Array.from(
      { length: 1_234 },
      (_, n) => `Request too large for o1 on tokens per min: Limit 30000, Requested ${40_000 + n}.`,
    ).join("\n");
    const { refusals, more } = refusalView(readRefusal(many), scenario());
    expect([refusals.length, more]).toEqual([5, "1,229 more in this text, not shown."]);
  });
});

describe("a limit beside the scenario’s own", () => {
  const tpm = (limit: number, model = "o1-mini") =>
    `Rate limit reached for ${model} in organization org-x on tokens per min (TPM): Limit ${limit}, Used ${limit}, Requested 500.`;
  const check = (text: string, one = scenario()) => {
    const { agrees, text: sentence, tries } = shown(text, one).checks[0]!;
    return {
      agrees,
      text: plainSpaces(sentence),
      tries: tries.map(({ label, scenario: next }) => [plainSpaces(label), next.usageTier, next.modelOverrides]),
    };
  };
  const own = (limits: object) => [{ model: "o1-mini", limits }];

  it.each<[name: string, text: string, one: Scenario, expected: object]>([
    [
      "the tier’s",
      tpm(200_000),
      scenario(),
      { agrees: true, text: "Tier 1 publishes just this for o1-mini: 200,000 tokens a minute.", tries: [] },
    ],
    [
      "the tier’s for long requests",
      tpm(200_000, "gpt-4.1"),
      scenario(),
      {
        agrees: true,
        text: "Tier 1 publishes just this for gpt-4.1’s long requests: 200,000 tokens a minute.",
        tries: [],
      },
    ],
    [
      "the tier’s, by a snapshot’s name",
      tpm(200_000, "o1-mini-2024-09-12"),
      scenario(),
      { agrees: true, text: "Tier 1 publishes just this for o1-mini: 200,000 tokens a minute.", tries: [] },
    ],
    [
      "another tier’s",
      tpm(2_000_000),
      scenario(),
      {
        agrees: false,
        text: "This scenario goes by 200,000, tier 1’s; 2,000,000 is tier 2’s.",
        tries: [
          ["Set tier 2", 2, []],
          ["Use this limit", 1, own({ tpm: 2_000_000 })],
        ],
      },
    ],
    [
      "no tier’s",
      tpm(50_000),
      scenario(),
      {
        agrees: false,
        text: "This scenario goes by 200,000, tier 1’s; no usage tier publishes 50,000: it is the account’s or a project’s own, and that one holds.",
        tries: [["Use this limit", 1, own({ tpm: 50_000 })]],
      },
    ],
    [
      "your own",
      tpm(50_000),
      scenario({ modelOverrides: own({ tpm: 50_000, rpm: 100 }) }),
      { agrees: true, text: "It is the limit of your own that this scenario has for o1-mini.", tries: [] },
    ],
    [
      "not your own, but the tier’s",
      tpm(200_000),
      scenario({ modelOverrides: own({ tpm: 50_000 }) }),
      {
        agrees: false,
        text: "This scenario goes by 50,000, your own limit; 200,000 is tier 1’s.",
        tries: [
          ["Set tier 1", 1, []],
          ["Use this limit", 1, own({ tpm: 200_000 })],
        ],
      },
    ],
    [
      "beside other own facts",
      tpm(60_000),
      scenario({ modelOverrides: [{ model: "o1-mini", limits: { rpm: 100, tpm: 50_000 }, contextWindow: 64_000 }] }),
      {
        agrees: false,
        text: "This scenario goes by 50,000, your own limit; no usage tier publishes 60,000: it is the account’s or a project’s own, and that one holds.",
        tries: [
          ["Use this limit", 1, [{ model: "o1-mini", contextWindow: 64_000, limits: { rpm: 100, tpm: 60_000 } }]],
        ],
      },
    ],
    [
      "on Free, where no limit of one’s own holds",
      tpm(200_000),
      scenario({ usageTier: "free" }),
      {
        agrees: false,
        text: "Free publishes no such limit for o1-mini; 200,000 is tier 1’s.",
        tries: [["Set tier 1", 1, []]],
      },
    ],
    [
      "of a model that no workload here uses",
      tpm(450_000, "o1"),
      scenario(),
      {
        agrees: false,
        text: "This scenario goes by 30,000, tier 1’s; 450,000 is tier 2’s.",
        tries: [
          ["Set tier 2", 2, []],
          ["Use this limit", 1, [{ model: "o1", limits: { tpm: 450_000 } }]],
        ],
      },
    ],
    [
      "of a model unknown here",
      tpm(30_000, "mine-4o"),
      scenario(),
      {
        agrees: false,
        text: "The limits of mine-4o are in neither the catalogue nor this scenario, so 30,000 tokens a minute cannot be compared. Used, it is a limit of a model of your own, which has no price until you enter one.",
        tries: [["Use this limit", 1, [{ model: "mine-4o", limits: { tpm: 30_000 } }]]],
      },
    ],
    [
      "of a model of your own",
      tpm(30_000, "mine-4o"),
      scenario({
        modelOverrides: [{ model: "mine-4o", limits: { tpm: 40_000 } }],
        workloads: [{ ...O1_MINI_EXAMPLE.workloads[0]!, model: "mine-4o" }],
      }),
      {
        agrees: false,
        text: "This scenario goes by 40,000, your own limit; no usage tier publishes 30,000.",
        tries: [["Use this limit", 1, [{ model: "mine-4o", limits: { tpm: 30_000 } }]]],
      },
    ],
    [
      "without a model, where the scenario has one",
      "Limit 50000, Used 50000, Requested 500 (TPM). Please try again in 600ms.",
      scenario(),
      {
        agrees: false,
        text: "This scenario goes by 200,000, tier 1’s; no usage tier publishes 50,000: it is the account’s or a project’s own, and that one holds.",
        tries: [["Use this limit", 1, own({ tpm: 50_000 })]],
      },
    ],
    [
      "of requests, which two tiers publish",
      "Rate limit reached for o1-mini on requests per min (RPM): Limit 5000, Used 5000, Requested 1. Please try again in 12ms.",
      scenario(),
      {
        agrees: false,
        text: "This scenario goes by 500, tier 1’s; 5,000 is tiers 2 and 3’s.",
        tries: [
          ["Set tier 2", 2, []],
          ["Set tier 3", 3, []],
          ["Use this limit", 1, own({ rpm: 5_000 })],
        ],
      },
    ],
  ])("%s", (_, text, one, expected) => expect(check(text, one)).toEqual(expected));

  it("of requests or tokens a day, of the batch queue, and of a project’s header, are compared and offered too", () => {
    expect(
      check(
        "Rate limit reached for o1-mini on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s.",
      ),
    ).toEqual({
      agrees: false,
      text: "Tier 1 publishes no such limit for o1-mini; no usage tier publishes 200: it is the account’s or a project’s own, and that one holds.",
      tries: [["Use this limit", 1, own({ rpd: 200 })]],
    });
    expect(
      check("Rate limit reached for o1-mini on tokens per day (TPD): Limit 900000, Used 900000, Requested 7.").tries,
    ).toEqual([["Use this limit", 1, own({ tpd: 900_000 })]]);
    expect(
      check("Enqueued token limit reached for o1-mini in organization org-x. Limit: 70,000 enqueued tokens.").tries,
    ).toEqual([["Use this limit", 1, own({ batchQueueTokens: 70_000 })]]);
    expect(
      check("openai-model: o1-mini\nx-ratelimit-limit-project-tokens: 60000\nx-ratelimit-remaining-project-tokens: 1")
        .tries,
    ).toEqual([["Use this limit", 1, own({ tpm: 60_000 })]]);
  });

  it("is not offered where it counts over a time that the scenario has no limit of", () => {
    expect(
      shown(
        "Rate limit reached for o1-mini on tokens per min (TPM): Limit 100000, Used 99900, Requested 1600. Please try again in 10h48m0s.",
      ).checks,
    ).toEqual([]);
  });
});

it("every kind has a view with words in it", () => {
  const texts = [
    O4,
    "Request too large for o1 on tokens per min: Limit 30000, Requested 67036.",
    "Enqueued token limit reached for o1. Limit: 90,000 enqueued tokens.",
    "insufficient_quota",
    "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 272001 tokens.",
    "The server is currently overloaded with other requests.",
    "You've hit your usage limit.",
    "retry-after: 20",
  ];
  const kinds = texts.map((text) => readRefusal(text).refusals[0]!.kind);
  expect(kinds).toEqual([
    "rate",
    "too-large",
    "batch-queue",
    "quota",
    "maximum",
    "capacity",
    "plan",
    "headers",
  ] satisfies Refusal["kind"][]);
  for (const text of texts) expect(shown(text).finding).toMatch(/\w/);
});
