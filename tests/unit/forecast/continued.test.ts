import { describe, expect, it } from "vitest";
import { estimate, movedTo } from "@/lib/estimate";
import {
  continuedForecast,
  forecast,
  forecastAndFurther,
  growthThatFits,
  type Forecast,
  type ForecastMonth,
} from "@/lib/forecast";
import { add, compare, exact, multiply, toFixedText, type Exact } from "@/lib/money";
import { checkScenario, type Growth, type Scenario } from "@/lib/scenario";

const SMALL = { requests: 2, per: "minute", peakToMean: 3, inputTokens: 1000, visibleOutputTokens: 500 };

function scenarioOf(models: readonly string[], changes: Record<string, unknown> = {}): Scenario {
  const workloads = models.map((model) => ({ ...SMALL, model }));
  const checked = checkScenario({ asOf: "2026-11-27", usageTier: 5, workloads, ...changes });
  if (!("scenario" in checked)) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

const growth = (percentPerMonth: number, months: number): Growth => ({ percentPerMonth, months });
const ofHours = (hours: number, month: Exact) => multiply(month, exact(BigInt(hours), 730n));
const monthly = (scenario: Scenario) => estimate(scenario).cost.perMonth!;
const modelsIn = ({ base }: ForecastMonth) => [...base.facts.keys()];
const usd = (amount: Exact | null) => amount && toFixedText(amount, 6);
const dated = ({ months }: Forecast) =>
  months.flatMap(({ events }) => events.map((event) => `${event.kind} ${"day" in event ? event.day : event.on}`));

describe("a forecast goes on with the successor of a model that ends", () => {
  // gpt-5-mini ends on 11 December 2026, 14 days into the month from 27 November; gpt-6.1-terra is named.
  const now = scenarioOf(["gpt-5-mini"]);
  const next = movedTo(now, "gpt-5-mini", "gpt-6.1-terra");
  const found = continuedForecast(now, growth(10, 3));

  it("from the day on: that month is paid by its hours, later ones on the successor alone", () => {
    const mixed = add(ofHours(14 * 24, monthly(now)), ofHours(730 - 14 * 24, monthly(next)));
    const costs = [mixed, multiply(monthly(next), exact(11n, 10n)), multiply(monthly(next), exact(121n, 100n))];
    expect(found.months.map(({ perMonth }) => usd(perMonth))).toEqual(costs.map(usd));
    expect(found.months.map(modelsIn)).toEqual([["gpt-5-mini", "gpt-6.1-terra"], ["gpt-6.1-terra"], ["gpt-6.1-terra"]]);
    expect(found.months[0]!.parts.map(({ from, hours }) => [from, hours])).toEqual([
      ["2026-11-27", 336],
      ["2026-12-11", 394],
    ]);
    expect(found.changes).toEqual([
      { on: "2026-12-11", model: "gpt-5-mini", successor: "gpt-6.1-terra", goesOn: true },
    ]);
    expect(found.endsOn).toBeNull();
    expect(dated(found)).toEqual(["shutdown 2026-12-11"]);
  });

  it("and leaves the contract’s rows as they are", () => {
    expect(forecast(now, growth(10, 3)).months.map(({ perMonth }) => usd(perMonth))).toEqual(
      [exact(1n), exact(11n, 10n), exact(121n, 100n)].map((times) => usd(multiply(monthly(now), times))),
    );
  });

  it("has the limits of both models in that month, then those of the successor", () => {
    const pools = found.months.map(({ limits }) =>
      limits.map(({ demand: { pool, dimension } }) => `${pool} ${dimension}`),
    );
    const of = (pool: string) => [`${pool} rpm`, `${pool} tpm`];
    expect(pools[0]).toEqual([...of("gpt-5-mini"), ...of("gpt-6.1-terra"), "account monthly-usage"]);
    expect(pools[1]).toEqual([...of("gpt-6.1-terra"), "account monthly-usage"]);
  });

  it("is what it was where no model ends in its months", () => {
    const lasting = scenarioOf(["gpt-5.6-terra", "gpt-5.4-mini"]);
    expect(continuedForecast(lasting, growth(8, 24))).toStrictEqual(forecast(lasting, growth(8, 24)));
  });

  it("each model on its own day, the others as they are", () => {
    const both = continuedForecast(scenarioOf(["gpt-5-mini", "gpt-4.1", "gpt-5.6-terra"]), growth(0, 4));
    expect(both.changes.map(({ on, successor }) => `${on} ${successor}`)).toEqual([
      "2026-12-11 gpt-6.1-terra",
      "2027-01-14 gpt-6-luna",
    ]);
    expect(modelsIn(both.months[3]!)).toEqual(["gpt-6.1-terra", "gpt-6-luna", "gpt-5.6-terra"]);
  });

  it("along a chain: o1-mini, then o4-mini, then gpt-5.6-terra", () => {
    const chain = continuedForecast(scenarioOf(["o1-mini"], { asOf: "2025-09-01" }), growth(0, 18));
    expect(chain.changes.map(({ on, model, successor }) => [on, model, successor])).toEqual([
      ["2025-10-27", "o1-mini", "o4-mini"],
      ["2026-10-23", "o4-mini", "gpt-5.6-terra"],
    ]);
    expect(modelsIn(chain.months.at(-1)!)).toEqual(["gpt-5.6-terra"]);
  });

  it("from the first day where it had ended before, past successors that have ended too", () => {
    const gone = continuedForecast(scenarioOf(["o1-mini"]), growth(0, 2));
    expect(gone.changes).toEqual([{ on: "2025-10-27", model: "o1-mini", successor: "gpt-5.6-terra", goesOn: true }]);
    expect(gone.months.map(modelsIn)).toEqual([["gpt-5.6-terra"], ["gpt-5.6-terra"]]);
  });

  it("passes the budget and the usage limit on days that go by what each part costs", () => {
    // $100 is spent in the part on the successor: 336 hours at the old rate, then the rest at the new one.
    const budget = toFixedText(add(ofHours(336, monthly(now)), ofHours(24, monthly(next))), 6);
    const limited = continuedForecast(scenarioOf(["gpt-5-mini"], { monthlyBudgetUsd: budget }), growth(0, 2));
    expect(dated(limited)).toEqual(["budget 2026-12-12", "shutdown 2026-12-11"]);
  });

  it("finds the growth that just fits on the models it goes on with", () => {
    const budget = toFixedText(multiply(monthly(next), exact(2n)), 6);
    const [least] = growthThatFits(
      continuedForecast(scenarioOf(["gpt-5-mini"], { monthlyBudgetUsd: budget }), growth(1, 3)),
    );
    expect([least!.limit, least!.percentPerMonth]).toEqual([null, 41.421]);
  });
});

describe("where nothing is named that has a price, it ends on that day", () => {
  // gpt-5.1 ends on 1 April 2027, five days into the month from 27 March; no successor is named.
  const found = continuedForecast(scenarioOf(["gpt-5.1"]), growth(0, 12));

  it("within its last month, whose cost is up to then", () => {
    expect([found.months.length, found.endsOn, found.months.at(-1)!.from]).toEqual([5, "2027-04-01", "2027-03-27"]);
    const whole = monthly(scenarioOf(["gpt-5.1"]));
    expect(found.months.map(({ perMonth }) => usd(perMonth))).toEqual([
      ...Array.from({ length: 4 }, () => usd(whole)),
      usd(ofHours(5 * 24, whole)),
    ]);
    expect(found.changes).toEqual([{ on: "2027-04-01", model: "gpt-5.1", successor: null, goesOn: false }]);
  });

  it("though others would go on", () => {
    const both = continuedForecast(scenarioOf(["gpt-5.1", "gpt-4.1"]), growth(0, 12));
    expect([both.endsOn, both.changes.map(({ goesOn }) => goesOn)]).toEqual(["2027-04-01", [true, false]]);
  });

  it("at the end of a month where that is the day", () => {
    const whole = continuedForecast(scenarioOf(["gpt-5.1"], { asOf: "2027-02-01" }), growth(0, 12));
    expect([whole.months.length, whole.months.at(-1)!.parts.map(({ hours }) => hours)]).toEqual([2, [730]]);
  });

  it("and where the successor has no price in the service tier", () => {
    const flex = { ...SMALL, model: "gpt-5-nano", serviceTier: "flex" };
    const { changes, endsOn } = continuedForecast(scenarioOf([], { workloads: [flex] }), growth(0, 6));
    const isSold = estimate(scenarioOf([], { workloads: [{ ...flex, model: "gpt-6-luna" }] })).cost.perMonth !== null;
    expect([changes[0]!.goesOn, endsOn === null]).toEqual([isSold, isSold]);
  });

  it("but counts a model that had ended before, with nothing in its place, as entered", () => {
    const gone = continuedForecast(scenarioOf(["gpt-5.1"], { asOf: "2027-05-01" }), growth(0, 2));
    expect([gone.changes, gone.endsOn, gone.months.length]).toEqual([[], null, 2]);
  });
});

describe("the usage tier follows what is paid on the models it goes on with", () => {
  it("by the month in which the successor made it dearer", () => {
    const now = scenarioOf(["gpt-5-mini"], { usageTier: 1 });
    const { months } = continuedForecast(now, { ...growth(0, 3), tierFollows: true });
    expect(compare(months[1]!.paidBefore!, months[0]!.perMonth!)).toBe(0);
    // $109.50 a month on gpt-5-mini would have reached tier 3 and stayed.
    expect(months.map(({ usageTier }) => usageTier)).toEqual([1, 3, 4]);
  });
});

describe("a forecast and the same a year longer", () => {
  it.each([
    ["gpt-5-mini", 3],
    ["gpt-5.1", 3],
    ["gpt-5.1", 12],
    ["gpt-5.6-terra", 2],
  ])("are what each is alone: %s, %i months", (model, months) => {
    const workload = { ...SMALL, model, ranges: { requests: [1, 4] } };
    const now = scenarioOf([], { workloads: [workload], monthlyBudgetUsd: "300" });
    const both = forecastAndFurther(now, growth(10, months));
    expect(both.forecast).toStrictEqual(continuedForecast(now, growth(10, months)));
    expect({ ...both.further, band: null }).toStrictEqual({
      ...continuedForecast(now, growth(10, months + 12)),
      band: null,
    });
  });
});
