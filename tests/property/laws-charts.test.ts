import fc from "fast-check";
import { expect, test } from "vitest";
import { findModel } from "@/lib/catalogue";
import type { Scenario } from "@/lib/scenario";
import { estimate } from "@/lib/estimate";
import {
  billChart,
  capChart,
  capPlot,
  capReadings,
  tokensChart,
  tokensPlot,
  volumeChart,
  volumePlot,
  volumeReadings,
} from "@/lib/view/plan/charts";
import type { Axis, ChartText, Undrawn } from "@/lib/view/chart";
import { runs } from "../support/make/runs";
import { scenarios } from "../support/make/checked";

/** Every number and every text in a value, however deep. */
function leaves(value: unknown): (number | string)[] {
  if (typeof value === "number" || typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(leaves) : [];
}

function expectSound(value: unknown) {
  for (const leaf of leaves(value)) {
    if (typeof leaf === "number") expect(Number.isFinite(leaf)).toBe(true);
    else expect(leaf).not.toMatch(/NaN|Infinity|undefined|null|\[object|\d[eE][+-]?\d/);
  }
}

function expectAxis({ from, to, ticks }: Axis) {
  expect(from).toBeLessThan(to);
  expect(ticks.length).toBeGreaterThan(0);
  expect(ticks.map(({ value }) => value)).toEqual(ticks.map(({ value }) => value).toSorted((a, b) => a - b));
}

function expectWords(chart: ChartText | Undrawn) {
  expectSound(chart);
  if ("reason" in chart) return;
  const { head, rows } = chart.table;
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toHaveLength(head.length);
}

/** Without names of the user's own, which may be anything at all. */
function unnamed(scenario: Scenario): Scenario {
  const called = (model: string) =>
    findModel(model)
      ? model
      : `own-${"abcdefghijklmnopqrst"[scenario.modelOverrides.findIndex((own) => own.model === model)]}`;
  return {
    ...scenario,
    modelOverrides: scenario.modelOverrides.map((own) => ({ ...own, model: called(own.model) })),
    workloads: scenario.workloads.map((workload) => ({ ...workload, name: "", model: called(workload.model) })),
  };
}

test("every chart of every scenario can be drawn: finite numbers, rising axes, whole tables, and no text but words", () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const found = estimate(unnamed(scenario));
      for (let index = 0; index < Math.min(3, scenario.workloads.length); index++) {
        const cap = capChart(found, index);
        expectWords(cap);
        if (!cap.drawn) continue;
        const plot = capPlot(cap);
        expectSound([plot, capReadings(cap)]);
        expectAxis(plot.x);
        expectAxis(plot.y);
        expect(plot.points.length).toBeLessThanOrEqual(70);
      }
      const volume = volumeChart(found);
      expectWords(volume);
      if (volume.drawn) {
        const plot = volumePlot(volume);
        expectSound([plot, volumeReadings(volume, plot.x)]);
        expectAxis(plot.x);
        expectAxis(plot.y);
      }
      const tokens = tokensChart(found);
      expectWords(tokens);
      if (tokens.drawn) {
        const plot = tokensPlot(tokens);
        expectSound(plot);
        expectAxis(plot.x);
      }
      const bill = billChart(found);
      expectWords(bill);
      if (bill.drawn) {
        expectAxis(bill.x);
      }
    }),
    runs(30),
  );
});
