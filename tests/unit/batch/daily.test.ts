import { describe, expect, it } from "vitest";
import { planBacklog, sustainedUnder, type SplitAnswer } from "@/lib/batch";
import { toNumber, toShortestText } from "@/lib/money";
import { scenarioOf } from "../../support/make/checked";

// Limits of a day: a day’s worth is there at the start, and it refills evenly over 24 hours.

/** The 25,000 requests of 1,000 and 200 tokens on gpt-4o-mini that 10,000 requests a day hold up at tier 1. */
function mini(backlog: object = {}, rest: object = {}) {
  return planBacklog(
    scenarioOf({
      usageTier: 1,
      workloads: [{ model: "gpt-4o-mini", requests: 1, per: "month", inputTokens: 1 }],
      backlog: {
        model: "gpt-4o-mini",
        total: 25_000,
        inputTokens: 1_000,
        visibleOutputTokens: 200,
        liveShare: 0,
        deadlineHours: 1_000,
        ...backlog,
      },
      ...rest,
    }),
  );
}
const own = (limits: object, backlog: object = {}) =>
  mini({ model: "own", ...backlog }, { modelOverrides: [{ model: "own", limits }] }).own;
const hours = (answer: SplitAnswer) => answer.split && toShortestText(answer.split.hours);

describe("a limit of requests a day", () => {
  it("holds 25,000 requests on gpt-4o-mini at tier 1 up for 36 hours: (25,000 − 10,000) ÷ 10,000 × 24", () => {
    const { answers, standard } = mini().own;
    expect(hours(answers.standard)).toBe("36");
    expect(answers.standard.split!.standardBoundBy).toBe("rpd");
    expect([standard.rpd, standard.daily!.requests].map((amount) => toNumber(amount!))).toEqual([10_000, 10_000]);
  });

  it("leaves live traffic its share of a day too: (25,000 − 5,000) ÷ 5,000 × 24", () => {
    expect(hours(mini({ liveShare: 0.5 }).own.answers.standard)).toBe("96");
  });

  // 200,000 tokens a minute ÷ 1,200 are 10,000 requests an hour: the pace while the day lasts.
  it.each([
    [10_000, "1", "tpm"],
    [10_416, "1.0416", "tpm"],
    [10_417, "1.0417", "tpm"],
    [10_435, "1.044", "rpd"],
    [20_000, "24", "rpd"],
  ])("%d requests take %s hours, and wait for %s", (total, time, boundBy) => {
    const { split } = mini({ total }).own.answers.standard;
    expect([toShortestText(split!.hours), split!.standardBoundBy]).toEqual([time, boundBy]);
  });

  it("is none at tier 2, where 2,000,000 tokens a minute do it in 15 minutes", () => {
    const plan = mini({}, { usageTier: 2 });
    expect(hours(plan.own.answers.standard)).toBe("0.25");
    expect(plan.own.standard.daily).toBeNull();
  });

  it("takes nothing from batch: 13 waves at tier 1, 2 at tier 2", () => {
    expect(mini().own.answers.batch.split!.waves).toBe(13n);
    expect(mini({}, { usageTier: 2 }).own.answers.batch.split!.waves).toBe(2n);
  });

  it("is met by a split: the earliest fills the waves that are done before standard", () => {
    // One wave of 2,000 takes 24 h, and 23,000 as standard (23,000 − 10,000) ÷ 10,000 × 24 = 31.2 h; two waves
    // take 48 h.
    const { earliest, cheapest } = mini({ deadlineHours: 35 }).own.answers;
    expect([earliest.split!.batch, hours(earliest)]).toEqual([2_000n, "31.2"]);
    expect(cheapest.split!.batch).toBe(2_000n);
    // 24 h hold 10,000 and another 10,000.
    expect(mini({ deadlineHours: 24, total: 22_000 }).own.answers.cheapest.split!.batch).toBe(2_000n);
    expect(mini({ deadlineHours: 24, total: 22_001 }).own.answers.cheapest.split).toBeNull();
  });

  it("holds what is spent in a month of 730 hours: 10,000 and 730 ÷ 24 × 10,000", () => {
    const { split } = mini({ total: 1_000_000, inputTokens: 1_000_000 / 1_000, visibleOutputTokens: 0 }).own.answers
      .standard;
    // 10,000 + 304,166.67 requests of 1,000 tokens at $0.15 a million.
    expect(toNumber(split!.costInMonth!)).toBeCloseTo((10_000 + (730 / 24) * 10_000) * 0.00015, 9);
  });

  it("is what a long backlog sustains: 10,000 ÷ 1,440 a minute, whatever a request is charged", () => {
    expect(toNumber(sustainedUnder(mini(), "actual")!)).toBeCloseTo(10_000 / 1_440, 12);
    expect(toNumber(sustainedUnder(mini({ total: 5_000 }), "actual")!)).toBeCloseTo(200_000 / 1_200, 9);
  });
});

describe("a limit of tokens a day", () => {
  const limits = { rpm: 1_000, tpm: 1_000_000, tpd: 6_000_000 };

  it("holds requests by their charge: 6,000,000 ÷ 1,200 are 5,000, and (25,000 − 5,000) ÷ 5,000 × 24 h", () => {
    const { answers, standard } = own(limits);
    expect([hours(answers.standard), answers.standard.split!.standardBoundBy]).toEqual(["96", "tpd"]);
    expect(standard.daily).toMatchObject({ boundBy: "tpd" });
  });

  it("goes behind requests a day where these are tighter", () => {
    expect(own({ ...limits, rpd: 4_000 }).standard.daily!.boundBy).toBe("rpd");
    expect(own({ ...limits, rpd: 5_000 }).standard.daily!.boundBy).toBe("rpd");
    expect(own({ ...limits, rpd: 5_001 }).standard.daily!.boundBy).toBe("tpd");
  });

  it("below the charge of one request is never enough", () => {
    expect(own({ ...limits, tpd: 1_199 }).standard.obstacles).toMatchObject([{ code: "request-exceeds-tpd" }]);
    expect(own({ ...limits, tpd: 1_200 }).standard.obstacles).toEqual([]);
  });
});

describe("a slow walk through the hours", () => {
  /** Sends what it can every second: by the pace of a minute, and as long as the day’s bucket holds a request. */
  function walked(total: number, perSecond: number, aDay: number): number {
    let [bucket, sent, seconds] = [aDay, 0, 0];
    for (; sent < total; seconds++) {
      const now = Math.min(perSecond, bucket, total - sent);
      sent += now;
      bucket = Math.min(aDay, bucket - now + aDay / 86_400);
    }
    return seconds / 3600;
  }

  it.each([
    [25_000, 0],
    [25_000, 0.5],
    [12_345, 0.2],
    [3_000, 0.9],
  ])("of %d requests with %d left to live traffic ends within a minute of the plan’s", (total, liveShare) => {
    const { split } = mini({ total, liveShare }).own.answers.standard;
    const slow = walked(total, (10_000 / 3600) * (1 - liveShare), 10_000 * (1 - liveShare));
    expect(Math.abs(toNumber(split!.hours) - slow)).toBeLessThan(1 / 60);
  });
});

describe("a way that only an unpublished limit closes", () => {
  it("has a cost all the same, and no time", () => {
    const { batch, standard } = mini({ model: "gpt-6-luna", total: 1_000_000 }).own.answers;
    // 1,000 × $0.10 and 200 × $0.50 a million, a million times; batch is half.
    expect([batch, standard].map((answer) => answer.split)).toEqual([null, null]);
    const costs = [batch, standard].map((answer) => (answer.split ? null : toShortestText(answer.untimed!.cost!)));
    expect(costs).toEqual(["100", "200"]);
  });

  it("has none where a request can never run", () => {
    const { standard } = mini({ model: "gpt-4", inputTokens: 8_000, visibleOutputTokens: 4_000 }).own.answers;
    expect(standard).toMatchObject({ split: null });
    expect(standard).not.toHaveProperty("untimed");
  });
});

describe("a backlog of long requests", () => {
  it("goes by the limits of long requests: at tier 1 of gpt-4.1, 2,000,000 in the queue and 200,000 a minute", () => {
    const plan = (inputTokens: number) =>
      mini({ model: "gpt-4.1", inputTokens, visibleOutputTokens: 0, total: 100 }).own;
    const { batch, standard } = plan(150_000);
    expect([batch.perWave, toNumber(standard.perMinute!)]).toEqual([13n, 200_000 / 150_000]);
    expect(plan(110_000).standard.obstacles).toMatchObject([{ code: "request-exceeds-tpm" }]);
    expect(plan(110_000).batch.obstacles).toMatchObject([{ code: "input-exceeds-queue" }]);
    expect(plan(210_000).standard.obstacles).toMatchObject([{ code: "request-exceeds-tpm" }]);
    expect(plan(210_000).batch.perWave).toBe(9n);
  });
});
