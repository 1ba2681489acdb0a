import { describe, expect, it } from "vitest";
import { BATCH_LIMITS } from "@/lib/catalogue";
import { DEFAULTS } from "@/lib/scenario";
import { backlogOf, planBacklog, type SplitAnswer, type BacklogPlan, type Split, type TierPlan } from "@/lib/batch";
import { compare, exact, toNumber, toShortestText, type Exact } from "@/lib/money";
import { scenarioOf } from "../../support/make/checked";

// Sums that can be done by hand. A model of one's own: $2 and $8 a million tokens, half of it in batch.

const PRICE = { input: "2", output: "8", batchInput: "1", batchOutput: "4" };
const LIMITS = { rpm: 1000, tpm: 1_000_000, batchQueueTokens: 2_000_000 };
const WORK = { model: "own", total: 25_000, inputTokens: 1000, liveShare: 0, deadlineHours: 1000 };

function plan(
  backlog: object = {},
  {
    limits = {},
    price = PRICE,
    model = {},
    ...rest
  }: { limits?: object; price?: object | null; model?: object; [field: string]: unknown } = {},
): BacklogPlan {
  return planBacklog(
    scenarioOf({
      usageTier: 5,
      modelOverrides: [{ model: "own", limits: { ...LIMITS, ...limits }, ...(price && { price }), ...model }],
      workloads: [{ model: "own", requests: 1, per: "month", inputTokens: 1 }],
      backlog: { ...WORK, ...backlog },
      ...rest,
    }),
  );
}
const published = (backlog: object, rest: object = {}) =>
  planBacklog(
    scenarioOf({ workloads: [{ model: "o1-mini", requests: 1, per: "month", inputTokens: 1 }], backlog, ...rest }),
  );

const hours = (answer: SplitAnswer) => answer.split && toShortestText(answer.split.hours);
const usd = (amount: Exact | null) => amount && toShortestText(amount);
/** Requests in batch, hours, USD. */
const outline = (answer: SplitAnswer | null) =>
  answer?.split && [Number(answer.split.batch), toNumber(answer.split.hours), usd(answer.split.cost)];
const codes = (answer: SplitAnswer | null) =>
  answer?.split === null
    ? answer.reasons.map((reason) =>
        reason.code === "closed" ? `${reason.serviceTier} ${reason.obstacle.code}` : reason.code,
      )
    : null;

describe("waves", () => {
  it("25,000,000 input tokens through a queue of 2,000,000 at 24 hours are 13 waves", () => {
    const { split } = plan().own.answers.batch;
    expect([split!.waves, toShortestText(split!.hours)]).toEqual([13n, "312"]);
  });

  it.each([
    [2_000, 1n, "24"],
    [2_001, 2n, "48"],
    [23_999, 12n, "288"],
    [24_000, 12n, "288"],
    [24_001, 13n, "312"],
    [1, 1n, "24"],
  ])("%d requests of 1,000 tokens are %d waves, %s hours", (total, waves, time) => {
    const { batch } = plan({ total }).own.answers;
    expect([batch.split!.waves, hours(batch)]).toEqual([waves, time]);
  });

  it.each([
    [999.999, 2000n],
    [1000, 2000n],
    [1000.001, 1999n],
    [2_000_000, 1n],
  ])("a queue of 2,000,000 holds requests of %d tokens %d times", (inputTokens, perWave) => {
    expect(plan({ inputTokens }).own.batch.perWave).toBe(perWave);
  });

  it.each([
    [999_999, 999_999n, "batch-queue"],
    [1_000_000, 1_000_000n, "enqueued-requests"],
    [1_000_001, 1_000_000n, "enqueued-requests"],
  ])("a queue of %d tokens holds %d requests of one token: %s", (batchQueueTokens, perWave, boundBy) => {
    expect(plan({ inputTokens: 1 }, { limits: { batchQueueTokens } }).own.batch).toMatchObject({ perWave, boundBy });
  });

  it.each([
    [49_999, 50_000n, 49_999n, 3n, "enqueued-requests"],
    [50_000, 50_000n, 50_000n, 2n, "enqueued-requests"],
    [50_001, 50_000n, 50_000n, 2n, "batch-queue"],
    [1_000_000, 50_000n, 50_000n, 2n, "batch-queue"],
  ])("%d enqueued at once, of a queue for %d, hold %d", (enqueuedRequests, queue, perWave, waves, boundBy) => {
    const { batch, answers } = plan(
      { inputTokens: 1, total: 100_000, enqueuedRequests },
      { limits: { batchQueueTokens: Number(queue) } },
    ).own;
    expect(batch).toMatchObject({ perWave, boundBy });
    expect(answers.batch.split!.waves).toBe(waves);
  });

  it("without a word as many are enqueued as the catalogue assumes", () => {
    expect(DEFAULTS.implied.enqueuedRequests).toBe(BATCH_LIMITS.enqueuedRequests.value);
    expect(plan({ enqueuedRequests: 1_000_000 }).backlog).not.toHaveProperty("enqueuedRequests");
  });

  it("without input only the million counts, however small the queue", () => {
    expect(
      plan({ inputTokens: 0, total: 1_000_001 }, { limits: { batchQueueTokens: 0.001 } }).own.answers.batch.split,
    ).toMatchObject({ waves: 2n });
  });

  it("a shorter turnaround is a shorter wave", () => {
    expect(hours(plan({}, { batchTurnaroundHours: 1.5 }).own.answers.batch)).toBe("19.5");
  });
});

describe("batch files", () => {
  // 4 bytes a token and 250: 937.5 tokens are 4,000 bytes, and 200,000,000 of those are 50,000 requests.
  it.each([
    [937.499, 50_000n, "requests"],
    [937.5, 50_000n, "requests"],
    [937.501, 49_999n, "bytes"],
    [0, 50_000n, "requests"],
  ])("requests of %d tokens go %d to a file, held by %s", (inputTokens, perBatch, boundByFile) => {
    expect(plan({ inputTokens }).own.batch).toMatchObject({ perBatch, boundByFile });
  });

  it.each([
    [49_999, 1n],
    [50_000, 1n],
    [50_001, 2n],
    [100_000, 2n],
    [100_001, 3n],
    [150_001, 4n],
  ])("%d requests of 20 tokens, 100,000 a wave, are %d files", (total, batches) => {
    expect(plan({ total, inputTokens: 20 }).own.answers.batch.split!.batches).toBe(batches);
  });

  it.each([
    [49_999_937.5, null],
    [49_999_937.501, "request-exceeds-file"],
  ])("a request of %d tokens meets the 200 MB: %s", (inputTokens, code) => {
    const { obstacles } = plan({ inputTokens, total: 1 }, { limits: { batchQueueTokens: 1e9, tpm: 1e9 } }).own.batch;
    expect(obstacles.map((one) => one.code)).toEqual(code ? [code] : []);
  });
});

describe("standard", () => {
  it.each([
    [1000, 1000, "rpm", "1000"],
    [999.999, 1000, "rpm", "1000"],
    [1000.001, 1000, "tpm", "999.999"],
    [2000, 1000, "tpm", "500"],
    [0, 1000, "rpm", "1000"],
  ])(
    "a charge of %d tokens against 1,000,000 a minute and %d requests: %s, %s a minute",
    (inputTokens, rpm, boundBy, perMinute) => {
      const { standard } = plan({ inputTokens }, { limits: { rpm } }).own;
      expect(standard.boundBy).toBe(boundBy);
      expect(Number(toShortestText(standard.perMinute!)).toFixed(3)).toBe(Number(perMinute).toFixed(3));
    },
  );

  it.each([
    [0, "0.5"],
    [0.5, "1"],
    [0.75, "2"],
    [0.99, "50"],
  ])("with %d of the limits left to live traffic 30,000 requests take %s hours", (liveShare, time) => {
    expect(hours(plan({ total: 30_000, liveShare }).own.answers.standard)).toBe(time);
  });

  it.each([
    ["prompt-plus-cap", "111.111111"],
    ["larger-of", "125"],
    ["actual", "625"],
  ])("under %s 1,000 tokens in, 600 out and a cap of 8,000 run %s times a minute", (tokenAccounting, rate) => {
    expect(
      toShortestText(
        plan({ visibleOutputTokens: 100, reasoningTokens: 500, maxCompletionTokens: 8000 }, { tokenAccounting }).own
          .standard.perMinute!,
      ),
    ).toBe(rate);
  });
});

describe("cost", () => {
  const output = { visibleOutputTokens: 100, reasoningTokens: 400 };
  it("a request of 1,000 in and 500 out is $0.006 as standard and $0.003 in batch", () => {
    const { batch, standard } = plan(output).own;
    expect([usd(standard.perRequest), usd(batch.perRequest)]).toEqual(["0.006", "0.003"]);
    expect([
      usd(plan(output).own.answers.standard.split!.cost),
      usd(plan(output).own.answers.batch.split!.cost),
    ]).toEqual(["150", "75"]);
  });
  it("the cached discount counts as standard only", () => {
    const { batch, standard } = plan(
      { ...output, cachedInputTokens: 800 },
      { price: { ...PRICE, cachedInput: "0.5" } },
    ).own;
    // (200 × 2 + 800 × 0.5 + 500 × 8) ÷ 1,000,000
    expect([usd(standard.perRequest), usd(batch.perRequest)]).toEqual(["0.0048", "0.003"]);
  });
  it("published prices are those of the day", () => {
    const work = { model: "o1-mini", total: 1_000_000, inputTokens: 1000, visibleOutputTokens: 500 };
    expect(usd(published(work, { usageTier: 5 }).own.answers.batch.split!.cost)).toBe("1650");
    expect(usd(published(work, { usageTier: 5, asOf: "2025-01-30" }).own.answers.batch.split!.cost)).toBe("4500");
  });
});

// 25,000 requests: 2,000 a wave of 24 hours at $0.001 each, or 90 an hour at $0.002.
const rate = { limits: { rpm: 1.5, tpm: 1e12 } };

describe("the cheapest split by the deadline", () => {
  it.each([
    // 13 waves do it all.
    [312, [25_000, 312, "25"]],
    // 12 waves and the rest as standard: 1,000 at 90 an hour.
    [311.999, [24_000, 288, "26"]],
    [288, [24_000, 288, "26"]],
    // 11 waves leave 3,000: 33 hours and a third.
    [287.999, [22_000, 264, "28"]],
    // 6 waves leave 13,000, which take 144.44… hours.
    [168, [14_000, 168, "36"]],
  ])("within %d hours: %j requests in batch, hours, USD", (deadlineHours, expected) => {
    expect(outline(plan({ deadlineHours }, rate).own.answers.cheapest)).toEqual(expected);
  });

  it("none where all of them take longer: the earliest is named", () => {
    // 6 waves, 144 hours, leave 13,000: 144.44… hours; 7 waves take 168.
    const { cheapest, earliest } = plan({ deadlineHours: 144.444 }, rate).own.answers;
    expect(codes(cheapest)).toEqual(["deadline-missed"]);
    expect(Number(earliest.split!.batch)).toBe(12_000);
    expect(compare(earliest.split!.hours, exact(1300n, 9n))).toBe(0);
    expect(codes(plan({ deadlineHours: 144.445 }, rate).own.answers.cheapest)).toBeNull();
  });

  it("is all standard where that costs less and is in time, else as much as there is time for", () => {
    const dear = { price: { ...PRICE, batchInput: "3", batchOutput: "4" }, ...rate };
    expect(outline(plan({ deadlineHours: 300, total: 25_000 }, dear).own.answers.cheapest)).toEqual([
      0,
      25_000 / 90,
      "50",
    ]);
    // 200 hours are 18,000 as standard; the other 7,000 in batch, four waves.
    expect(outline(plan({ deadlineHours: 200 }, dear).own.answers.cheapest)).toEqual([7000, 200, "57"]);
  });

  it("is the earliest where both cost the same", () => {
    const same = { price: { ...PRICE, batchInput: "2", batchOutput: "8" }, ...rate };
    expect(outline(plan({}, same).own.answers.cheapest)![0]).toBe(12_000);
  });
});

describe("the earliest within a budget", () => {
  it.each([
    ["25", [25_000, 312, "25"]],
    // A cent buys ten requests more as standard; what helps is whole waves of 2,000.
    ["25.99", [25_000, 312, "25"]],
    ["26", [24_000, 288, "26"]],
    ["27.999", [24_000, 288, "26"]],
    ["28", [22_000, 264, "28"]],
    ["1000", [12_000, 1300 / 9, "38"]],
  ])("$%s: %j requests in batch, hours, USD", (budgetUsd, expected) => {
    expect(outline(plan({ budgetUsd }, rate).own.answers["within-budget"])).toEqual(expected);
  });
  it("too small a budget is told the least cost", () => {
    const answer = plan({ budgetUsd: "24.999999" }, rate).own.answers["within-budget"]!;
    expect(codes(answer)).toEqual(["budget-too-small"]);
    expect(
      answer.split === null &&
        answer.reasons[0]!.code === "budget-too-small" &&
        outline({ split: answer.reasons[0]!.least }),
    ).toEqual([25_000, 312, "25"]);
  });
  it("without a budget nothing is asked", () => expect(plan().own.answers["within-budget"]).toBeNull());
});

describe("what can never run, and what cannot be told", () => {
  const reasons = (backlog: object, rest: Parameters<typeof plan>[1] = {}) =>
    codes(plan(backlog, rest).own.answers.cheapest);
  it.each([
    ["a charge at the tokens a minute", { inputTokens: 1_000_000 }, null],
    ["a charge past them", { inputTokens: 1_000_000.001, total: 1 }, null],
    [
      "past them and the queue",
      { inputTokens: 2_000_000.001 },
      ["batch input-exceeds-queue", "standard request-exceeds-tpm"],
    ],
  ])("%s", (_, backlog, expected) =>
    expect(reasons({ ...backlog, deadlineHours: 87_600, total: 1 })).toEqual(expected),
  );

  it.each([
    [1_000_000, []],
    [1_000_000.001, ["request-exceeds-tpm"]],
  ])("standard at %d tokens of 1,000,000", (inputTokens, expected) =>
    expect(plan({ inputTokens }).own.standard.obstacles.map(({ code }) => code)).toEqual(expected),
  );
  it.each([
    [2_000_000, []],
    [2_000_000.001, ["input-exceeds-queue"]],
  ])("batch at %d tokens of 2,000,000", (inputTokens, expected) =>
    expect(plan({ inputTokens }).own.batch.obstacles.map(({ code }) => code)).toEqual(expected),
  );
  it.each([
    [500, null],
    [500.001, ["batch exceeds-context", "standard exceeds-context"]],
  ])("1,000 tokens in and %d out of a context of 1,500", (visibleOutputTokens, expected) =>
    expect(reasons({ visibleOutputTokens }, { model: { contextWindow: 1500 } })).toEqual(expected),
  );
  it.each([
    [500, null],
    [500.001, ["batch exceeds-max-output", "standard exceeds-max-output"]],
  ])("%d tokens out of 500 at most", (visibleOutputTokens, expected) =>
    expect(reasons({ visibleOutputTokens }, { model: { maxOutputTokens: 500 } })).toEqual(expected),
  );
  it("Free offers none of it", () =>
    expect(codes(plan({}, { usageTier: "free" }).own.answers.cheapest)).toEqual([
      "batch tier-not-supported",
      "standard tier-not-supported",
    ]));

  it("an unpublished queue closes batch and names itself; standard may do it alone", () => {
    const work = { model: "o1-mini", total: 1000, inputTokens: 1000, liveShare: 0 };
    const { own } = published(work, { usageTier: 2 });
    expect(own.batch.obstacles).toEqual([{ code: "unpublished", limits: ["batch-queue"] }]);
    expect(own.answers.cheapest.split).toMatchObject({ batch: 0n });
    const late = published({ ...work, total: 1_000_000_000, deadlineHours: 1 }, { usageTier: 2 });
    expect(codes(late.own.answers.cheapest)).toEqual(["batch unpublished", "deadline-missed"]);
  });
  it("limits nobody entered leave standard open too, and each is named", () => {
    const { own } = planBacklog(
      scenarioOf({
        modelOverrides: [{ model: "own" }],
        workloads: [{ model: "own", requests: 1, per: "month", inputTokens: 1 }],
        backlog: WORK,
      }),
    );
    expect([own.batch.obstacles, own.standard.obstacles]).toEqual([
      [{ code: "unpublished", limits: ["batch-queue"] }],
      [{ code: "unpublished", limits: ["rpm", "tpm"] }],
    ]);
  });

  it("without a price the time is known and the cost is not", () => {
    const { answers } = plan({}, { price: null }).own;
    expect(hours(answers.batch)).toBe("312");
    expect(answers.batch.split!.cost).toBeNull();
    expect(codes(answers.cheapest)).toEqual(["no-price"]);
    expect(plan({}, { price: null }).frontier).toEqual([]);
  });
  it("without a batch price what has one is taken where it is in time", () => {
    const price = { input: "2", output: "8" };
    expect(outline(plan({ deadlineHours: 1 }, { price }).own.answers.cheapest)).toEqual([0, 25 / 60, "50"]);
    expect(codes(plan({ deadlineHours: 312 }, { price, limits: { rpm: 0.001 } }).own.answers.cheapest)).toEqual([
      "no-price",
    ]);
  });
});

describe("the monthly usage limit", () => {
  const over = (limit: string, backlog: object = {}) =>
    plan({ ...backlog }, { monthlyUsageLimitUsd: limit }).own.answers.batch.split!;
  it.each([
    ["25", false],
    ["24.99", true],
    ["25.01", false],
  ])("$25 of work under a limit of $%s", (limit, stops) => expect(over(limit).overUsageLimit).toBe(stops));
  it("of a job of many months what falls into one counts: 730 hours of waves", () => {
    // 2,000 × 730 ÷ 24 = 60,833.33… requests at $0.001.
    const split = over("60.84", { total: 1_000_000 });
    expect([usd(split.cost), usd(split.costInMonth), split.overUsageLimit]).toEqual(["1000", "60.833333", false]);
    expect(over("60.83", { total: 1_000_000 }).overUsageLimit).toBe(true);
  });
});

describe("usage tiers side by side", () => {
  it("has all six, Free first; one's own limits of a catalogue model hold at one's own tier", () => {
    const { tiers } = published(
      { model: "o3-mini", total: 25_000, inputTokens: 1000 },
      { usageTier: 2, modelOverrides: [{ model: "o3-mini", limits: { batchQueueTokens: 5_000_000 } }] },
    );
    const waves = ({ answers: { batch } }: TierPlan) => batch.split && Number(batch.split.waves);
    expect(tiers.map((tier) => [tier.usageTier, waves(tier)])).toEqual([
      ["free", null],
      [1, 25],
      [2, 5],
      [3, 1],
      [4, 1],
      [5, 1],
    ]);
  });
});

describe("the frontier", () => {
  const points = ({ frontier }: BacklogPlan) =>
    frontier.map(({ batch, hours: time, cost }: Split) => [Number(batch), toNumber(time), Number(usd(cost))]);
  it("goes from the earliest to the cheapest, a wave at a time", () => {
    expect(points(plan({ total: 5000 }, rate))).toEqual([
      [2000, 100 / 3, 8],
      [4000, 48, 6],
      [5000, 72, 5],
    ]);
  });
  it("is one point where nothing is gained by waiting", () =>
    expect(points(plan({ total: 1 }, { limits: { batchQueueTokens: 1 } }))).toEqual([[0, 1 / 60_000, 0.002]]));
  it("of a trillion requests has at most 200 points, both ends and the cheapest by the deadline among them", () => {
    const started = performance.now();
    const { frontier, own } = plan(
      { total: 1e12, deadlineHours: 87_600, budgetUsd: "1999999999" },
      { limits: { rpm: 1e6, tpm: 1e12 } },
    );
    expect(performance.now() - started).toBeLessThan(1000);
    expect(frontier.length).toBeLessThanOrEqual(200);
    expect(frontier.length).toBeGreaterThan(190);
    expect(frontier[0]!.batch).toBe(own.answers.earliest.split!.batch);
    expect(frontier.at(-1)).toMatchObject({ standard: 0n });
    expect(frontier.some(({ batch }) => batch === own.answers.cheapest.split!.batch)).toBe(true);
    for (let i = 1; i < frontier.length; i++) {
      expect(compare(frontier[i]!.hours, frontier[i - 1]!.hours)).toBeGreaterThan(0);
      expect(compare(frontier[i]!.cost!, frontier[i - 1]!.cost!)).toBeLessThan(0);
    }
  });
});

describe("a backlog made for a scenario without one", () => {
  const made = (...workloads: object[]) =>
    backlogOf(
      scenarioOf({
        workloads: workloads.map((own) => ({ model: "o1", requests: 10, per: "day", inputTokens: 5, ...own })),
      }),
    );
  it("is a month of the first batch workload, its sizes and cap", () => {
    expect(
      made(
        {},
        { serviceTier: "batch", requests: 50_000, visibleOutputTokens: 7, maxCompletionTokens: 9 },
        { serviceTier: "batch" },
      ),
    ).toEqual({
      madeFrom: 1,
      // 50,000 × 365 ÷ 12, rounded up.
      backlog: {
        model: "o1",
        total: 1_520_834,
        inputTokens: 5,
        cachedInputTokens: 0,
        visibleOutputTokens: 7,
        reasoningTokens: 0,
        maxCompletionTokens: 9,
        deadlineHours: 72,
        liveShare: 0.5,
      },
    });
  });
  it.each([
    [1, "month", 1],
    [0.001, "month", 1],
    [1.5, "month", 2],
    [1e12, "second", 1e12],
  ])("else of the first one: %d a %s are %d", (requests, per, total) =>
    expect(made({ requests, per })).toMatchObject({ madeFrom: 0, backlog: { total } }),
  );
});
