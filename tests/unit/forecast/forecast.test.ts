import { describe, expect, it } from "vitest";
import { dearestMonth, forecast, growthThatFits, type Forecast } from "@/lib/forecast";
import { toFixedText } from "@/lib/money";
import { checkScenario, type Growth, type Scenario } from "@/lib/scenario";

function scenario(changes: Record<string, unknown> = {}, workload: Record<string, unknown> = {}): Scenario {
  const checked = checkScenario({
    asOf: "2026-11-27",
    usageTier: 4,
    workloads: [
      { model: "gpt-5.6-terra", requests: 40, per: "minute", inputTokens: 1000, visibleOutputTokens: 100, ...workload },
    ],
    ...changes,
  });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

/** A model of one dollar a million input tokens and these limits: 1,000 tokens a request cost a tenth of a cent. */
const own = (limits: Record<string, number>) => ({
  usageTier: 5,
  modelOverrides: [{ model: "own", price: { input: "1", output: "0" }, limits: { rpm: 1e9, tpm: 1e12, ...limits } }],
});
const onOwn = { model: "own", requests: 100, inputTokens: 1000, visibleOutputTokens: 0 };

const growth = (percentPerMonth: number, months: number, more: Partial<Growth> = {}): Growth => ({
  percentPerMonth,
  months,
  ...more,
});
const limitsPassed = ({ months }: Forecast) =>
  months.flatMap(({ month, events }) =>
    events.flatMap((event) => (event.kind === "limit" ? [`${month} ${event.dimension} ${event.usageTier}`] : [])),
  );
const tiers = ({ months }: Forecast) => months.map(({ usageTier }) => usageTier);

describe("a limit that growth meets exactly", () => {
  // Doubled each month: 100, 200, 400, 800, 1,600 requests a minute.
  it.each([
    ["just under", 799, 3],
    ["exactly", 800, 4],
    ["just over", 801, 4],
    ["a month earlier", 400, 3],
    ["a hair below that", 399.999, 2],
  ])("is passed in the first month whose demand is above it: %s, %d requests a minute", (_, rpm, month) => {
    const found = forecast(scenario(own({ rpm }), onOwn), growth(100, 6));
    expect(limitsPassed(found)).toEqual([`${month} rpm 5`]);
    expect(found.months.map(({ fits }) => fits)).toEqual([0, 1, 2, 3, 4, 5].map((k) => k < month));
  });

  it("is decided on the fraction: 1.08^5 of 100 is 146.9328077, which no three decimals hold", () => {
    const passed = (tpm: number) => limitsPassed(forecast(scenario(own({ tpm }), onOwn), growth(8, 6)));
    expect(passed(146_932.807)).toEqual(["5 tpm 5"]);
    expect(passed(146_932.808)).toEqual([]);
  });
});

describe("a budget that growth meets exactly", () => {
  // 100 a minute × 43,800 minutes × $0.001 = $4,380; doubled: 8,760, 17,520.
  it.each([
    ["8759.999999", 1],
    ["8760", 2],
    ["8760.000001", 2],
    ["4379.99", 0],
  ])("of $%s is passed in month %i", (monthlyBudgetUsd, month) => {
    const found = forecast(scenario({ ...own({}), monthlyBudgetUsd }, onOwn), growth(100, 4));
    const passed = found.months.filter(({ events }) => events.some(({ kind }) => kind === "budget"));
    expect(passed.map((one) => one.month)).toEqual([month]);
    expect(found.months.map(({ isOverBudget }) => isOverBudget)).toEqual([0, 1, 2, 3].map((k) => k >= month));
  });
});

describe("cost in all", () => {
  it("is the sum of the exact months, not of the rounded ones", () => {
    const { months } = forecast(scenario(own({}), { ...onOwn, requests: 0.001, per: "month" }), growth(33.333, 3));
    // A month is $0.000001; times 1.33333 and 1.33333².
    expect(months.map(({ cumulative }) => toFixedText(cumulative!, 12))).toEqual([
      "0.000001000000",
      "0.000002333330",
      "0.000004111099",
    ]);
  });

  it("and the tier are unknown from the first month without a price on", () => {
    const { months } = forecast(
      scenario({ asOf: "2026-10-01", usageTier: 1 }, { model: "gpt-6.1-terra" }),
      growth(0, 3, { tierFollows: true, paidUsd: "100" }),
    );
    expect(months.map(({ perMonth }) => perMonth !== null)).toEqual([false, true, true]);
    expect(months.map(({ cumulative }) => cumulative)).toEqual([null, null, null]);
    expect(months.map(({ usageTier }) => usageTier)).toEqual([3, 3, 3]);
    expect(months[0]!.events).toEqual([{ kind: "price", on: "2026-10-26", model: "gpt-6.1-terra" }]);
  });
});

describe("the usage tier as it follows what is paid", () => {
  // $10 a month, not growing; the ladder is $5, $50, $100, $250, $1,000.
  const tenDollars = { ...onOwn, requests: 10_000, per: "month" };

  it("rises in the month after the payments reach the threshold: from Free and nothing paid", () => {
    const found = forecast(
      scenario({ ...own({}), usageTier: "free" }, tenDollars),
      growth(0, 12, { tierFollows: true }),
    );
    // Paid before month 5: $50.
    expect(tiers(found)).toEqual(["free", 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3]);
  });

  it("starts from what was paid before, and counts a cent", () => {
    const ladder = (paidUsd: string) =>
      tiers(forecast(scenario({ ...own({}), usageTier: 1 }, tenDollars), growth(0, 3, { tierFollows: true, paidUsd })));
    expect(ladder("229.99")).toEqual([3, 3, 3]);
    expect(ladder("230")).toEqual([3, 3, 4]);
    expect(ladder("990")).toEqual([4, 5, 5]);
  });

  it("is never below the tier entered, and stays where it does not follow", () => {
    const at4 = scenario({ ...own({}), usageTier: 4 }, tenDollars);
    expect(tiers(forecast(at4, growth(0, 3, { tierFollows: true })))).toEqual([4, 4, 4]);
    expect(tiers(forecast(at4, growth(0, 3, { paidUsd: "5000" })))).toEqual([4, 4, 4]);
  });

  it("leaves the limits of the user’s own account at the tier they were entered for", () => {
    const found = forecast(
      scenario(
        {
          usageTier: 1,
          monthlyUsageLimitUsd: "100000",
          modelOverrides: [{ model: "gpt-5.6-terra", limits: { tpm: 123_456 } }],
        },
        { requests: 1 },
      ),
      growth(0, 2, { tierFollows: true, paidUsd: "999.99" }),
    );
    const tpm = (month: number) =>
      found.months[month]!.limits.find(({ demand }) => demand.dimension === "tpm")!.limit!.near;
    const usage = (month: number) => found.months[month]!.limits.at(-1)!.limit!.near;
    expect(tiers(found)).toEqual([4, 5]);
    expect([tpm(0), usage(0)]).toEqual([4_000_000, 5_000]);
    expect([tpm(1), usage(1)]).toEqual([40_000_000, 200_000]);
  });
});

describe("events", () => {
  const kinds = (found: Forecast) =>
    found.months.flatMap(({ month, events }) => events.map((event) => `${month} ${event.kind} ${event.on}`));

  it("tell a shutdown in the month that holds its day, and a limit in the first month over it", () => {
    const found = forecast(scenario({ usageTier: 5 }, { model: "gpt-5", requests: 1 }), growth(0, 3));
    expect(kinds(found)).toEqual(["0 shutdown 2026-12-11"]);
    expect(kinds(forecast(scenario({ asOf: "2026-11-11" }, { model: "gpt-5", requests: 1 }), growth(0, 3)))).toEqual([
      "1 shutdown 2026-12-11",
    ]);
    // On its own day it is in force already.
    expect(kinds(forecast(scenario({ asOf: "2026-12-11" }, { model: "gpt-5", requests: 1 }), growth(0, 3)))).toEqual(
      [],
    );
  });

  it("tell a listed price that begins; it counts from the next month on", () => {
    const found = forecast(scenario({ asOf: "2025-01-15", usageTier: 5 }, { model: "o1-mini" }), growth(0, 3));
    expect(kinds(found)).toEqual(["0 price 2025-01-31"]);
    const [before, after] = found.months.map(({ perMonth }) => toFixedText(perMonth!, 2));
    // $3 and $12 a million, then $1.10 and $4.40.
    expect([before, after]).toEqual(["7358.40", "2698.08"]);
  });

  it("tell a limit again where it is passed at a higher tier", () => {
    const found = forecast(
      scenario({ usageTier: 4 }, { requests: 1000, visibleOutputTokens: 1000 }),
      growth(50, 4, { tierFollows: true }),
    );
    expect(limitsPassed(found)).toEqual(["0 monthly-usage 4", "1 monthly-usage 5"]);
  });
});

describe("the growth that would just fit", () => {
  const fitting = (found: Forecast) =>
    growthThatFits(found).map(({ limit, percentPerMonth }) => [limit?.dimension ?? "budget", percentPerMonth]);

  it("is the last of the field’s three decimals at which no month is over, and the next one is over", () => {
    const asked = scenario({ ...own({ rpm: 146.933, tpm: 133_100 }), monthlyBudgetUsd: "5000" }, onOwn);
    const found = forecast(asked, growth(5, 4));
    const rows = growthThatFits(found);
    // The cube roots of 5,000 ÷ 4,380, 1.331, 1.46933 and 200,000 ÷ 4,380: 1.0451198, 1.1, 1.1368592, 3.574254.
    expect(fitting(found)).toEqual([
      ["budget", 4.511],
      ["tpm", 10],
      ["rpm", 13.685],
      ["monthly-usage", 257.425],
    ]);
    for (const { limit, percentPerMonth } of rows) {
      const isOver = (percent: number) =>
        forecast(asked, growth(percent, 4)).months.some(({ limits, isOverBudget }) =>
          limit ? limits.some(({ over, demand }) => over && demand.dimension === limit.dimension) : isOverBudget,
        );
      expect([isOver(percentPerMonth!), isOver(Math.round(percentPerMonth! * 1000 + 1) / 1000)]).toEqual([false, true]);
    }
  });

  it("is none where the first month is over, any where only the first month counts", () => {
    const over = scenario(own({ rpm: 99.999 }), onOwn);
    expect(fitting(forecast(over, growth(0, 12)))[0]).toEqual(["rpm", null]);
    expect(fitting(forecast(scenario(own({ rpm: 100 }), onOwn), growth(0, 12))).find(([of]) => of === "rpm")).toEqual([
      "rpm",
      0,
    ]);
    expect(fitting(forecast(scenario(own({ rpm: 100 }), onOwn), growth(0, 1)))).toContainEqual(["rpm", 300]);
  });

  it("goes by the limits of the tier at which the forecast ends", () => {
    const found = forecast(scenario({ usageTier: 4 }), growth(0, 3, { tierFollows: true, paidUsd: "1000" }));
    expect(growthThatFits(found).every(({ limit }) => limit?.usageTier === 5)).toBe(true);
  });

  it("may be shrinking where a price rises later", () => {
    const found = forecast(
      scenario({ asOf: "2024-09-15", usageTier: 5, monthlyBudgetUsd: "10000" }, { model: "o1-mini" }),
      growth(0, 2),
    );
    expect(fitting(found)[0]![0]).toBe("budget");
  });
});

describe("the dearest month", () => {
  it("is the last of growth and the first of shrinking", () => {
    const cost = (percent: number) =>
      toFixedText(dearestMonth(forecast(scenario(own({}), onOwn), growth(percent, 3)))!, 2);
    expect([cost(100), cost(-50), cost(0)]).toEqual(["17520.00", "4380.00", "4380.00"]);
  });
});
