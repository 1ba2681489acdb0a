import { describe, expect, test } from "vitest";
import { usageCost, usageFit } from "@/lib/estimate";
import { toFixedText, type Exact } from "@/lib/money";
import { workloadsOf } from "@/lib/usage";
import { reportOf, type LogRow } from "../../../support/make/usage-report";

// What a log costs and whether it fits, by pencil and paper.

const at = (time: string) => Date.parse(time);
const usd = (amount: Exact | null) => amount && toFixedText(amount, 9);

/** A million tokens in, of which so many cached, and half a million out. */
const million = (time: string, own: Partial<LogRow> = {}): LogRow => ({
  atMs: at(time),
  model: "o1-mini",
  input: 1_000_000,
  output: 500_000,
  ...own,
});

describe("what a log costs", () => {
  test("each day at the price then in force: the last day of one, the first of the next", () => {
    // $3.00 and $12.00 a million until 2025-01-31, $1.10 and $4.40 from then on.
    const report = reportOf([million("2025-01-30T23:59:59Z"), million("2025-01-31T00:00:00Z")]);
    expect(usd(usageCost(report, "dated")!.usd)).toBe("12.300000000");
    expect(usd(usageCost(report, "2025-01-30")!.usd)).toBe("18.000000000");
    expect(usd(usageCost(report, "2026-11-23")!.usd)).toBe("6.600000000");
  });

  test("cached input has its own price where there is one, and is never counted twice", () => {
    const report = reportOf([million("2025-02-01T00:00:00Z", { cached: 400_000, reasoning: 300_000 })]);
    // 0.6 × 1.10 + 0.4 × 0.55 + 0.5 × 4.40; in batch there is no cached price: 1 × 0.55 + 0.5 × 2.20.
    expect(usd(usageCost(report, "dated")!.usd)).toBe("3.080000000");
    expect(usd(usageCost(report, "dated", { serviceTier: "batch" })!.usd)).toBe("1.650000000");
    expect(usd(usageCost(report, "dated", { model: "o1", serviceTier: "standard" })!.usd)).toBe("42.000000000");
    // Before 2024-10-01 there was no cached price.
    expect(usd(usageCost(report, "2024-09-30")!.usd)).toBe("9.000000000");
  });

  test("a service tier of the log’s own is priced as it was", () => {
    const report = reportOf([
      million("2025-02-01T00:00:00Z", { serviceTier: "batch" }),
      million("2025-02-01T00:00:01Z"),
    ]);
    const { groups, usd: all } = usageCost(report, "dated")!;
    expect(groups.map(usd).sort()).toEqual(["1.650000000", "3.300000000"]);
    expect(usd(all)).toBe("4.950000000");
  });

  test("an unknown model has no price, never 0; the rest is known, and the whole is not", () => {
    const report = reportOf([
      million("2025-02-01T00:00:00Z"),
      million("2025-02-01T00:00:01Z", { model: "my-model" }),
      million("2025-02-01T00:00:02Z", { model: null }),
    ]);
    const bill = usageCost(report, "dated")!;
    expect(bill.usd).toBeNull();
    expect(usd(bill.known)).toBe("3.300000000");
    expect(new Set(bill.unpriced)).toEqual(new Set(["my-model", null]));
    expect(usd(usageCost(report, "2026-11-23", { model: "o3-mini", serviceTier: "standard" })!.usd)).toBe(
      "9.900000000",
    );
  });

  test("a day before the first price has none", () => {
    expect(usageCost(reportOf([million("2024-09-11T12:00:00Z")]), "dated")).toMatchObject({
      usd: null,
      known: null,
      unpriced: ["o1-mini"],
    });
  });

  test("without days no price of dates; without tokens told no price at all", () => {
    const report = reportOf([million("2025-02-01T00:00:00Z")]);
    expect(usageCost({ ...report, days: [] }, "dated")).toBeNull();
    expect(usageCost({ ...report, told: { ...report.told, input: false } }, "2026-11-23")).toBeNull();
  });

  test("tokens of no day are said", () => {
    const report = reportOf([million("2025-02-01T00:00:00Z"), million("2025-02-02T00:00:00Z")]);
    expect(usageCost({ ...report, days: report.days.slice(0, 1) }, "dated")).toMatchObject({
      usd: null,
      undatedTokens: 1_500_000,
    });
  });

  test("prices of long requests are left out and named where a request is long enough", () => {
    const long = (input: number) =>
      reportOf([{ atMs: at("2026-11-20T00:00:00Z"), model: "gpt-5.5", input, output: 1 }]);
    expect(usageCost(long(1_000), "2026-11-23")!.longContext).toEqual([]);
    expect(usageCost(long(1_000_000), "2026-11-23")!.longContext).toEqual(["gpt-5.5"]);
    // Failed requests alone have no size, no price to lack, and make no workload.
    const failed = reportOf([
      million("2026-11-20T00:00:00Z", { input: 10, output: 1 }),
      million("2026-11-20T00:00:01Z", { model: null, failed: true }),
    ]);
    expect(usageCost(failed, "2026-11-23", { model: "gpt-5.5" })!.longContext).toEqual([]);
    expect(usageCost(failed, "2026-11-23")!.unpriced).toEqual([]);
    expect(workloadsOf(failed, "o1").made.map(({ group }) => group.model)).toEqual(["o1-mini"]);
  });
});

describe("which tier it would have fitted", () => {
  const SECOND = 1_000;
  const many = (count: number, own: Partial<LogRow> = {}): LogRow[] =>
    Array.from({ length: count }, (_, index) => ({
      atMs: at("2025-02-01T00:00:00Z") + index * SECOND * 0.1,
      model: "o1-mini",
      input: 100,
      output: 10,
      ...own,
    }));

  test("500 requests in a minute fit tier 1 of o1-mini, 501 do not", () => {
    expect(usageFit(reportOf(many(500)))!.minimumUsageTier).toBe(1);
    expect(usageFit(reportOf(many(501)))!.minimumUsageTier).toBe(2);
  });

  test("200,000 tokens in a minute fit, 200,001 do not", () => {
    const tokens = (last: number) =>
      reportOf([...many(1, { input: 199_000, output: 900 }), ...many(1, { input: 100, output: last })]);
    expect(usageFit(tokens(0))!.minimumUsageTier).toBe(1);
    expect(usageFit(tokens(1))!.minimumUsageTier).toBe(2);
  });

  test("an alias and its snapshot share a pool: at most the sum of their peaks", () => {
    const fit = usageFit(reportOf([...many(300), ...many(300, { model: "o1-mini-2024-09-12" })]))!;
    expect(fit.pools).toHaveLength(1);
    expect(fit.pools[0]).toMatchObject({ pool: "o1-mini", atMost: true });
    expect(fit.pools[0]!.tiers[0]!.against[0]).toMatchObject({ peak: 600, limit: 500, over: true });
  });

  test("one request above the tokens a minute never runs", () => {
    const [first, second] = usageFit(reportOf(many(1, { input: 200_001, output: 0 })))!.pools[0]!.tiers;
    expect(first).toMatchObject({ never: true, fits: false });
    expect(second).toMatchObject({ never: false, fits: true });
  });

  test("a model without limits leaves it open; batch has a queue of its own; all may go to one model", () => {
    const unknown = reportOf(many(1, { model: "my-model" }));
    expect(usageFit(unknown)).toMatchObject({ pools: [], unknown: ["my-model"], minimumUsageTier: null });
    expect(usageFit(unknown, "o3-mini")).toMatchObject({ unknown: [], minimumUsageTier: 1 });
    expect(usageFit(reportOf(many(600, { serviceTier: "batch" })))).toBeNull();
  });
});
