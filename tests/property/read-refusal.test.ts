import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink, encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { parseLimits, readRefusal, type RateRefusal } from "@/lib/refusal";
import { ownLimitsView, refusalView, withOwnLimits } from "@/lib/view/refusal";
import { scenarios } from "../support/make/checked";
import { runs } from "../support/make/runs";

const UNITS = [
  ["d", 86_400_000n],
  ["h", 3_600_000n],
  ["m", 60_000n],
] as const;

/** A wait as the API writes it: cut after the millisecond, `644ms`, `9.816s`, `7m12.5s`, `6m0s`. */
function written(ms: bigint): string {
  if (ms < 1000n) return `${ms}ms`;
  let rest = ms;
  let text = "";
  for (const [unit, size] of UNITS) {
    if (rest >= size || text) text += `${rest / size}${unit}`;
    rest %= size;
  }
  return `${text}${rest / 1000n}${
    rest % 1000n
      ? `.${String(rest % 1000n)
          .padStart(3, "0")
          .replace(/0+$/, "")}`
      : ""
  }s`;
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ",");
const PERIOD = { minute: 60_000n, day: 86_400_000n } as const;

/** A refusal that a limit of this size would give: not more used or requested than the limit, more than it in all. */
const refused = fc
  .record({
    limit: fc.oneof(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 1e9 })),
    used: fc.double({ min: 0, max: 1, noNaN: true }),
    requested: fc.double({ min: 0, max: 1, noNaN: true }),
    per: fc.constantFrom("minute" as const, "day" as const),
    counts: fc.constantFrom("requests", "tokens"),
  })
  .map(({ limit, used, requested, ...rest }) => ({
    limit,
    used: Math.round(limit * used),
    requested: Math.max(1, Math.round(limit * requested)),
    ...rest,
  }))
  .filter(({ limit, used, requested }) => used + requested > limit);

type Refused = typeof refused extends fc.Arbitrary<infer T> ? T : never;
const waitOf = ({ limit, used, requested, per }: Refused) =>
  (BigInt(used + requested - limit) * PERIOD[per]) / BigInt(limit);
const message = (one: Refused, number: (value: number) => string = String) =>
  `Rate limit reached for o1-mini in organization org-x on ${one.counts} per ${one.per === "minute" ? "min" : "day"}: Limit ${number(one.limit)}, Used ${number(one.used)}, Requested ${number(one.requested)}. Please try again in ${written(waitOf(one))}. Visit https://platform.openai.com/account/rate-limits to learn more.`;

describe("a refusal", () => {
  it("gives back the numbers it was written with, its wait exactly, and agrees with itself", () => {
    fc.assert(
      fc.property(
        refused,
        fc.boolean(),
        fc.constantFrom<(text: string) => string>(
          (text) => text,
          (text) => JSON.stringify({ error: { message: text } }),
          (text) => `Error code: 429 - {'error': {'message': '${text}', 'type': 'tokens'}}`,
        ),
        (one, comma, wrap) => {
          const { refusals, unread } = readRefusal(wrap(message(one, comma ? grouped : String)));
          expect(unread).toEqual([]);
          const { limit, used, requested, per, counts } = one;
          expect(refusals).toEqual([
            expect.objectContaining({
              kind: "rate",
              model: "o1-mini",
              limit,
              used,
              requested,
              per,
              counts,
              short: used + requested - limit,
              agrees: true,
            }),
          ]);
          const { impliedMs, statedMs } = refusals[0] as RateRefusal;
          expect(impliedMs!.n * BigInt(limit)).toBe(BigInt(used + requested - limit) * PERIOD[per] * impliedMs!.d);
          expect(statedMs!.n).toBe(waitOf(one) * statedMs!.d);
        },
      ),
      runs(150),
    );
  });

  it("whose wait is off by more than a millisecond does not agree", () => {
    fc.assert(
      fc.property(refused, fc.bigInt({ min: 2n, max: 10_000n }), (one, off) => {
        const text = message(one).replace(/again in \S+/, `again in ${written(waitOf(one) + off)}.`);
        expect(readRefusal(text).refusals[0]).toMatchObject({ agrees: false });
      }),
      runs(100),
    );
  });

  it("says, without used and requested, the least that takes the stated wait", () => {
    fc.assert(
      fc.property(refused, (one) => {
        const { limit, per, counts } = one;
        const wait = waitOf(one);
        const { short } = readRefusal(
          `Rate limit reached for m on ${counts} per ${per}. Limit: ${limit} / ${per}. Please try again in ${written(wait)}.`,
        ).refusals[0] as RateRefusal;
        const takes = (amount: number) => BigInt(amount) * PERIOD[per] >= wait * BigInt(limit);
        expect([takes(short!), short === 1 || !takes(short! - 1)]).toEqual([true, true]);
      }),
      runs(100),
    );
  });

  it("never has half a number read: one sign within it, and it is whole or not there", () => {
    const sign = fc
      .oneof(
        fc.constantFrom(..." ,.-'\"/\\*`_|:;kKe\n\t\u00a0’)]}"),
        fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
      )
      .filter((text) => !/\d/.test(text));
    fc.assert(
      fc.property(
        refused,
        fc.constantFrom("limit" as const, "used" as const, "requested" as const),
        fc.nat(),
        sign,
        (one, field, place, text) => {
          const digits = String(one[field]);
          fc.pre(digits.length > 1);
          const at = 1 + (place % (digits.length - 1));
          const key = { limit: "Limit", used: "Used", requested: "Requested" }[field];
          const broken = message(one).replace(
            `${key} ${digits}`,
            () => `${key} ${digits.slice(0, at)}${text}${digits.slice(at)}`,
          );
          for (const refusal of readRefusal(broken).refusals)
            expect([null, one[field]]).toContain((refusal as RateRefusal)[field] ?? null);
        },
      ),
      runs(400),
    );
  });
});

describe("headers", () => {
  it("give back their numbers, and agree with themselves", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("requests", "tokens"),
        (limit, share, counts) => {
          const remaining = Math.floor(limit * share);
          const reset = (BigInt(limit - remaining) * 60_000n) / BigInt(limit);
          const { refusals } = readRefusal(
            `x-ratelimit-limit-${counts}: ${limit}\r\nx-ratelimit-remaining-${counts}: ${remaining}\r\nx-ratelimit-reset-${counts}: ${written(reset)}\r\n`,
          );
          expect(refusals).toEqual([
            {
              kind: "headers",
              event: false,
              model: null,
              origin: null,
              limits: [
                expect.objectContaining({
                  counts,
                  per: "minute",
                  limit,
                  remaining,
                  used: limit - remaining,
                  agrees: true,
                }),
              ],
              retryAfterMs: null,
            },
          ]);
        },
      ),
      runs(100),
    );
  });
});

describe("whatever is pasted", () => {
  const PIECES = [
    "Rate limit reached for ",
    "Request too large for ",
    "Enqueued token limit reached for ",
    "insufficient_quota",
    "o1-mini",
    " on tokens per min (TPM): ",
    " per day ",
    "Limit ",
    "Limit: ",
    ", Used ",
    ", Requested ",
    "Current: ",
    " / min",
    "200000",
    "0",
    "12,5",
    "1,234.5",
    "999999999999",
    ". Please try again in ",
    "1.574s",
    "6m0s",
    "x-ratelimit-limit-tokens: ",
    "x-ratelimit-remaining-tokens: ",
    "x-ratelimit-reset-tokens: ",
    "retry-after: ",
    "openai-model: ",
    "x-ms-region: ",
    "Input tokens exceed the configured limit of ",
    "maximum context length is ",
    "messages resulted in ",
    "max_tokens is too large: ",
    "exceeded the token rate limit for your current S0 pricing tier. Please retry after ",
    "The number of enqueued tokens has surpassed the configured limit of ",
    "30K",
    "billing_not_active",
    "requires more credits. You requested up to ",
    "Crossed TPM / RPM. current tpm: ",
    ", tpm limit: ",
    "Rate limit exceeded: free-models-per-day",
    "Resource Unavailable",
    "rate_limits: [ { name: 'tokens', limit: ",
    ", remaining: ",
    ", reset_seconds: ",
    "-5",
    " } ]",
    "\n",
    "\\n",
    '"',
    "'",
    "{",
    "}",
  ];
  const pasted = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc
      .array(
        fc.oneof(
          { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
          { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
        ),
        { maxLength: 40 },
      )
      .map((pieces) => pieces.join("")),
    fc.tuple(refused, fc.nat(400), fc.nat(40), fc.string({ maxLength: 10 })).map(([one, at, out, text]) => {
      const whole = message(one);
      return whole.slice(0, at) + text + whole.slice(at + out);
    }),
  );
  const SLIP = /NaN|Infinity|undefined|\bnull\b|\[object|\d e\+\d/;

  it("is read without a throw, and explained without a slip", () => {
    fc.assert(
      fc.property(pasted, scenarios(), (text, scenario) => {
        const read = readRefusal(text);
        const view = refusalView(read, scenario);
        expect(read.refusals.length + view.errors.length).toBeGreaterThan(0);
        const words = JSON.stringify(view, (key, value: unknown) =>
          key === "scenario" || value === null ? undefined : value,
        );
        const own = [text, ...scenario.workloads.flatMap(({ name, model }) => [name, model])].join(" ");
        if (!SLIP.test(own)) expect(words).not.toMatch(SLIP);
      }),
      runs(150),
    );
  });

  it("leads only to scenarios that a link can hold", () => {
    fc.assert(
      fc.property(pasted, scenarios(), (text, scenario) => {
        const next: Scenario[] = refusalView(readRefusal(text), scenario).refusals.flatMap(({ checks, changes }) => [
          ...checks.flatMap(({ tries }) => tries.map((one) => one.scenario)),
          ...changes.flatMap((one) => one.scenario ?? []),
        ]);
        for (const one of next) expect(decodeLink(encodeLink(one).slice(2))).toEqual({ scenario: one, faults: [] });
      }),
      runs(150),
    );
  });

  const LIMIT_PIECES = [
    "gpt-5.6-sol",
    "o1-mini-2024-09-12",
    "mine-7",
    "Model",
    "\t",
    " | ",
    ",",
    "  ",
    " ",
    "\n",
    "TPM",
    " RPM",
    " TPD",
    "Batch queue limits",
    "tokens per minute",
    "enqueued tokens",
    "500,000",
    "500K",
    "4 000 000",
    "1.5M",
    "0",
    "-7",
    "1e9",
    '{"model":"gpt-5",',
    '"max_requests_per_1_minute":',
    "batch_1_day_max_input_tokens=",
    "}",
    "has_more: true",
    "x-ratelimit-limit-requests: 7",
  ];
  const limitsPasted = fc.oneof(
    pasted,
    fc.array(fc.constantFrom(...LIMIT_PIECES), { maxLength: 60 }).map((pieces) => pieces.join("")),
  );

  it("is read for limits without a throw or a slip, and all it offers a link can hold", () => {
    fc.assert(
      fc.property(limitsPasted, scenarios(), fc.boolean(), (text, scenario, tpdIsDay) => {
        const read = parseLimits(text);
        for (const { value } of read.limits) expect(Number.isInteger(value) && value > 0 && value <= 1e12).toBe(true);
        const view = ownLimitsView(read, scenario, { tpdIsDay, model: null });
        const own = [text, ...scenario.workloads.flatMap(({ name, model }) => [name, model])].join(" ");
        if (!SLIP.test(own)) expect(JSON.stringify(view)).not.toMatch(SLIP);
        const { scenario: next } = withOwnLimits(scenario, view.rows);
        expect(decodeLink(encodeLink(next).slice(2))).toEqual({ scenario: next, faults: [] });
      }),
      runs(150),
    );
  });

  it("is read in time that grows with its length", () => {
    for (const piece of [
      ..." \\*'\"`\u001b[{0,.",
      "Limit ",
      "on ",
      "rate limit reached ",
      "x-ratelimit-limit-tokens:",
      "Limit 1",
      "requests to ",
      "rate_limits: [",
      "current tpm: ",
      "gpt-5 ",
      "1 ",
      "1,000",
      "(",
    ]) {
      const text = `Rate limit reached for o1 on tokens per min: Limit ${piece.repeat(100_000 / piece.length)}`;
      expect(readRefusal(text).refusals.length).toBeLessThan(2);
      expect(parseLimits(piece.repeat(100_000 / piece.length)).limits).toEqual([]);
    }
  }, 20_000);
});
