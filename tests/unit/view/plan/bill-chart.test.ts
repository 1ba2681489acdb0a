import { describe, expect, test } from "vitest";
import { billChart, type BillChart } from "@/lib/view/plan/charts";
import { chat, estimateOf, example, nightly } from "../../../support/make/chart-scenarios";

function drawn(raw: object): BillChart {
  const chart = billChart(estimateOf(raw));
  if (!chart.drawn) throw new Error(chart.reason);
  return chart;
}

describe("the worked example", () => {
  const chart = drawn(example);

  test("says what is dearest, and what of it", () => {
    expect(chart.finding).toBe("Support chat is 96\u202f% of the bill; its reasoning alone is 58\u202f%");
  });

  test("the table adds up", () => {
    expect(chart.table).toEqual({
      head: ["Workload", "Input", "Cached input", "Visible output", "Reasoning", "A month", "Of the bill"],
      rows: [
        ["Support chat", "$5,203.44", "$1,734.48", "$6,937.92", "$20,813.76", "$34,689.60", "96.1\u202f%"],
        ["Nightly labels", "$585.52", "", "$167.29", "$669.17", "$1,421.98", "3.9\u202f%"],
        ["Total", "", "", "", "", "$36,111.58", "100\u202f%"],
      ],
    });
  });

  test("bars are as long as their amounts, dearest first", () => {
    expect(chart.bars.map(({ name, amount, total }) => [name, amount, total])).toEqual([
      ["Support chat", "$34,689.60", 34_689.6],
      ["Nightly labels", "$1,421.98", 1421.9791666666667],
    ]);
    expect(Object.values(chart.bars[0]!.parts).reduce((a, b) => a + b, 0)).toBeCloseTo(34_689.6, 9);
    expect(chart.x.ticks.map(({ label }) => label)).toEqual(["$0", "$10k", "$20k", "$30k"]);
  });
});

test("one workload: its dearest line", () => {
  expect(drawn({ workloads: [{ ...chat, name: "Titles" }] }).finding).toBe(
    "Reasoning is 60\u202f% of Titles’ $34,689.60",
  );
});

test("twenty workloads: five bars and the rest, whose amount is exact", () => {
  const workloads = Array.from({ length: 20 }, (_, index) => ({ ...chat, name: `W${index}`, requests: 20 - index }));
  const { bars, table } = drawn({ workloads });
  expect(bars.map(({ name }) => name)).toEqual(["W0", "W1", "W2", "W3", "W4", "15 others"]);
  // 1 + … + 15 = 120 requests a minute, as in the worked example.
  expect(bars[5]!.amount).toBe("$34,689.60");
  expect(table.rows).toHaveLength(21);
});

test("workloads without a price are left out and counted; without any there is no chart", () => {
  const chart = drawn({ modelOverrides: [{ model: "acme" }], workloads: [chat, { ...chat, model: "acme" }] });
  expect(chart.units).toBe("Dollars a month by workload and line item; 1 without a price left out");
  expect(chart.bars).toHaveLength(1);
  expect(chart.table.rows.at(-1)!.slice(-2)).toEqual(["no price", ""]);
  expect(
    billChart(estimateOf({ modelOverrides: [{ model: "acme" }], workloads: [{ ...nightly, model: "acme" }] })),
  ).toMatchObject({ drawn: false, reason: "No workload has a price" });
  expect(
    billChart(
      estimateOf({
        modelOverrides: [{ model: "acme", price: { input: "0", output: "0" } }],
        workloads: [{ ...chat, model: "acme" }],
      }),
    ),
  ).toMatchObject({ drawn: false, reason: "Nothing to pay" });
});
