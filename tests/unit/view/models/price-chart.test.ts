import { describe, expect, test } from "vitest";
import { findModel, type Model } from "@/lib/catalogue";
import { priceChart } from "@/lib/view/models";

const model = (id: string): Model => findModel(id)!;

describe("o1-mini", () => {
  const chart = priceChart(model("o1-mini"));

  test("says what the last change did", () => {
    expect(chart.finding).toBe("o1-mini became 63\u202f% cheaper on 31\u00a0Jan\u00a02025: $1.10 in and $4.40 out");
  });

  test("steps change on the day of the change; a price that was not published is none", () => {
    const days = chart.steps.map(({ day }) => day - chart.steps[0]!.day);
    expect(days).toEqual([0, 19, 141, 410]);
    expect(chart.steps.map(({ prices }) => [prices.input, prices.cachedInput, prices.output])).toEqual([
      [3, null, 12],
      [3, 1.5, 12],
      [1.1, 0.55, 4.4],
      [1.1, 0.55, 4.4],
    ]);
    expect(chart.lines.map(({ text }) => text)).toEqual(["input $1.10", "cached input $0.55", "output $4.40"]);
    expect(chart.retired!.text).toBe("retired 27\u00a0Oct\u00a02025");
  });

  test("the table holds every row, batch prices too", () => {
    expect(chart.table.rows).toEqual([
      ["12\u00a0Sep\u00a02024", "$3.00", "–", "$12.00", "$1.50", "$6.00"],
      ["1\u00a0Oct\u00a02024", "$3.00", "$1.50", "$12.00", "$1.50", "$6.00"],
      ["31\u00a0Jan\u00a02025", "$1.10", "$0.55", "$4.40", "$0.55", "$2.20"],
      ["27\u00a0Oct\u00a02025", "retired", "", "", "", ""],
    ]);
  });
});

test("a price that never changed", () => {
  expect(priceChart(model("o1")).finding).toBe("o1 cost $15.00 in and $60.00 out, from its first day to its last");
  expect(priceChart({ ...model("o1"), retirement: null }).finding).toBe(
    "o1 costs $15.00 in and $60.00 out, unchanged since 17\u00a0Dec\u00a02024",
  );
});

test("a price that rose, for input alone", () => {
  const [first] = model("o1").prices;
  const prices = [
    { ...first!, until: "2025-06-01" },
    {
      ...first!,
      from: "2025-06-01",
      prices: { ...first!.prices, standard: { ...first!.prices.standard, input: "18.00" } },
    },
  ];
  expect(priceChart({ ...model("o1"), prices }).finding).toBe(
    "o1 became 20\u202f% dearer on 1\u00a0Jun\u00a02025 for input: $18.00 in and $60.00 out",
  );
});

test("a retirement still to come is said so, and ends the axis", () => {
  const chart = priceChart({ ...model("o1"), retirement: { ...model("o1").retirement!, on: "2030-01-01" } });
  expect(chart.retired!.text).toBe("retires 1\u00a0Jan\u00a02030");
  expect(chart.x.to).toBe(chart.retired!.day);
  expect(chart.finding).toMatch(/^o1 costs/);
});
