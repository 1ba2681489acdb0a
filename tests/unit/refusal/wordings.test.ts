import { describe, expect, it } from "vitest";
import { toNumber, type Exact } from "@/lib/money";
import { EXAMPLE, type Scenario } from "@/lib/scenario";
import { readRefusal } from "@/lib/refusal";
import { refusalView } from "@/lib/view/refusal";

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
const read = (text: string) => {
  const { refusals, unread } = readRefusal(text);
  expect(unread).toEqual([]);
  return told(refusals);
};
const scenario = (model: string, change: Partial<Scenario> = {}): Scenario => ({
  ...EXAMPLE,
  usageTier: 1,
  workloads: [{ ...EXAMPLE.workloads[0]!, model }],
  ...change,
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const shown = (text: string, one = scenario("o1-mini")) => {
  const view = refusalView(readRefusal(text), one).refusals[0]!;
  return {
    tone: view.tone,
    finding: plain(view.finding),
    remarks: view.remarks.map(plain),
    figures: view.figures.map(({ what, of, is }) => plain(`${what}: ${of && `${of} = `}${is}`)),
    changes: view.changes.map(({ text }) => plain(text)),
    checks: view.checks.map(({ text, tries }) => [plain(text), tries.map(({ label }) => plain(label))]),
  };
};

describe("Azure’s refusals", () => {
  it.each([
    [
      "a deployment’s name, then its model’s",
      "RateLimitError: Your requests to chat-prod for gpt-5.2 in Sweden Central have exceeded the token rate limit for your current AIServices S0 pricing tier. This request was for ChatCompletions_Create under Azure OpenAI API version 2025-03-01-preview. Please retry after 11 seconds.",
      { kind: "rate", model: "gpt-5.2", counts: "tokens", origin: "azure", statedMs: 11_000 },
    ],
    [
      "calls",
      "Requests to the Embeddings_Create Operation under Azure OpenAI API version 2023-07-01-preview have exceeded call rate limit of your current OpenAI S0 pricing tier. Please retry after 4 seconds.",
      { kind: "rate", counts: "requests", origin: "azure", statedMs: 4_000 },
    ],
    [
      "a full batch queue, in thousands",
      '{"data":[{"code":"token_limit_exceeded","message":"The number of enqueued tokens has surpassed the configured limit of 45K for the deployment \'night-batch\'. Please try again once the current jobs have finished."}]}',
      { kind: "batch-queue", counts: "tokens", limit: 45_000, origin: "azure" },
    ],
    [
      "peak load",
      "The system is currently experiencing high demand. Your request exceeds the maximum usage size allowed during peak load. Please retry after 20 seconds.",
      { kind: "capacity", origin: "azure", statedMs: 20_000 },
    ],
  ])("%s", (_, text, one) => expect(read(text)).toEqual([one]));

  it("are not of OpenAI’s usage tiers, and what they do not say is said to be unknown", () => {
    const view = shown(
      "Your requests to o1-mini for o1-mini in East US have exceeded the token rate limit for your current AIServices S0 pricing tier. Please retry after 60 seconds.",
    );
    expect(view.finding).toBe("Refused for 1 min: too many tokens");
    expect(view.remarks).toEqual([
      "The text gives neither the limit nor what was used or requested, so none is worked out.",
      "It is Azure’s quota of a deployment: OpenAI’s usage tiers do not apply to it.",
    ]);
    expect(view.checks).toEqual([]);
    expect(view.changes).toEqual(["More quota for the deployment", "Wait 1 min, then send it again"]);
  });

  it("a wait of just a day is told for what it was seen to mean", () =>
    expect(
      shown(
        "Requests have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 86400 seconds.",
      ).remarks[1],
    ).toMatch(/^Azure was seen to ask for just a day/));

  it("headers of a short window: tokens are tight, the requests’ period is unknown, the wait is the message’s", () => {
    const text =
      "HTTP 429 Rate limit is exceeded. Try again in 3 seconds.\nx-ms-region: Sweden Central\nx-ratelimit-limit-requests: 12\nx-ratelimit-limit-tokens: 12000\nx-ratelimit-remaining-requests: 11\nx-ratelimit-remaining-tokens: 407";
    expect(read(text)).toEqual([
      {
        kind: "headers",
        origin: "azure",
        limits: [
          { counts: "requests", limit: 12, remaining: 11, used: 1, origin: "azure" },
          { counts: "tokens", per: "minute", limit: 12_000, remaining: 407, used: 11_593, origin: "azure" },
        ],
        retryAfterMs: 3_000,
      },
    ]);
    const view = shown(text);
    expect(view.finding).toBe("407 of 12,000 tokens a minute left");
    expect(view.remarks[0]).toBe(
      "Requests: Azure counts them over less than a minute, and no reset says over what: 12 is no limit a minute.",
    );
    expect(view.checks).toEqual([
      [
        "This scenario goes by 200,000, tier 1’s. It is Azure’s quota of a deployment: OpenAI’s usage tiers do not apply to it.",
        ["Use this limit"],
      ],
    ]);
  });

  it("headers with tokens taken beyond the limit, and a reset in seconds", () => {
    const text =
      "apim-request-id: x\nretry-after: 4\nx-ratelimit-limit-tokens: 410000\nx-ratelimit-remaining-tokens: -27000\nx-ratelimit-reset-tokens: 64";
    expect(read(text)).toEqual([
      {
        kind: "headers",
        origin: "azure",
        retryAfterMs: 4_000,
        limits: [
          {
            counts: "tokens",
            per: "minute",
            limit: 410_000,
            remaining: -27_000,
            used: 437_000,
            statedMs: 64_000,
            origin: "azure",
          },
        ],
      },
    ]);
    const view = shown(text);
    expect([view.tone, view.finding]).toEqual(["over", "0 of 410,000 tokens a minute left"]);
    expect(view.figures).toEqual([
      "Tokens, limit: 410,000 tokens a minute",
      "Tokens, used: 410,000 + 27,000 = 437,000",
      "Tokens, stated reset: 1 min 4 s",
      "Retry after: 4 s",
    ]);
  });

  it("headers of OpenAI stay limits a minute", () =>
    expect(read("x-ratelimit-limit-requests: 12\nx-ratelimit-remaining-requests: 11")).toMatchObject([
      { limits: [{ per: "minute", impliedMs: 5_000 }] },
    ]));
});

describe("a period that is not the one it is called", () => {
  const message = (wait: string, per = "tokens per min (TPM)") =>
    `Rate limit reached for o1-mini in organization org-x on ${per}: Limit 50000, Used 49900, Requested 1100. Please try again in ${wait}.`;
  it.each([
    ["1.2s", "minute", undefined],
    ["28m48s", "day", "minute"],
    ["14h24m0s", "month", "minute"],
    ["3h21m36s", "week", "minute"],
    ["1m12s", "hour", "minute"],
  ])("%s", (wait, per, misnamed) =>
    expect(read(message(wait))).toEqual([
      expect.objectContaining({ per, short: 1_000, agrees: true, ...(misnamed && { misnamed }) }),
    ]),
  );

  it("says the sum that shows it, and the wait were it as called", () => {
    const view = shown(message("14h24m0s"));
    expect(view.remarks).toEqual([
      "It is called tokens a minute, and its wait says a month: 1,000 ÷ 50,000 × 30 days = 51,840 s, the stated 14 h 24 min. Were it a minute, the wait would be 1.2 s.",
    ]);
    expect(view.finding).toBe(
      "Short by 1,000 tokens, for 14 h 24 min: 1,100 requested, 100 left of o1-mini’s 50,000 tokens a month",
    );
  });

  it("a wait that agrees with no period leaves the one that is called, and says that it does not agree", () =>
    expect(read(message("3h21m37s"))).toEqual([expect.objectContaining({ per: "minute", impliedMs: 1_200 })]));
});

describe("a text that a terminal broke", () => {
  const WHOLE =
    "Rate limit reached for gpt-5 in organization org-x on tokens per min (TPM): Limit 3000000, Used 2999000, Requested 5123. Please try again in 82ms.";
  const [whole] = readRefusal(WHOLE).refusals;

  it("anywhere: each number is whole or not there, and what is left out is named or gone with its words", () => {
    for (let at = 1; at < WHOLE.length; at++) {
      const broken = `${WHOLE.slice(0, at)}\n${WHOLE.slice(at)}`;
      for (const one of readRefusal(broken).refusals) {
        expect(one.kind).toBe("rate");
        if (one.kind !== "rate" || whole!.kind !== "rate") continue;
        expect([whole!.limit, null], broken).toContain(one.limit);
        expect([whole!.used, null], broken).toContain(one.used);
        expect([whole!.requested, null], broken).toContain(one.requested);
        expect(["gpt-5", null], broken).toContain(one.model);
        if (one.statedMs) expect(toNumber(one.statedMs), broken).toBe(82);
      }
    }
  });

  it("within a word is mended: nothing is lost", () => {
    for (const word of ["reached", "tokens", "Limit", "Requested", "again"]) {
      const at = WHOLE.indexOf(word) + 2;
      expect(readRefusal(`${WHOLE.slice(0, at)}\r\n${WHOLE.slice(at)}`).refusals, word).toEqual([whole]);
    }
  });

  it("within a model’s name that the catalogue has", () =>
    expect(read(WHOLE.replace("gpt-5 ", "gpt-5.6-\nluna "))).toEqual([
      expect.objectContaining({ model: "gpt-5.6-luna" }),
    ]));

  it("within the name of a model nobody knows: no model", () => {
    const [one] = readRefusal(WHOLE.replace("gpt-5 ", "gpt-5-our\nown-tune ")).refusals;
    expect(one).toMatchObject({ kind: "rate", model: null, limit: 3_000_000 });
  });

  it("with a line of usage under it: the usage is no number of the refusal", () =>
    expect(
      read(`${WHOLE.replace("try again", "try a\ngain")}\n\nToken usage: total=12 input=7 (+ 4,000 cached) output=5`),
    ).toEqual([told(whole)]));
});

describe("money", () => {
  it.each([
    [
      "billing_not_active",
      '{"error":{"message":"Your account is not active.","code":"billing_not_active"}}',
      "inactive",
    ],
    [
      "organization_usage_limit_exceeded, of a type that says less",
      '{"error":{"type":"insufficient_quota","code":"organization_usage_limit_exceeded"}}',
      "usage-limit",
    ],
    ["organization_spend_limit_exceeded", "code: organization_spend_limit_exceeded", "organization-limit"],
    ["project_spend_limit_exceeded", "code: project_spend_limit_exceeded", "project-limit"],
    ["credit_balance_exhausted", "code: credit_balance_exhausted", "credit"],
    [
      "a budget of LiteLLM",
      "ExceededBudget: Budget has been exceeded! Current cost: 10.2, Max budget: 10.0",
      "gateway-budget",
    ],
  ])("%s", (_, text, cause) => {
    expect(read(text)).toEqual([{ kind: "quota", cause }]);
    expect(shown(text).finding).toMatch(/^Money, not speed: /);
    expect(shown(text).remarks[0]).toMatch(/do not retry/);
    expect(shown(text).changes.length).toBeGreaterThan(0);
  });

  it("a gateway’s credit, with what it pays for", () => {
    const text =
      "402 This request requires more credits, or fewer max_tokens. You requested up to 8192 tokens, but can only afford 611.";
    expect(read(text)).toEqual([{ kind: "quota", cause: "gateway-credit", requested: 8_192, affordable: 611 }]);
    expect(shown(text).figures).toEqual(["Requested: 8,192 tokens", "The credit pays for: 611 tokens"]);
  });
});

describe("more than the model takes is no rate limit", () => {
  it.each([
    [
      "input",
      "400 Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 272345 tokens. Please reduce the length of the messages.",
      { kind: "maximum", of: "input", limit: 272_000, requested: 272_345 },
      "No rate limit: 345 tokens over the model’s maximum input of 272,000",
    ],
    [
      "context, its code beside it",
      "{'message': \"This model's maximum context length is 128000 tokens. However, your messages resulted in 130001 tokens.\", 'code': 'context_length_exceeded'}",
      { kind: "maximum", of: "context", limit: 128_000, requested: 130_001 },
      "No rate limit: 2,001 tokens over the model’s context window of 128,000",
    ],
    [
      "context, a cap in it",
      "This model's maximum context length is 8192 tokens, however you requested 9000 tokens (8000 in your prompt; 1000 for the completion).",
      { kind: "maximum", of: "context", limit: 8_192, requested: 9_000 },
      "No rate limit: 808 tokens over the model’s context window of 8,192",
    ],
    [
      "output",
      "max_tokens is too large: 100000. This model supports at most 65536 completion tokens, whereas you provided 100000.",
      { kind: "maximum", of: "output", limit: 65_536, requested: 100_000 },
      "No rate limit: 34,464 tokens over the model’s maximum output of 65,536",
    ],
    [
      "without a number",
      "Your input exceeds the context window of this model. Please adjust your input and try again.",
      { kind: "maximum", of: "context" },
      "No rate limit: the request is over the model’s context window",
    ],
  ])("%s", (_, text, one, finding) => {
    expect(read(text)).toEqual([one]);
    const view = shown(text);
    expect([view.tone, view.finding]).toEqual(["never", finding]);
    expect(view.remarks[0]).toMatch(/retrying it is useless/);
  });

  it("is compared with what the model has here", () => {
    const text = "Input tokens exceed the configured limit of 272000 tokens. Your messages resulted in 280000 tokens.";
    expect(shown(text, scenario("gpt-5")).checks).toEqual([["It is the maximum input of gpt-5 here too.", []]]);
    expect(shown(text).checks[0]![0]).toMatch(/^o1-mini has a context window of 128,000 here/);
  });
});

describe("gateways", () => {
  it.each([
    [
      "LiteLLM: only what is crossed, its stand-ins for no limit left out",
      "429: LiteLLM Rate Limit Handler for rate limit type = key. Crossed TPM / RPM / Max Parallel Request Limit. current rpm: 2, rpm limit: 40, current tpm: 9100, tpm limit: 9000, current max_parallel_requests: 0, max_parallel_requests: 9223372036854775807",
      [{ kind: "rate", counts: "tokens", per: "minute", limit: 9_000, together: 9_100, short: 100, origin: "litellm" }],
    ],
    [
      "LiteLLM, of late",
      "Rate limit exceeded for api_key: 88dc28. Limit type: tokens. Current limit: 7000, Remaining: 0. Limit resets at: 2026-10-02 19:36:52 UTC",
      [{ kind: "rate", counts: "tokens", limit: 7_000, origin: "litellm" }],
    ],
    [
      "LiteLLM: every deployment rests",
      "No deployments available for selected model, Try again in 60 seconds. Passed model=gpt-4o.",
      [{ kind: "rate", model: "gpt-4o", origin: "litellm", statedMs: 60_000 }],
    ],
    [
      "OpenRouter’s free models",
      '{"error":{"message":"Rate limit exceeded: free-models-per-day. Add 10 credits to unlock 1000 free model requests per day","code":429,"metadata":{"headers":{"X-RateLimit-Limit":"50","X-RateLimit-Remaining":"0"}}}}',
      [{ kind: "rate", counts: "requests", per: "day", limit: 50, origin: "openrouter" }],
    ],
    [
      "a provider behind OpenRouter",
      "openai/gpt-4o is temporarily rate-limited upstream. Please retry shortly.",
      [{ kind: "capacity", origin: "openrouter" }],
    ],
    [
      "a router’s name before the model",
      "Rate limit reached for openai/gpt-5 on tokens per min (TPM): Limit 500000, Used 500000, Requested 600.",
      [expect.objectContaining({ model: "gpt-5" })],
    ],
  ])("%s", (_, text, all) => expect(read(text)).toEqual(all));

  it("keep their keys to themselves", () =>
    expect(
      JSON.stringify(
        told(readRefusal("Rate limit exceeded for api_key: sk-88dc28. Limit type: tokens. Current limit: 7000")),
      ),
    ).not.toMatch(/88dc/));
});

describe("the service’s own load", () => {
  it.each([
    ["The server is currently overloaded with other requests.", { kind: "capacity" }],
    ["code: 429, message: Resource Unavailable", { kind: "capacity", flex: true }],
  ])("%s", (text, one) => expect(read(text)).toEqual([one]));
});

describe("a usage limit of a ChatGPT plan", () => {
  it.each([
    [
      "its body",
      '{"error":{"type":"usage_limit_reached","message":"The usage limit has been reached","plan_type":"plus","resets_in_seconds":9000}}',
      9_000_000,
    ],
    ["its words", "You've hit your usage limit. Upgrade to Pro or try again in 2 days 3 hours 4 minutes.", 183_840_000],
    ["no time", "You've hit your usage limit. Upgrade your plan to continue.", undefined],
  ])("%s", (_, text, statedMs) => {
    expect(read(text)).toEqual([{ kind: "plan", ...(statedMs !== undefined && { statedMs }) }]);
    expect(shown(text).finding).toMatch(/^A ChatGPT plan’s usage limit, not the API’s/);
    expect(shown(text).changes.at(-1)).toBe("An API key, for what cannot wait");
  });
});

describe("the Realtime API", () => {
  const event = (used: number) =>
    JSON.stringify({
      type: "rate_limits.updated",
      event_id: "event_x",
      rate_limits: [
        { name: "requests", limit: 1_000, remaining: 999, reset_seconds: 0.06 },
        { name: "tokens", limit: 40_000, remaining: 40_000 - used, reset_seconds: (used * 60) / 40_000 },
      ],
    });

  it("an event tells limits as headers do: full again at the rate of the minute", () =>
    expect(read(event(4_700))).toEqual([
      {
        kind: "headers",
        event: true,
        limits: [
          {
            counts: "requests",
            per: "minute",
            limit: 1_000,
            remaining: 999,
            used: 1,
            statedMs: 60,
            impliedMs: 60,
            agrees: true,
          },
          {
            counts: "tokens",
            per: "minute",
            limit: 40_000,
            remaining: 35_300,
            used: 4_700,
            statedMs: 7_050,
            impliedMs: 7_050,
            agrees: true,
          },
        ],
      },
    ]));

  it("prompt plus cap, where one response was charged", () => {
    expect(shown(event(4_700)).remarks).toContain(
      "4,700 = 4,096 + 604: with the Realtime API’s cap of 4,096, the one response was charged its prompt plus its cap when it began.",
    );
    expect(shown(event(600)).remarks.join(" ")).not.toMatch(/4,096/);
  });

  it("indented, and as an object of a log", () => {
    const inLog = "rate_limits: [ { name: 'tokens', limit: 40000, remaining: 35300, reset_seconds: 7.05 } ]";
    expect(read(JSON.stringify(JSON.parse(event(4_700)), null, 2))).toEqual(read(event(4_700)));
    expect(read(inLog)).toMatchObject([{ limits: [{ counts: "tokens", used: 4_700, agrees: true }] }]);
  });
});

describe("advice for the usage tier one is on", () => {
  const text =
    "Request too large for o1-mini in organization org-x on tokens per min (TPM): Limit 90000, Requested 95000.";
  it("a limit of the account’s own is told from the tier’s, and offered", () => {
    const view = shown(text, scenario("o1-mini", { usageTier: 3 }));
    expect(view.checks).toEqual([
      [
        "This scenario goes by 4,000,000, tier 3’s; no usage tier publishes 90,000: it is the account’s or a project’s own, and that one holds.",
        ["Use this limit"],
      ],
    ]);
    expect(view.changes[1]).toBe("Tier 3 publishes more: 4,000,000");
  });

  it("where a limit cannot be taken, it says why", () => {
    const view = (one: Scenario) => shown(text, one).checks[0]!;
    expect(view(scenario("o1-mini", { usageTier: "free" }))[0]).toMatch(/choose your usage tier first\.$/);
    const modelOverrides = Array.from({ length: 20 }, (_, n) => ({ model: `mine-${n}`, limits: { rpm: 1 } }));
    expect(view(scenario("o1-mini", { modelOverrides }))).toEqual([
      expect.stringMatching(/figures of 20 models of your own already, and no room for one more\.$/),
      [],
    ]);
  });

  it("no lower usage tier is advised", () => {
    const message = (limit: number) =>
      `Rate limit reached for o1-mini in organization org-x on tokens per min (TPM): Limit ${limit}, Used ${limit}, Requested 500.`;
    const advice = (limit: number, usageTier: Scenario["usageTier"]) =>
      shown(message(limit), scenario("o1-mini", { usageTier })).changes.filter((one) => /tier/i.test(one));
    expect(advice(4_000_000, 3)).toEqual(["Tier 4: 10,000,000 tokens a minute, 2.5 times as many"]);
    expect(advice(200_000, 3)).toEqual(["Tier 2: 2,000,000 tokens a minute, 10 times as many"]);
    expect(advice(5_000_000, 4)).toEqual(["Tier 4 publishes more: 10,000,000"]);
    expect(advice(150_000_000, 5)).toEqual([]);
  });

  it("a limit a day that the next usage tier does not have", () => {
    const model = "gpt-4o-mini";
    const daily =
      "Rate limit reached for gpt-4o-mini on requests per day (RPD): Limit 10000, Used 10000, Requested 1. Please try again in 8.64s.";
    const view = shown(daily, scenario(model));
    expect(view.checks).toEqual([["Tier 1 publishes just this for gpt-4o-mini: 10,000 requests a day.", []]]);
    expect(view.changes).toContain("Tier 2: no limit of requests a day");
  });
});

describe("limits of long requests", () => {
  const message = (limit: number) =>
    `Request too large for gpt-4.1 (for limit gpt-4.1-long-context) in organization org-x on tokens per min (TPM): Limit ${limit}, Requested ${limit + 7}.`;
  it("are compared with what is published of them, and never become the model’s own", () => {
    const checks = (limit: number) => shown(message(limit), scenario("gpt-4.1")).checks;
    expect(checks(200_000)).toEqual([
      ["Tier 1 publishes just this for gpt-4.1’s long requests: 200,000 tokens a minute.", []],
    ]);
    expect(checks(123_000)).toEqual([
      [
        "This scenario goes by 200,000 for gpt-4.1’s long requests; own limits are those of other requests, so this one cannot be used.",
        [],
      ],
    ]);
    expect(checks(500_000)).toEqual([
      [
        expect.stringMatching(/^This scenario goes by 200,000 for gpt-4.1’s long requests; 500,000 is tier/),
        [expect.stringMatching(/^Set tier/)],
      ],
    ]);
    expect(shown(message(200_000), scenario("gpt-4.1")).remarks).toContain(
      "It is the limit of long requests, which have limits of their own beside the model’s.",
    );
  });

  it("of which nothing is published make no model of one’s own", () => {
    const text = message(200_000).replaceAll("gpt-4.1", "gpt-5");
    expect(shown(text, scenario("gpt-5")).checks).toEqual([
      [
        "200,000 tokens a minute is a limit of long requests alone: none is published, and a scenario has no place for one of your own.",
        [],
      ],
    ]);
  });
});
