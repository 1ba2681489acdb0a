import { describe, expect, test } from "vitest";
import { CHOICES, type Policy } from "@/lib/scenario";
import {
  breakingView,
  formatClock,
  formatWait,
  policySides,
  throttleViews,
  tierSides,
  trafficAnnouncement,
  trafficContext,
  trafficFigures,
  trafficFinding,
  trafficKeys,
  trafficTitle,
  trafficVerdict,
  waitWords,
  windowSides,
  type SimulatedTraffic,
} from "@/lib/view/traffic";
import { queueChart, throttledChart, waitsChart } from "@/lib/view/traffic/charts";
import { decodeRunKey, plainText } from "@/lib/view/text";
import { RULES } from "@/lib/rules";
import { trafficWorkingOf } from "@/lib/view/working";
import { scenarioOf } from "../../../support/make/checked";
import { generated, varied, onePerSecond, traced } from "../../../support/make/traffic-runs";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const announced = (traffic: SimulatedTraffic) => plain(trafficAnnouncement(traffic));
const verdict = (traffic: SimulatedTraffic) => trafficVerdict(traffic, traffic.input.scenario)!;
/** Every figure of a run by its name: its text and its formula. */
function figures(traffic: SimulatedTraffic): Record<string, [text: string, formula: string]> {
  return Object.fromEntries(
    trafficFigures(traffic).flatMap(({ figures: list }) =>
      list.map(({ work, text, formula }) => [work.figure, [plain(text), plain(formula)]]),
    ),
  );
}
const times = (count: number, at = 0) => Array.from({ length: count }, () => at);
const under = (policy: Policy) => ({ ...onePerSecond, policy });

test.each<[ms: number | null, text: string]>([
  [null, "–"],
  [0, "0"],
  [0.0004, "under 0.001 ms"],
  [0.4, "0.4 ms"],
  [340, "340 ms"],
  [999.4, "999 ms"],
  [999.5, "1 s"],
  [1574, "1.57 s"],
  [59_949, "59.9 s"],
  [59_950, "1 min"],
  [252_000, "4 min 12 s"],
  [3_599_499, "59 min 59 s"],
  [3_599_500, "1 h"],
  [12_240_000, "3.4 h"],
  [172_800_000, "2 days"],
  [216_000_000, "2.5 days"],
])("a wait of %s ms reads %s", (ms, text) => {
  expect(plain(formatWait(ms))).toBe(text);
});

test("hours are written out in a sentence, and days have clocks of their own", () => {
  expect([3_600_000, 12_240_000, 1574].map((ms) => plain(waitWords(ms)))).toEqual(["1 hour", "3.4 hours", "1.57 s"]);
  expect([0, 12, 1439, 1440, 1635].map((minute) => plain(formatClock(minute)))).toEqual([
    "00:00",
    "00:12",
    "23:59",
    "day 2, 00:00",
    "day 2, 03:15",
  ]);
});

describe("the verdict of a model that takes one request a second, one at a time", () => {
  test.each<[string, SimulatedTraffic, tone: string, sentence: string]>([
    [
      "two apart",
      traced(onePerSecond, [0, 2000]),
      "ok",
      "No request waited. 2 requests in the trace, each admitted as it came.",
    ],
    ["one", traced(onePerSecond, [0]), "ok", "No request waited. 1 request in the trace, each admitted as it came."],
    ["three at once", traced(onePerSecond, times(3)), "ok", "3 requests in the trace: 66.7 % waited, the longest 2 s."],
    [
      "61 at once wait a minute",
      traced(onePerSecond, times(61)),
      "ok",
      "61 requests in the trace: 98.4 % waited, the longest 1 min; the queue clears 1 minute after the peak.",
    ],
    [
      "62 at once wait over a minute",
      traced(onePerSecond, times(62)),
      "over",
      "62 requests in the trace: 98.4 % waited, the longest 1 min 1 s; the queue clears 1 minute after the peak.",
    ],
    [
      "dropped",
      traced(under("drop"), [0, 0, 1500]),
      "over",
      "1 request failed at the first 429, 33.3 % of 3 requests in the trace; the first 429 came at once.",
    ],
    [
      "dropped later",
      traced(under("drop"), [0, 500, 600]),
      "over",
      "2 requests failed at the first 429, 66.7 % of 3 requests in the trace; the first 429 came after 500 ms.",
    ],
    [
      "never refused",
      traced(under("retry"), [0, 1000]),
      "ok",
      "No request was refused. 2 requests in the trace, each admitted as it came.",
    ],
    [
      "too large",
      traced(onePerSecond, [0, 0], 6001),
      "never",
      "Can never run. Every request is charged more tokens than tier 1 holds.",
    ],
    [
      "as large as can be",
      traced(onePerSecond, [0], 6000),
      "ok",
      "No request waited. 1 request in the trace, each admitted as it came.",
    ],
    [
      "none",
      generated({ ...onePerSecond, workloads: [{ ...onePerSecond.workloads[0], requests: 0.001, per: "month" }] }),
      "ok",
      "No request came. Too few are wanted for one to come in this time; other seeds may bring one.",
    ],
    [
      "in minutes",
      generated({ ...onePerSecond, workloads: [{ ...onePerSecond.workloads[0], arrivals: "steady" }] }),
      "ok",
      "No request waited. 2 requests in 2 minutes, each admitted as it came.",
    ],
  ])("%s", (_, traffic, tone, sentence) => {
    expect(announced(traffic)).toBe(sentence);
    expect(verdict(traffic).tone).toBe(tone);
  });

  test("requests too large beside others are told after them", () => {
    const { input } = traced(onePerSecond, [0, 0]);
    const main = { ...traced(onePerSecond, [0, 0]).main, offered: 3, neverFits: 1 };
    expect(announced({ input, main })).toBe(
      "3 requests in the trace: 33.3 % waited, the longest 1 s. 1 request is too large and never runs.",
    );
    expect(verdict({ input, main }).tone).toBe("over");
  });

  test("what never clears is said", () => {
    const traffic = traced(onePerSecond, times(2));
    expect(announced({ ...traffic, main: { ...traffic.main, offered: 3, queued: 1 } })).toBe(
      "3 requests in the trace: 66.7 % waited, the longest 1 s; 1 request still waits 30 days later.",
    );
  });
});

const chat = {
  name: "Chat",
  model: "o1-mini",
  requests: 10,
  per: "minute",
  inputTokens: 1500,
  visibleOutputTokens: 300,
  reasoningTokens: 900,
};

describe("what is said before a run", () => {
  test.each<[string, object, tone: string, sentence: string]>([
    [
      "all in batch",
      { usageTier: 3, workloads: [{ ...chat, serviceTier: "batch" }] },
      "unknown",
      "Nothing to simulate. All workloads go in batch, which no rate limits. Backlog plans them.",
    ],
    [
      "on Free",
      { usageTier: "free", workloads: [chat] },
      "over",
      "Free does not offer o1-mini. Its requests are refused at any rate; tier 1 is the lowest that runs them.",
    ],
    [
      "a context too small",
      { usageTier: 3, workloads: [{ ...chat, inputTokens: 127_000 }] },
      "never",
      "Can never run. One o1-mini request takes 128,200 tokens; its context window holds 128,000.",
    ],
    [
      "an answer too long",
      { usageTier: 3, workloads: [{ ...chat, reasoningTokens: 65_300 }] },
      "never",
      "Can never run. One o1-mini answer takes 65,600 tokens; the model gives at most 65,536.",
    ],
  ])("%s", (_, raw, tone, sentence) => {
    const view = trafficVerdict(null, scenarioOf(raw))!;
    expect(plain(`${plainText(view.lead)} ${plainText(view.rest)}`)).toBe(sentence);
    expect(view.tone).toBe(tone);
  });

  test("nothing, where only the run can tell", () => {
    expect(trafficVerdict(null, scenarioOf({ usageTier: 3, workloads: [chat] }))).toBeNull();
  });

  test("a request of one size that is too large names its charge", () => {
    expect(
      announced(
        generated({
          usageTier: 1,
          horizonMinutes: 5,
          workloads: [{ ...chat, model: "o1", maxCompletionTokens: 65_536 }],
        }),
      ),
    ).toBe("Can never run. One o1 request is charged 67,036 tokens; tier 1 holds 30,000.");
  });

  test("one limit of two that nobody knows is not counted, and no verdict is sure", () => {
    const view = verdict(traced({ ...onePerSecond, modelOverrides: [{ model: "acme", limits: { rpm: 60 } }] }, [0]));
    expect(view.tone).toBe("unknown");
    expect(view.asides.map(plain)).toEqual([
      "acme has no known limit of tokens a minute at tier 1, so they are not counted; enter your own on Plan.",
    ]);
  });

  test("tier, policy, scale and seed are named, and the page has a title", () => {
    const traffic = generated({ ...onePerSecond, policy: "retry", seed: 7 }, 2.5);
    expect(trafficContext(traffic, traffic.input.scenario).map(plain)).toEqual([
      "Usage tier 1",
      "Sent again after a 429",
      "2.50× the scenario’s traffic",
      "Seed 7",
    ]);
    expect(trafficTitle(scenarioOf({ title: "Plan B", usageTier: 3, workloads: [chat] }))).toEqual({
      title: "Plan B: traffic under the limits of tier 3",
      description:
        "About 14,400 requests a day on o1-mini under the limits of tier 3, minute by minute: waits, 429s, failures and the queue. Tier 3’s $1,000 monthly usage limit is spent after 10 days; every request fails from then on until the next month.",
    });
  });
});

describe("figures", () => {
  test("of 200 at once, by pencil: number n waits n − 1 seconds", () => {
    expect(figures(traced(onePerSecond, times(200)))).toEqual({
      offered: ["200", "200 admitted + 0 failed + 0 never fit + 0 still waiting"],
      admitted: ["200", "200 offered − 0 failed − 0 never fit − 0 still waiting"],
      delayed: ["199", "199 admitted later + 0 still waiting"],
      delayedShare: ["99.5 %", "199 ÷ 200 offered"],
      throttled: ["0", "0: the client sends only what both buckets can pay"],
      failed: ["0", "0: a request that paces itself waits and does not fail"],
      mean: ["1 min 40 s", "all waits ÷ 200 admitted, 1 of them at once"],
      p50: ["1 min 39 s", "wait number ⌈0.5 × 200⌉ = 100 of 200 in order"],
      p90: ["2 min 59 s", "wait number ⌈0.9 × 200⌉ = 180 of 200 in order"],
      p95: ["3 min 9 s", "wait number ⌈0.95 × 200⌉ = 190 of 200 in order"],
      p99: ["3 min 17 s", "wait number ⌈0.99 × 200⌉ = 198 of 200 in order"],
      max: ["3 min 19 s", "the last of 200 waits in order"],
      first: ["none", "no request was answered with a 429"],
      longest: ["140", "came − admitted − failed − never fit, all up to 1 min"],
      recovery: ["3 minutes", "140 waiting at 1 min, none at 4 min"],
      flight: ["–", "fill in Chat: time to first token and tokens a second"],
      flightPeak: ["–", "fill in Chat: time to first token and tokens a second"],
      taken: ["0", "no 429 took any"],
    });
  });

  test("of what is refused", () => {
    const { throttled, failed, failedShare, first, taken } = figures(traced(under("drop"), [0, 500, 600, 70_000]));
    expect({ throttled, failed, failedShare, first, taken }).toEqual({
      throttled: ["2", "2 counted, 0.5 for each of 4 requests"],
      failed: ["2", "2 counted, after one attempt each"],
      failedShare: ["50 %", "2 ÷ 4 offered"],
      first: ["500 ms", "500 ms from the start"],
      taken: ["up to 2", "2 answers in the worst minute; each takes 1 where the bucket has one"],
    });
  });

  const billed = {
    ...onePerSecond,
    horizonMinutes: 4,
    modelOverrides: [{ model: "acme", limits: { rpm: 600, tpm: 60_000 }, price: { input: "1", output: "2" } }],
    workloads: [
      {
        ...onePerSecond.workloads[0],
        requests: 120,
        arrivals: "steady",
        retryShare: 0.5,
        visibleOutputTokens: 20,
        firstTokenMs: 1000,
        tokensPerSecond: 10,
      },
    ],
  };

  test("latency says how many are in flight: 180 a minute, 3 seconds each, are 9", () => {
    const { flight } = figures(generated(billed));
    expect(flight).toEqual(["9", "180 a minute × 3 s ÷ 60 s"]);
  });

  test("billed retries cost their part of the month: 60 × 43,800 × $0.00005 × 4 ÷ 43,800", () => {
    expect(figures(generated(billed))["retries"]).toEqual(["$0.012", "$394.20 × 4 ÷ 43,800 × 0.5 ÷ (1 + 0.5)"]);
    expect(figures(generated(billed, 2))["retries"]).toEqual(["$0.024", "$394.20 × 4 ÷ 43,800 × 0.5 ÷ (1 + 0.5) × 2"]);
    expect(
      figures(generated({ ...billed, modelOverrides: [{ model: "acme", limits: { rpm: 600, tpm: 60_000 } }] }))[
        "retries"
      ]![0],
    ).toBe("no price");
    expect(
      figures(generated({ ...billed, workloads: [{ ...billed.workloads[0], retryShare: 0 }] }))["retries"],
    ).toEqual(["$0.00", "no workload has a retry share"]);
  });

  test("every figure has a working with its formula, its rule and a source or a definition of ours; no text is half a number", () => {
    for (const traffic of [
      traced(onePerSecond, times(62)),
      traced(under("drop"), [0, 0]),
      traced(under("retry"), times(90)),
      traced(onePerSecond, [0], 7000),
      generated(billed),
    ]) {
      for (const { work, label, text, formula, rule } of trafficFigures(traffic).flatMap(({ figures: list }) => list)) {
        const working = trafficWorkingOf(work, traffic)!;
        expect(working).toMatchObject({
          title: label,
          result: { expression: formula, value: text },
          rule: { id: rule },
        });
        expect(working.sources.length > 0 || RULES[rule].basis !== "published").toBe(true);
        expect(`${text} ${formula}`).not.toMatch(/NaN|Infinity|undefined|null/);
      }
      expect(trafficKeys(traffic).every((key) => key !== undefined)).toBe(true);
    }
    expect(decodeRunKey("t.nothing")).toBeNull();
    expect(trafficWorkingOf({ of: "run", figure: "queued" }, traced(onePerSecond, [0]))).toBeNull();
  });
});

describe("side by side", () => {
  const three = traced(onePerSecond, times(3));
  const policies = new Map(CHOICES.policy.map((policy) => [policy, varied(three, { policy })] as const));

  test("policies: what pacing saves", () => {
    const sides = policySides(three, policies);
    expect(plain(sides.finding)).toBe("Pacing admits all 3; retrying loses none, dropping 2");
    expect(sides.sides.map(({ name, word, cells }) => [name, word, ...cells!.map(plain)])[2]).toEqual([
      "Drop",
      "Breaks",
      "33.3 %",
      "0 %",
      "66.7 %",
      "0",
      "0",
      "2",
      "0",
    ]);
    expect(sides.rows.map(({ name }) => name)).toEqual([
      "Admitted",
      "Waited",
      "Failed",
      "p95 wait",
      "Longest wait",
      "429 answers",
      "Recovery",
    ]);
    expect(
      policySides(
        traced(onePerSecond, [0]),
        new Map(CHOICES.policy.map((policy) => [policy, varied(traced(onePerSecond, [0]), { policy })])),
      ).finding,
    ).toBe("No limit is met, so pacing changes nothing");
  });

  test("a run that is not there yet has no cells, and the finding waits for it", () => {
    const sides = policySides(three, new Map());
    expect(sides.finding).toBe("What pacing itself changes");
    expect(sides.sides.map(({ word, cells }) => [word, cells === null])).toEqual([
      ["Holds", false],
      ["Running", true],
      ["Running", true],
    ]);
    expect(sides.remark).toBeNull();
  });

  test("windows: a minute’s worth at once, or one", () => {
    const windows = new Map(
      ([60, 1] as const).map((seconds) => [seconds, varied(three, { rpmWindowSeconds: seconds })]),
    );
    expect(plain(windowSides(three, windows).finding)).toBe("Counted by the second, 66.7 % waited instead of 0 %");
    const apart = traced(onePerSecond, [0, 2000]);
    expect(
      windowSides(
        apart,
        new Map(([60, 1] as const).map((seconds) => [seconds, varied(apart, { rpmWindowSeconds: seconds })])),
      ).finding,
    ).toBe("Counted by the second instead of the minute, nothing changes");
  });

  test("tiers: the lowest that holds, and that Free offers nothing", () => {
    const traffic = traced({ usageTier: 2, workloads: [chat] }, times(150), 2700);
    const tiers = new Map(([1, 2, 3, 4, 5] as const).map((tier) => [tier, varied(traffic, { tier })]));
    const view = tierSides(traffic, tiers);
    expect(plain(view.finding)).toBe("Tier 2 is the lowest at which no request waits over a minute");
    expect(view.sides.map(({ key, word, chosen }) => [key, word, chosen])).toEqual([
      ["1", "Breaks", false],
      ["2", "Holds", true],
      ["3", "Holds", false],
      ["4", "Holds", false],
      ["5", "Holds", false],
    ]);
    expect(view.free).toBe("Free: o1-mini is not offered.");
    expect(tierSides(traffic, new Map()).finding).toBe("The same traffic at every usage tier");
    const large = traced({ usageTier: 2, workloads: [chat] }, [0], 200_000_000);
    expect(
      tierSides(large, new Map(([1, 2, 3, 4, 5] as const).map((tier) => [tier, varied(large, { tier })]))).finding,
    ).toBe("No tier holds a request of this size");
  });

  test("another policy or tier can be tried, but not of a trace", () => {
    const traffic = generated({ ...onePerSecond, policy: "drop" });
    expect(policySides(traffic, new Map()).sides.map(({ scenario }) => scenario!.policy)).toEqual([
      undefined,
      "retry",
      "drop",
    ]);
    expect(tierSides(three, new Map()).sides.every(({ scenario }) => scenario === null)).toBe(true);
  });
});

describe("the breaking point", () => {
  const traffic = generated(onePerSecond);
  const told = (breaking: Parameters<typeof breakingView>[1], policy: Policy = "queue") =>
    plain(
      breakingView(
        { ...traffic, input: { ...traffic.input, scenario: { ...traffic.input.scenario, policy } } },
        breaking,
      )!.finding,
    );

  test("between two multiples, told apart", () => {
    expect(told({ holds: 2.318, breaks: 2.337, pool: "o1-mini" })).toBe(
      "Holds up to 2.31 times this traffic; at 2.34 times a request on o1-mini waits over a minute",
    );
    expect(told({ holds: 1.001, breaks: 1.008, pool: "o1" }, "retry")).toBe(
      "Holds up to 1 times this traffic; at 1.01 times a request on o1 fails after six attempts",
    );
    expect(told({ holds: 0.431, breaks: 0.4349, pool: "o1" }, "drop")).toBe(
      "Holds only 0.431 times this traffic; at 0.435 times a request on o1 fails",
    );
    expect(breakingView(traffic, { holds: 2, breaks: 2.02, pool: "o1" })!.marks).toEqual([
      { scale: 2, text: "2×", broken: false },
      { scale: 2.02, text: "2.02×", broken: true },
    ]);
  });

  test("at the ends, before it is found, and where there is none", () => {
    expect(told({ holds: 1000, breaks: null, pool: null })).toBe(
      "Holds 1,000 times this traffic, the most that is tried",
    );
    expect(told({ holds: 0, breaks: 0.0009765625, pool: "o1" })).toBe(
      "Breaks on o1 at 0.000977 times this traffic, the least that is tried",
    );
    expect(breakingView(traffic, null)).toBeNull();
    expect(breakingView(traced(onePerSecond, [0]), null)!.finding).toBe(
      "A trace is replayed as it is and cannot be scaled",
    );
    expect(
      breakingView(
        { ...traffic, main: { ...traffic.main, pools: [{ ...traffic.main.pools[0]!, neverFits: 1 }] } },
        null,
      )!.finding,
    ).toBe("Holds at no rate: a request on acme is too large");
  });
});

describe("a throttle’s settings", () => {
  test("a bucket of the window’s requests and one of a minute’s tokens, and what they sustain", () => {
    const [view] = throttleViews(scenarioOf({ usageTier: 1, rpmWindowSeconds: 1, workloads: [chat] }));
    expect(view!.settings.map(({ label, text, how }) => [label, text, how])).toEqual([
      ["Requests a minute", "500", "refill 8.33 a second"],
      ["Burst of requests", "8.333", "max(1, 500 × 1 s ÷ 60 s)"],
      ["Tokens a minute", "200,000", "refill 3,333 a second"],
      ["Burst of tokens", "200,000", "a whole minute’s"],
      ["Sustained, at the mean charge", "74.1 a minute", "min(500; 200,000 ÷ 2,700)"],
    ]);
  });

  test("the code holds the same numbers", () => {
    const [view] = throttleViews(scenarioOf({ usageTier: 1, workloads: [chat] }));
    const [python, node] = view!.snippets.map(({ code }) => code);
    expect(python).toContain("requests = AsyncLimiter(500, 60)\ntokens = AsyncLimiter(200000, 60)");
    expect(node).toContain(
      "reservoir: 500,\n  reservoirIncreaseMaximum: 500,\n  reservoirIncreaseAmount: 25,\n  reservoirIncreaseInterval: 3000,",
    );
    expect(node).toContain(
      "reservoir: 200000,\n  reservoirIncreaseMaximum: 200000,\n  reservoirIncreaseAmount: 5000,\n  reservoirIncreaseInterval: 1500,",
    );
  });

  test.each<[limit: number, window: number]>([
    [500, 1],
    [500, 60],
    [0.5, 60],
    [1, 1],
    [7, 60],
    [30_000, 1],
    [123_456, 7],
  ])(
    "no refill of %d requests a minute is faster than the limit, nor holds more than its bucket (window %d s)",
    (rpm, rpmWindowSeconds) => {
      const [view] = throttleViews(
        scenarioOf({ ...onePerSecond, rpmWindowSeconds, modelOverrides: [{ model: "acme", limits: { rpm } }] }),
      );
      const code = view!.snippets[1]!.code;
      const value = (name: string) => Number(new RegExp(`${name}: ([\\d.]+)`).exec(code)?.[1]);
      const least = value("minTime");
      if (least) expect(60_000 / least).toBeLessThanOrEqual(rpm);
      else {
        expect((value("reservoirIncreaseAmount") * 60_000) / value("reservoirIncreaseInterval")).toBeLessThanOrEqual(
          rpm,
        );
        expect(value("reservoirIncreaseInterval") % 250).toBe(0);
        expect(value("reservoir")).toBeLessThanOrEqual(Math.max(1, (rpm * rpmWindowSeconds) / 60));
        expect(value("reservoirIncreaseAmount")).toBeLessThanOrEqual(value("reservoir"));
      }
    },
  );

  test("without a limit there is nothing to throttle", () => {
    expect(
      throttleViews(
        scenarioOf({ ...onePerSecond, modelOverrides: [{ model: "acme", price: { input: "1", output: "1" } }] }),
      ),
    ).toEqual([
      {
        pool: "acme",
        name: "acme",
        missing: "No limits of acme are known, so there is nothing to keep within; enter your own on Plan.",
        settings: [],
        snippets: [],
      },
    ]);
  });
});

describe("a model whose limits are not published", () => {
  const luna = {
    name: "A",
    model: "gpt-6-luna",
    requests: 100,
    per: "minute",
    inputTokens: 1000,
    visibleOutputTokens: 500,
    arrivals: "steady",
  };
  const mini = { ...luna, name: "B", model: "gpt-5.4-mini", requests: 10 };
  const alone = {
    asOf: "2026-11-23",
    usageTier: 3,
    monthlyUsageLimitUsd: "1000000",
    horizonMinutes: 5,
    workloads: [luna],
  };
  const mixed = { ...alone, workloads: [luna, mini] };
  const everyTier = (traffic: SimulatedTraffic) =>
    tierSides(traffic, new Map(([1, 2, 3, 4, 5] as const).map((tier) => [tier, varied(traffic, { tier })])));
  const breaking = { holds: 26.63, breaks: 26.87, pool: "gpt-5.4-mini" };

  test.each<[string, object, tone: string, sentence: string, asides: string[]]>([
    [
      "alone",
      alone,
      "unknown",
      "Cannot be told at tier 3. OpenAI publishes no limits for gpt-6-luna; enter your own on Plan. As if unlimited, no request waited. 500 requests in 5 minutes, each admitted as it came.",
      [],
    ],
    [
      "retried",
      { ...alone, policy: "retry" },
      "unknown",
      "Cannot be told at tier 3. OpenAI publishes no limits for gpt-6-luna; enter your own on Plan. As if unlimited, no request was refused. 500 requests in 5 minutes, each admitted as it came.",
      [],
    ],
    [
      "beside one that holds",
      mixed,
      "unknown",
      "Cannot be told at tier 3. OpenAI publishes no limits for gpt-6-luna; enter your own on Plan. As if unlimited, no request waited. 550 requests in 5 minutes, each admitted as it came.",
      [],
    ],
    [
      "with a custom one",
      { ...alone, workloads: [luna, { ...luna, model: "acme" }], modelOverrides: [{ model: "acme" }] },
      "unknown",
      "Cannot be told at tier 3. OpenAI publishes no limits for gpt-6-luna and no limits of acme are known; enter your own on Plan. As if unlimited, no request waited. 1,000 requests in 5 minutes, each admitted as it came.",
      [],
    ],
    [
      "with one's own",
      { ...alone, modelOverrides: [{ model: "gpt-6-luna", limits: { rpm: 1000, tpm: 1_000_000 } }] },
      "ok",
      "No request waited. 500 requests in 5 minutes, each admitted as it came.",
      [],
    ],
    [
      "with one's own of requests alone",
      { ...alone, modelOverrides: [{ model: "gpt-6-luna", limits: { rpm: 1000 } }] },
      "unknown",
      "No request waited. 500 requests in 5 minutes, each admitted as it came.",
      ["gpt-6-luna has no known limit of tokens a minute at tier 3, so they are not counted; enter your own on Plan."],
    ],
    [
      "in batch",
      { ...alone, workloads: [{ ...luna, serviceTier: "batch" }, mini] },
      "ok",
      "No request waited. 50 requests in 5 minutes, each admitted as it came.",
      [],
    ],
  ])("%s", (_, raw, tone, sentence, asides) => {
    const traffic = generated(raw);
    expect(announced(traffic)).toBe(sentence);
    expect(verdict(traffic).tone).toBe(tone);
    expect(verdict(traffic).asides.map(plain)).toEqual(asides);
  });

  test("beside one that breaks, that is certain; of a trace only the pool it runs on counts", () => {
    const acme = { ...onePerSecond.workloads[0], requests: 600 };
    const over = generated({ ...onePerSecond, workloads: [acme, luna] });
    expect(verdict(over)).toMatchObject({
      tone: "over",
      asides: ["OpenAI publishes no limits for gpt-6-luna, so it runs as if unlimited; enter your own on Plan."],
    });
    expect(everyTier(over).sides.map(({ word }) => word)).toEqual(["Breaks", "Breaks", "Breaks", "Breaks", "Breaks"]);
    expect(verdict(traced({ ...onePerSecond, workloads: [acme, luna] }, [0]))).toMatchObject({
      tone: "ok",
      asides: [],
    });
  });

  test("the figures say that they are as if unlimited", () => {
    expect(trafficFinding(generated(alone))).toBe("500 offered, all admitted, gpt-6-luna as if unlimited");
  });

  test("no tier is said to hold", () => {
    const view = everyTier(generated(alone));
    expect(plain(view.finding)).toBe("At tiers 1, 2, 3, 4 and 5 it cannot be told");
    expect(view.sides.map(({ tone, word, cells }) => [tone, word, ...cells!])).toEqual(
      [1, 2, 3, 4, 5].map(() => ["unknown", "Cannot be told", "–", "–", "–", "–", "–"]),
    );
    expect(
      everyTier(generated(mixed)).sides.map(({ word, cells }) => [word, cells![0]!.replace("\u202f", " ")])[2],
    ).toEqual(["Cannot be told", "0 %"]);
    expect(
      plain(
        everyTier(generated({ ...alone, modelOverrides: [{ model: "gpt-6-luna", limits: { rpm: 1000 } }] })).finding,
      ),
    ).toBe("At tier 3 no request waits over a minute; at tiers 1, 2, 4 and 5 it cannot be told");
  });

  test("nor is a policy or a window", () => {
    const traffic = generated(alone);
    const policies = policySides(
      traffic,
      new Map(CHOICES.policy.map((policy) => [policy, varied(traffic, { policy })])),
    );
    expect(policies.finding).toBe("What pacing changes cannot be told: OpenAI publishes no limits for gpt-6-luna");
    expect(policies.sides.map(({ word }) => word)).toEqual(["Cannot be told", "Cannot be told", "Cannot be told"]);
    const windows = windowSides(
      traffic,
      new Map(([60, 1] as const).map((seconds) => [seconds, varied(traffic, { rpmWindowSeconds: seconds })])),
    );
    expect(windows.finding).toBe(
      "What counting by the second changes cannot be told: OpenAI publishes no limits for gpt-6-luna",
    );
    expect(windows.sides.map(({ word }) => word)).toEqual(["Cannot be told", "Cannot be told"]);
  });

  test("where it breaks cannot be told, or is of the other models alone", () => {
    const told = (raw: object, found: Parameters<typeof breakingView>[1]) =>
      plain(breakingView(generated(raw), found)!.finding);
    expect(told(alone, null)).toBe("Cannot be told: OpenAI publishes no limits for gpt-6-luna");
    expect(told(alone, { holds: 1000, breaks: null, pool: null })).toBe(
      "Cannot be told: OpenAI publishes no limits for gpt-6-luna",
    );
    expect(told(mixed, breaking)).toBe(
      "Holds up to 26.6 times this traffic on gpt-5.4-mini; at 26.9 times a request on gpt-5.4-mini waits over a minute; OpenAI publishes no limits for gpt-6-luna",
    );
    expect(told(mixed, { holds: 1000, breaks: null, pool: null })).toBe(
      "Holds 1,000 times this traffic on gpt-5.4-mini, the most that is tried; OpenAI publishes no limits for gpt-6-luna",
    );
    expect(told(mixed, { ...breaking, holds: 0, breaks: 0.001 })).toBe(
      "Breaks on gpt-5.4-mini at 0.001 times this traffic, the least that is tried; OpenAI publishes no limits for gpt-6-luna",
    );
  });

  test("no chart says that nothing waits", () => {
    const undrawn = {
      drawn: false,
      reason: "Cannot be told: OpenAI publishes no limits for gpt-6-luna",
      remedy: "Enter your own on Plan.",
    };
    const traffic = generated(mixed);
    for (const chart of [
      waitsChart(traffic, "gpt-6-luna"),
      queueChart(traffic, "gpt-6-luna"),
      throttledChart(generated({ ...mixed, policy: "drop" }), "gpt-6-luna"),
    ])
      expect(chart).toMatchObject(undrawn);
    expect(waitsChart(traffic, "gpt-5.4-mini")).toMatchObject({
      reason: "All 50 admitted requests on gpt-5.4-mini start at once",
    });
  });

  test("a throttle is left out, saying why", () => {
    expect(
      throttleViews(scenarioOf(mixed)).map(({ pool, missing, settings }) => [pool, missing, settings.length]),
    ).toEqual([
      [
        "gpt-6-luna",
        "OpenAI publishes no limits for gpt-6-luna, so there is nothing to keep within; enter your own on Plan.",
        0,
      ],
      ["gpt-5.4-mini", null, 5],
    ]);
  });
});

describe("the month’s money", () => {
  // 10 × 43,800 × (1,000 × 1.10 + 500 × 4.40) ÷ 10^6 = $1,445.40 a month
  const paid = {
    asOf: "2025-06-01",
    usageTier: 5,
    monthlyUsageLimitUsd: "722.7",
    horizonMinutes: 5,
    workloads: [
      {
        model: "o3-mini",
        requests: 10,
        per: "minute",
        inputTokens: 1000,
        visibleOutputTokens: 500,
        arrivals: "steady",
      },
    ],
  };
  const spent = (after: string) =>
    `Your own $722.70 monthly usage limit is spent after ${after}; every request fails from then on until the next month.`;
  const without = { ...paid, monthlyUsageLimitUsd: undefined };
  const told = (raw: object, scale = 1) => {
    const { tone, asides, short } = verdict(generated(JSON.parse(JSON.stringify(raw)) as object, scale));
    return [tone, plain(short.about), ...asides.filter((aside) => !aside.includes("retire")).map(plain)];
  };

  test.each<[string, object, number, string[]]>([
    ["lasts", without, 1, ["ok", "no waits"]],
    ["ends", paid, 1, ["ok", "the money ends after 15 days", spent("15 days")]],
    ["ends sooner at twice the traffic", paid, 2, ["ok", "the money ends after 7.6 days", spent("7.6 days")]],
    [
      "is over the budget too",
      { ...without, monthlyBudgetUsd: "1400" },
      1,
      ["ok", "no waits", "The month costs $45.40 more than the budget of $1,400."],
    ],
    [
      "ends within what is simulated",
      { ...paid, horizonMinutes: 2 * 1440, monthlyUsageLimitUsd: "14.454" },
      1,
      ["over", "the money ends after 7.3 hours", spent("7.3 hours").replace("722.70", "14.45")],
    ],
    [
      "of batch is not scaled",
      {
        ...paid,
        workloads: [
          { ...paid.workloads[0], requests: 1 },
          { ...paid.workloads[0], serviceTier: "batch" },
        ],
      },
      2,
      ["ok", "the money ends after 22 days", spent("22 days")],
    ],
  ])("%s", (_, raw, scale, says) => expect(told(raw, scale)).toEqual(says));

  test("of a trace, which is no month, is not told", () => {
    expect(verdict(traced(paid, [0])).asides.filter((aside) => aside.includes("month"))).toEqual([]);
  });
});
