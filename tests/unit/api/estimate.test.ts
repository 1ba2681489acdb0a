import { describe, expect, it } from "vitest";
import { estimateByBody, estimateByLink, type Answer } from "@/lib/api";
import type { EstimateJson } from "@/lib/api/schema";
import { O1_MINI_EXAMPLE, O1_MINI_LINK } from "@/tests/support/make/o1-mini-example";

const body = (text: string | Uint8Array) => ({
  bytes: typeof text === "string" ? new TextEncoder().encode(text) : text,
});
const post = (value: unknown, query = "", accept: string | null = null) =>
  estimateByBody(body(JSON.stringify(value)), query, accept);
const read = <T>({ body: text }: Answer) => JSON.parse(text!) as T;
const issues = (answer: Answer) =>
  read<{ error: { issues: { path: string; message: string }[] } }>(answer).error.issues;

/** A request a minute on o1-mini with 1,000 input tokens. */
const SMALL = { model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000 };
/** The same without a cap and without a note but that o1-mini is retired. */
const CAPPED = { ...SMALL, maxCompletionTokens: 1000 };

describe("the worked example", () => {
  const answer = post(O1_MINI_EXAMPLE);
  const estimate = read<EstimateJson>(answer);

  it("costs $36,111.58 a month, by link as by body", () => {
    expect(answer.status).toBe(200);
    expect(estimate.cost.perMonthUsd).toBe("36111.579167");
    expect(estimateByLink(O1_MINI_LINK.slice(1), null).body).toBe(answer.body);
  });

  it("has every part of the contract and no other, in its order", () => {
    expect(Object.keys(estimate)).toEqual(["scenario", "link", "catalogue", "notes", "cost", "limits", "fit"]);
    expect(estimate.scenario).toEqual(O1_MINI_EXAMPLE);
    expect(estimate.link).toBe(
      "/?v=1&asOf=2026-11-27&title=Chat+and+nightly+labels&tier=3&w=Support+chat:o1-mini+120/m+x2.5+i1500+c600+v300+r900+k8000&w=Nightly+labels:o3-mini+b+50000/d+i700+v50+r200",
    );
    expect(estimate.catalogue).toEqual({
      checkedOn: "2026-11-27",
      sources: [
        {
          title: "OpenAI model page: o1-mini",
          url: "https://platform.openai.com/docs/models/o1-mini",
          checkedOn: "2026-11-27",
        },
        { title: "OpenAI deprecations", url: "https://platform.openai.com/docs/deprecations", checkedOn: "2026-11-27" },
        {
          title: "OpenAI pricing: standard and batch",
          url: "https://platform.openai.com/docs/pricing",
          checkedOn: "2026-11-27",
        },
        {
          title: "OpenAI model page: o3-mini",
          url: "https://platform.openai.com/docs/models/o3-mini",
          checkedOn: "2026-11-27",
        },
        {
          title: "OpenAI guide: rate limits and usage tiers",
          url: "https://platform.openai.com/docs/guides/rate-limits",
          checkedOn: "2026-11-27",
        },
      ],
    });
    expect(estimate.notes.map(({ message: _message, ...note }) => note)).toEqual([
      { code: "usage-limit-exceeded", severity: "error", path: "limits.account.monthly-usage" },
      { code: "model-retired", severity: "warning", path: "workloads.0.model" },
      { code: "model-retired", severity: "warning", path: "workloads.1.model" },
    ]);
    for (const { message } of estimate.notes) expect(message).toMatch(/^[A-Z].+\. [A-Z].+\.$/u);
    expect(estimate.cost).toEqual({
      perRequestUsd: "0.005328680431",
      perDayUsd: "1187.230000",
      perMonthUsd: "36111.579167",
      perYearUsd: "433338.950000",
      workloads: [
        {
          name: "Support chat",
          model: "o1-mini",
          perRequestUsd: "0.006600000000",
          perThousandRequestsUsd: "6.600000",
          perMonthUsd: "34689.600000",
          standardPerMonthUsd: "34689.600000",
          batchPerMonthUsd: "18212.040000",
          lineItems: [
            { item: "input", tokensPerMonth: "4730400000", pricePerMTokUsd: "1.1", perMonthUsd: "5203.440000" },
            { item: "cached-input", tokensPerMonth: "3153600000", pricePerMTokUsd: "0.55", perMonthUsd: "1734.480000" },
            {
              item: "visible-output",
              tokensPerMonth: "1576800000",
              pricePerMTokUsd: "4.4",
              perMonthUsd: "6937.920000",
            },
            { item: "reasoning", tokensPerMonth: "4730400000", pricePerMTokUsd: "4.4", perMonthUsd: "20813.760000" },
          ],
        },
        {
          name: "Nightly labels",
          model: "o3-mini",
          perRequestUsd: "0.000935000000",
          perThousandRequestsUsd: "0.935000",
          perMonthUsd: "1421.979167",
          standardPerMonthUsd: "2843.958333",
          batchPerMonthUsd: "1421.979167",
          lineItems: [
            { item: "input", tokensPerMonth: "1064583333.333333", pricePerMTokUsd: "0.55", perMonthUsd: "585.520833" },
            {
              item: "visible-output",
              tokensPerMonth: "76041666.666667",
              pricePerMTokUsd: "2.2",
              perMonthUsd: "167.291667",
            },
            {
              item: "reasoning",
              tokensPerMonth: "304166666.666667",
              pricePerMTokUsd: "2.2",
              perMonthUsd: "669.166667",
            },
          ],
        },
      ],
    });
    expect(estimate.limits).toEqual([
      {
        pool: "o1-mini",
        dimension: "rpm",
        limit: 5000,
        mean: 120,
        peak: 300,
        utilisation: 0.06,
        headroom: 50 / 3,
        bindsFirst: false,
      },
      {
        pool: "o1-mini",
        dimension: "tpm",
        limit: 4e6,
        mean: 1_140_000,
        peak: 2_850_000,
        utilisation: 0.7125,
        headroom: 80 / 57,
        bindsFirst: false,
      },
      {
        pool: "o3-mini",
        dimension: "batch-queue",
        limit: 4e7,
        mean: 3.5e7,
        peak: 3.5e7,
        utilisation: 0.875,
        headroom: 8 / 7,
        bindsFirst: false,
      },
      {
        pool: "account",
        dimension: "monthly-usage",
        limit: 1000,
        mean: 8_666_779 / 240,
        peak: 8_666_779 / 240,
        utilisation: 8_666_779 / 240_000,
        headroom: 240_000 / 8_666_779,
        bindsFirst: true,
      },
    ]);
    const account = { pool: "account", dimension: "monthly-usage" };
    const queue = { fits: true, bindsFirst: { pool: "o3-mini", dimension: "batch-queue" }, scaleAtLimit: 8 / 7 };
    expect(Object.keys(estimate.fit)).toEqual([
      "fits",
      "bindsFirst",
      "scaleAtLimit",
      "rates",
      "hoursToUsageLimit",
      "minimumUsageTier",
      "tiers",
    ]);
    expect(estimate.fit).toMatchObject({
      fits: false,
      bindsFirst: account,
      scaleAtLimit: 240_000 / 8_666_779,
      rates: queue,
      hoursToUsageLimit: (730 * 240_000) / 8_666_779,
      minimumUsageTier: 5,
    });
    expect(estimate.fit.tiers.map(({ usageTier }) => usageTier)).toEqual(["free", 1, 2, 3, 4, 5]);
    expect(estimate.fit.tiers[3]).toEqual({
      usageTier: 3,
      fits: false,
      bindsFirst: account,
      scaleAtLimit: 240_000 / 8_666_779,
      rates: queue,
      reasons: ["usage-limit-exceeded"],
    });
  });
});

describe("unknown amounts", () => {
  it("are null, never 0, and so is every total that needs one", () => {
    const { cost, limits, fit } = read<EstimateJson>(
      post({ asOf: "2024-12-16", workloads: [CAPPED, { ...CAPPED, model: "o1" }] }),
    );
    expect(cost).toMatchObject({ perRequestUsd: null, perDayUsd: null, perMonthUsd: null, perYearUsd: null });
    expect(cost.workloads.map(({ perMonthUsd }) => perMonthUsd)).toEqual(["131.400000", null]);
    expect(limits.at(-1)).toEqual({
      pool: "account",
      dimension: "monthly-usage",
      limit: 100,
      mean: null,
      peak: null,
      utilisation: null,
      headroom: null,
      bindsFirst: false,
    });
    expect(fit.fits).toBeNull();
  });
});

describe("what is taken as it is", () => {
  it.each([
    ["a byte order mark", `\uFEFF${JSON.stringify({ workloads: [CAPPED] })}`],
    ["white space around it", `\r\n\t ${JSON.stringify({ workloads: [CAPPED] })}\n`],
    ["the last of two equal keys", `{"workloads": [], "workloads": ${JSON.stringify([CAPPED])}}`],
    ["escapes", `{"workl\\u006fads": ${JSON.stringify([CAPPED])}}`],
    ["numbers with an exponent", JSON.stringify({ workloads: [CAPPED] }).replace("1000", "1e3")],
    ["a negative zero", JSON.stringify({ workloads: [{ ...CAPPED, cachedInputTokens: 99 }] }).replace("99", "-0")],
  ])("%s", (_, text) => {
    const answer = estimateByBody(body(text), "", null);
    expect(answer.body).toBe(post({ workloads: [CAPPED] }).body);
    expect(answer.status).toBe(200);
  });
});

describe("400, the body is not JSON", () => {
  it.each([
    ["nothing", "", "body: it is empty; give a scenario as JSON in UTF-8"],
    ["white space", " \n", "body: it is empty; give a scenario as JSON in UTF-8"],
    ["half an object", '{"workloads": [', "body: Unexpected end of JSON input; give a scenario as JSON in UTF-8"],
    ["a form", "workloads=1", undefined],
    ["a comment", "{} // none", undefined],
    ["a trailing comma", '{"workloads": [],}', undefined],
    ["NaN", '{"workloads": NaN}', undefined],
    ["single quotes", "{'workloads': []}", undefined],
    ["two documents", "{}{}", undefined],
    ["a null byte", "\u0000", undefined],
    [
      "bytes that are not UTF-8",
      Uint8Array.of(0x22, 0xff, 0x22),
      "body: it is not UTF-8; give a scenario as JSON in UTF-8",
    ],
    [
      "half a character",
      Uint8Array.of(0x22, 0xf0, 0x9f, 0x22),
      "body: it is not UTF-8; give a scenario as JSON in UTF-8",
    ],
    [
      "UTF-16",
      Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00),
      "body: it is not UTF-8; give a scenario as JSON in UTF-8",
    ],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 0x08, 0x00, 0x00), "body: it is not UTF-8; give a scenario as JSON in UTF-8"],
    [
      "brackets a million deep",
      "[".repeat(1_000_000),
      "body: Unexpected end of JSON input; give a scenario as JSON in UTF-8",
    ],
  ])("%s", (_, text, message) => {
    const answer = estimateByBody(body(text), "", null);
    expect(answer).toMatchObject({
      status: 400,
      headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
    });
    expect(read(answer)).toEqual({
      error: {
        code: "not-json",
        message: "The body is not JSON.",
        issues: [
          { path: "", message: message ?? expect.stringMatching(/^body: .+; give a scenario as JSON in UTF-8$/) },
        ],
      },
    });
  });

  it("a body that broke off", () => {
    expect(read(estimateByBody({ refused: "broken-off" }, "", null))).toMatchObject({
      error: { code: "not-json", issues: [{ message: "body: it broke off; give a scenario as JSON in UTF-8" }] },
    });
  });
});

describe("413, the body is too large", () => {
  it("says by how much it may not be", () => {
    const answer = estimateByBody({ refused: "too-large", begun: false }, "", null);
    expect(answer.status).toBe(413);
    expect(answer.headers).toEqual({ "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
    expect(read(answer)).toEqual({
      error: {
        code: "too-large",
        message: "The body is too large.",
        issues: [{ path: "", message: "body: longer than 1048576 bytes; give a scenario of at most that" }],
      },
    });
  });

  it("ends a connection on which the rest is still to come", () => {
    expect(estimateByBody({ refused: "too-large", begun: true }, "", null).headers).toMatchObject({
      Connection: "close",
    });
  });
});

describe("422, JSON that is not a scenario", () => {
  const scenario = (fields: object) => ({ workloads: [{ ...SMALL, ...fields }] });
  it.each([
    ["null", null, ["null is not a scenario; give an object with a list of workloads"]],
    ["a number", 1, ["1 is not a scenario; give an object with a list of workloads"]],
    ["a list", [], ["a list of 0 is not a scenario; give an object with a list of workloads"]],
    ["an empty object", {}, ["workloads: is missing; give a list of 1 to 20"]],
    ["no workload", { workloads: [] }, ["workloads: a list of 0 is not accepted; give a list of 1 to 20"]],
    [
      "a numeric string",
      scenario({ requests: "120" }),
      [
        'requests: "120" is not accepted; give a number above 0, at most 1,000,000,000,000, with at most three decimals',
      ],
    ],
    [
      "null for absent",
      scenario({ maxCompletionTokens: null }),
      ["maxCompletionTokens: null is not accepted; give a whole number above 0, at most 1,000,000,000,000"],
    ],
    [
      "four decimals",
      scenario({ inputTokens: 0.0001 }),
      ["inputTokens: 0.0001 is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals"],
    ],
    [
      "more cached than input",
      scenario({ cachedInputTokens: 1000.001 }),
      ["cachedInputTokens: 1000.001 is not accepted; give at most inputTokens, 1000"],
    ],
    [
      "a model of nobody",
      scenario({ model: "gpt-99" }),
      ['model: "gpt-99" is not in the catalogue; give a catalogue id or snapshot, or define it in modelOverrides'],
    ],
    [
      "an object as a number",
      scenario({ inputTokens: { a: 1 } }),
      [
        "inputTokens: an object is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals",
      ],
    ],
    [
      "a long text",
      scenario({ per: "x".repeat(9999) }),
      [`per: "${"x".repeat(56)}… is not accepted; give one of "second", "minute", "hour", "day", "month"`],
    ],
  ])("%s", (_, value, messages) => {
    const answer = post(value);
    expect(answer.status).toBe(422);
    expect(read(answer)).toMatchObject({
      error: { code: "invalid-scenario", message: "This is not a valid scenario." },
    });
    expect(issues(answer).map(({ message }) => message)).toEqual(messages);
  });

  it("lists every fault with its place", () => {
    const answer = post({
      colour: "red",
      usageTier: 6,
      workloads: [
        { ...SMALL, requests: 0, weight: 1 },
        null,
        SMALL,
        { ...SMALL, inputTokens: -1, cachedInputTokens: 5 },
      ],
      modelOverrides: [{ model: "o1", price: { input: 1 } }, { model: "o1-2024-12-17" }],
    });
    expect(issues(answer).map(({ path }) => path)).toEqual([
      "usageTier",
      "modelOverrides.0.price.input",
      "modelOverrides.0.price.output",
      "workloads.0.requests",
      "workloads.0.weight",
      "workloads.1",
      "workloads.3.inputTokens",
      "colour",
      "modelOverrides.1.model",
    ]);
  });

  it("names numbers that no double holds, keys of the prototype, and values of any depth", () => {
    const raw = (text: string) => issues(estimateByBody(body(text), "", null));
    expect(
      raw('{"workloads": [{"model": "o1", "requests": 1e400, "per": "day", "inputTokens": 1}]}')[0]?.message,
    ).toMatch(/^requests: Infinity is not accepted/);
    expect(raw(`{"__proto__": {"workloads": 1}, "workloads": ${JSON.stringify([SMALL])}}`)).toEqual([
      {
        path: "__proto__",
        message: expect.stringMatching(/^__proto__: unknown field with value an object; accepted here: title, asOf, /),
      },
    ]);
    expect(raw(`{"workloads": ${"[".repeat(400_000)}${"]".repeat(400_000)}}`)).toEqual([
      { path: "workloads.0", message: "workloads.0: a list of 1 is not accepted; give an object" },
    ]);
    expect(raw(`{"title": ${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}}`).map(({ path }) => path)).toEqual([
      "title",
      "workloads",
    ]);
  });

  it("does not look into a list that is too long", () => {
    expect(issues(post({ workloads: Array(21).fill({}) }))).toEqual([
      { path: "workloads", message: "workloads: a list of 21 is not accepted; give a list of 1 to 20" },
    ]);
  });
});

describe("a link, strictly", () => {
  const faults = (query: string) => issues(estimateByLink(query, null));

  it("is refused for what the page would put up with, every fault listed", () => {
    expect(estimateByLink("?v=1&tier=9&window=1e3&w=o1-mini+120/m+i12,5", null).status).toBe(422);
    expect(faults("?v=1&tier=9&window=1e3&w=o1-mini+120/m+i12,5")).toEqual([
      { path: "usageTier", message: 'usageTier: "9" is not accepted; give one of "free", 1, 2, 3, 4, 5' },
      {
        path: "rpmWindowSeconds",
        message: 'rpmWindowSeconds: "1e3" is not accepted; give a whole number from 1 to 60',
      },
      {
        path: "workloads.0.inputTokens",
        message:
          'inputTokens: "12,5" is not accepted; give a number from 0 to 1,000,000,000,000, with at most three decimals',
      },
    ]);
  });

  it.each([
    ["", ["v", "workloads"]],
    ["v=1", ["workloads"]],
    ["v=2&w=o1+1/m+i1", ["v"]],
    ["w=o1+1/m+i1", ["v"]],
    ["v=1&v=1&w=o1+1/m+i1", ["v"]],
    ["v=1&w=o1+1/m+i1&colour=red", ["colour"]],
    ["v=1&w=o1+1/m+i1&__proto__=1", ["__proto__"]],
    ["v=1&w=o1+1/m+i1&w0.inputTokens=12,5", ["workloads.0.inputTokens"]],
    ["v=1&w=o1+1/m+i1&tier=2&tier=3", ["usageTier"]],
    ["v=1&w=o1+1/m+i1+i2", ["workloads.0.inputTokens"]],
    ["v=1&w=o1+1/m+i1+z9", ["workloads.0"]],
    ["v=1&w=o1+1/fortnight+i1", ["workloads.0.per"]],
    ["v=1&w=o1+1/m+i1&title=%ff", ["title"]],
    ["v=1&w=o1", ["workloads.0.requests", "workloads.0.per", "workloads.0.inputTokens"]],
    ["v=1&w=o1+1/m+i1&m=mine+i1", ["modelOverrides.0.price.output"]],
  ])("%s has its faults at %j", (query, paths) => {
    expect(estimateByLink(query, null).status).toBe(422);
    expect(faults(query).map(({ path }) => path)).toEqual(paths);
  });

  it("says what a link may hold where something has no place in it", () => {
    expect(faults("v=1&w=o1+1/m+i1&colour=red")[0]?.message).toBe(
      "colour=red is not part of a link; its keys are v, asOf, title, tier, charge, window, turnaround, usage, budget, regional, policy, seed, horizon, backlog, growth, m, w, alt",
    );
    expect(faults("v=1&w=o1+1/m+i1+z9")[0]?.message).toBe(
      "z9 is not part of a workload; behind the model and the rate its tags are x, i, c, cw, v, r, k, a, xi, xv, xr, f, s, web, files, its words flat, office-hours, office-week, consumer-evening, nightly-job, poisson, steady, measured, fixed, azure-code, azure-conversation, servegen, default, 12h",
    );
    expect(faults("v=1&w=o1+1/m+i1&m=o1+z9")[0]?.message).toBe(
      "z9 is not part of a model’s own facts; their tags are i, c, o, bi, bo, bc, cw, fi, fc, fo, pi, pc, po, bw, fw, pw, r, t, q, rd, td, w, m",
    );
  });
});

describe("the format of an answer", () => {
  const link = O1_MINI_LINK.slice(1);
  const type = ({ headers }: Answer) => headers["Content-Type"]!.split(";")[0];

  it.each([
    [null, "application/json"],
    ["*/*", "application/json"],
    ["text/html,application/xhtml+xml,*/*;q=0.8", "application/json"],
    ["text/csv", "text/csv"],
    ["TEXT/CSV; charset=utf-8", "text/csv"],
    ["text/csv, */*", "text/csv"],
    ["text/csv, application/json", "text/csv"],
    ["application/json, text/csv", "application/json"],
    ["application/json;q=0.5, text/csv;q=0.9", "text/csv"],
    ["text/*", "text/csv"],
    ["text/csv;q=0", "application/json"],
    ["text/csv;q=x", "application/json"],
    ["text/csv;q=0.1, */*", "application/json"],
    ["image/png", "application/json"],
    [",;,", "application/json"],
  ])("to Accept: %s is %s", (accept, expected) => {
    expect(type(estimateByLink(link, accept))).toBe(expected);
    expect(type(post(O1_MINI_EXAMPLE, "", accept))).toBe(expected);
    expect(estimateByLink(link, accept).headers).toMatchObject({ Vary: "Accept" });
  });

  it("is what the query asks for before what Accept does", () => {
    expect(type(estimateByLink(`${link}&format=csv`, "application/json"))).toBe("text/csv");
    expect(type(estimateByLink(`?format=json&${link.slice(1)}`, "text/csv"))).toBe("application/json");
    expect(type(post(O1_MINI_EXAMPLE, "?format=csv"))).toBe("text/csv");
    expect(estimateByLink(`${link}&format=json`, null).body).toBe(estimateByLink(link, null).body);
  });

  it.each([
    ["?format=xml", "format", 'format: "xml" is not accepted; give one of "json", "csv", once'],
    ["?format=csv&format=csv", "format", 'format: "csv" is not accepted; give one of "json", "csv", once'],
    ["?format", "format", 'format: "" is not accepted; give one of "json", "csv", once'],
    [
      "?fromat=csv",
      "fromat",
      '"fromat=csv" is not accepted in the address beside a body; give format=json, format=csv or nothing',
    ],
  ])("is refused in %s", (query, path, message) => {
    expect(issues(post(O1_MINI_EXAMPLE, query))).toEqual([{ path, message }]);
    expect(issues(estimateByLink(`${link}&${query.slice(1)}`, null)).map((issue) => issue.path)).toEqual([path]);
  });
});

describe("what may be kept", () => {
  it("by caches: the answer to a link for five minutes, to a body never, an error never", () => {
    expect(estimateByLink(O1_MINI_LINK.slice(1), null).headers["Cache-Control"]).toBe("public, max-age=300");
    expect(estimateByLink(`${O1_MINI_LINK.slice(1)}&format=csv`, null).headers["Cache-Control"]).toBe(
      "public, max-age=300",
    );
    expect(post(O1_MINI_EXAMPLE).headers["Cache-Control"]).toBe("no-store");
    expect(estimateByLink("", null).headers["Cache-Control"]).toBe("no-store");
  });
});
