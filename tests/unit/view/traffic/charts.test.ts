import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { busiestPool } from "@/lib/view/traffic";
import {
  flowPlot,
  flowReadings,
  loadChart,
  loadPlot,
  loadReadings,
  queueChart,
  throttledChart,
  waitsChart,
  waitsPlot,
  waitsReadings,
  type FlowChart,
  type LoadChart,
  type WaitsChart,
} from "@/lib/view/traffic/charts";
import type { Axis, ChartText, Undrawn } from "@/lib/view/chart";
import { runs } from "../../../support/make/runs";
import { generated, onePerSecond, traced } from "../../../support/make/traffic-runs";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
function drawn<View extends ChartText>(chart: View | Undrawn): View {
  if ("reason" in chart) throw new Error(chart.reason);
  return chart;
}
const reason = (chart: ChartText | Undrawn) => ("reason" in chart ? [plain(chart.reason), plain(chart.remedy)] : null);
const times = (count: number, at = 0) => Array.from({ length: count }, () => at);
const labels = ({ ticks }: Axis) => ticks.map(({ label }) => plain(label));
const most = (values: readonly number[]) => Math.max(...values);

function expectSound(value: unknown): void {
  if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  else if (typeof value === "string") expect(value).not.toMatch(/NaN|Infinity|undefined|null|\d[eE][+-]?\d/);
  else if (Array.isArray(value)) value.forEach(expectSound);
  else if (value !== null && typeof value === "object") Object.values(value).forEach(expectSound);
}

const steady = {
  ...onePerSecond,
  rpmWindowSeconds: 60,
  horizonMinutes: 1440,
  workloads: [{ ...onePerSecond.workloads[0], requests: 50, arrivals: "steady", shape: "office-hours", peakToMean: 2 }],
};

describe("load against limits", () => {
  const traffic = generated(steady);
  const chart = drawn<LoadChart>(loadChart(traffic, null));

  test("says the busiest minute against the nearer limit, and that steady arrivals keep to the curve", () => {
    expect(plain(chart.finding)).toBe("100 requests came in the busiest minute: 1.67 times the limit of 60");
    expect(plain(chart.units)).toContain("The curve’s busiest minute is 100; these arrivals keep to it.");
    expect(chart.table.rows.length).toBeLessThanOrEqual(48);
  });

  test("the nearer limit may be the tokens’", () => {
    const of = (inputTokens: number) =>
      plain(
        drawn<LoadChart>(
          loadChart(generated({ ...steady, workloads: [{ ...steady.workloads[0], inputTokens }] }), null),
        ).finding,
      );
    expect(of(99)).toBe("100 requests came in the busiest minute: 1.67 times the limit of 60");
    expect(of(101)).toBe(
      "100 requests came in the busiest minute; at 101 tokens each they are 1.68 times the limit of 6,000 tokens",
    );
  });

  test.each([1, 7, 40, 333, 1440, 5000])("%d pixels across keep every series’ largest minute", (width) => {
    const { panels, edges } = loadPlot(chart, width);
    const { minutes } = chart.run;
    expect(edges.length - 1).toBeLessThanOrEqual(width);
    expect(edges.at(-1)).toBe(chart.end);
    expect(most(panels[0].offered!)).toBe(most([...minutes.offered]));
    expect(most(panels[0].admitted)).toBe(most([...minutes.admitted.slice(0, chart.end)]));
    expect(most(panels[1].admitted)).toBe(most([...minutes.chargedTokens.slice(0, chart.end)]));
    expect(most(panels[0].curve!)).toBeCloseTo(100, 9);
  });

  test("axes hold the load, and the limit unless it is far above", () => {
    const [requests, tokens] = loadPlot(chart, 400).panels;
    expect(requests.limit).toMatchObject({ at: 60, text: "limit 60 requests", beyond: false, exceeded: true });
    expect(requests.y.to).toBeGreaterThan(100);
    expect(tokens.limit).toMatchObject({
      at: 6000,
      text: "limit 6,000 tokens, far above",
      beyond: true,
      exceeded: false,
    });
    expect(labels(requests.y)).toEqual(["0", "50", "100"]);
  });

  test("chance lifts the counted peak by about √(2 ln N)·√λ, and the text says how far", () => {
    const { units } = drawn<LoadChart>(
      loadChart(generated({ ...steady, workloads: [{ ...onePerSecond.workloads[0], requests: 100 }] }), null),
    );
    // √(2 ln 1,440) × √100 = 38.1
    expect(plain(units)).toMatch(
      /The curve’s busiest minute is 100; Poisson chance counts 1[23]\d, [\d.]+ % above it \(expected about \+38\.1, √\(2 ln N\)·√λ\)\./,
    );
  });

  test("a trace has no curve, and its axis ends with it", () => {
    const replayed = drawn<LoadChart>(
      loadChart(traced({ ...onePerSecond, horizonMinutes: 1440 }, [...times(90), 120_000]), null),
    );
    expect(replayed.end).toBe(3);
    const plot = loadPlot(replayed, 100);
    expect(plot.panels[0].curve).toBeNull();
    expect(plot.panels[0]).toMatchObject({ offered: [90, 0, 1], admitted: [60, 30, 1] });
    expect([plot.x.name, labels(plot.x)]).toEqual(["minutes from the start of the trace", ["0", "1", "2", "3"]]);
    expect(plain(replayed.units)).toContain("The busiest minute is 2.97 times the mean of 30.3.");
  });

  test("a pointer reads the busiest minutes of a column", () => {
    const plot = loadPlot(chart, 48);
    const readings = loadReadings(chart, plot, 0.4);
    expect(readings).toHaveLength(plot.edges.length - 1);
    expect(readings.every(({ y }) => y >= 0.6 && y <= 1)).toBe(true);
    expect(plain(readings[0]!.detail)).toMatch(/^\d+ offered, \d+ admitted, \d+ tokens, in the busiest minutes$/);
  });

  test("no request, nothing drawn", () => {
    expect(reason(loadChart(traced(onePerSecond, []), null))).toEqual([
      "No request came",
      "More requests, a longer time or another seed bring some.",
    ]);
  });
});

describe("the queue", () => {
  test("200 at once, one a second: 140 wait after a minute, none after four", () => {
    const chart = drawn<FlowChart>(queueChart(traced(onePerSecond, times(200)), null));
    expect(plain(chart.finding)).toBe("140 requests wait after 1 min; the queue clears 3 minutes later");
    const plot = flowPlot(chart, 300);
    expect(plot.main).toEqual([140, 80, 20, 0]);
    expect([plot.peak, chart.clear]).toEqual([0, 4]);
    expect(chart.table).toEqual({
      head: ["From", "Longest queue", "Offered", "Admitted"],
      rows: [
        ["0", "140", "200", "60"],
        ["1\u00a0min", "80", "0", "60"],
        ["2\u00a0min", "20", "0", "60"],
        ["3\u00a0min", "0", "0", "20"],
      ],
    });
    expect(flowReadings(chart, plot)[1]).toMatchObject({ x: 1.5, y: 80, detail: "80 waiting" });
  });

  test("says why it is empty", () => {
    expect(reason(queueChart(traced(onePerSecond, times(3)), null))).toEqual([
      "No minute ends with a request waiting",
      "The longest wait is 2 s.",
    ]);
    expect(reason(queueChart(traced(onePerSecond, [0]), null))?.[1]).toBe("Every admitted request starts as it comes.");
    expect(reason(queueChart(traced(onePerSecond, [0], 7000), null))?.[1]).toBe("No request is admitted.");
    expect(reason(queueChart(traced({ ...onePerSecond, policy: "drop" }, times(9)), null))?.[0]).toBe(
      "Nothing waits: a request is dropped at its first 429",
    );
  });
});

describe("429s", () => {
  test("one of two at once is dropped, every minute", () => {
    const chart = drawn<FlowChart>(
      throttledChart(traced({ ...onePerSecond, policy: "drop" }, [0, 0, 60_000, 60_000, 60_000]), null),
    );
    expect(plain(chart.finding)).toBe("3 429s, the first at once; 3 requests fail");
    expect(flowPlot(chart, 300).main).toEqual([1, 2]);
    expect(chart.part).toBeNull();
    expect(chart.table.rows).toEqual([
      ["0", "1", "1", "1"],
      ["1\u00a0min", "2", "2", "2"],
    ]);
  });

  test("one is one", () => {
    expect(
      plain(drawn<FlowChart>(throttledChart(traced({ ...onePerSecond, policy: "drop" }, [0, 0]), null)).finding),
    ).toBe("1 429, the first at once; 1 request fails");
  });

  test("says why there are none", () => {
    expect(reason(throttledChart(traced(onePerSecond, times(9)), null))?.[0]).toBe(
      "No 429s: the client sends only what both buckets can pay",
    );
    expect(reason(throttledChart(traced({ ...onePerSecond, policy: "retry" }, [0]), null))?.[0]).toBe(
      "No 429s: both buckets can pay for every request",
    );
  });
});

describe("waits", () => {
  const chart = drawn<WaitsChart>(waitsChart(traced(onePerSecond, times(200)), null));

  test("half within 1 min 39 s of 200 at once", () => {
    expect(plain(chart.finding)).toBe("0.5 % start at once; half within 1 min 39 s, 95 % within 3 min 9 s");
    expect(
      plain(drawn<WaitsChart>(waitsChart(traced(onePerSecond, [...times(2), 5000, 9000, 12_000]), null)).finding),
    ).toBe("80 % start at once; 95 % within 1 s, all within 1 s");
  });

  test("every admitted request is in one row of the table", () => {
    const rows = chart.table.rows.filter(([, count]) => count !== "");
    expect(rows[0]).toEqual(["none", "1", "0.5\u202f%"]);
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(200);
    expect(rows.at(-1)![2]).toBe("100\u202f%");
    expect(chart.table.rows.slice(-5).map(([name]) => plain(name!))).toEqual([
      "p50: 1 min 39 s",
      "p90: 2 min 59 s",
      "p95: 3 min 9 s",
      "p99: 3 min 17 s",
      "longest: 3 min 19 s",
    ]);
  });

  test.each([40, 150, 460, 2000])(
    "bars %d pixels across are equally wide, hold every wait and stand inside the axes",
    (width) => {
      const { x, y, columns, marks } = waitsPlot(chart, width);
      expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(199 / 200, 9);
      const ratio = columns[0]!.to / columns[0]!.from;
      for (const { from, to, share } of columns) {
        expect(to / from).toBeCloseTo(ratio, 9);
        expect(from >= x.from * 0.999999 && to <= x.to && share <= y.to).toBe(true);
      }
      expect(marks.map(({ text }) => plain(text))).toEqual([
        "p50 1 min 39 s",
        "p95 3 min 9 s",
        "p99 3 min 17 s",
        "longest 3 min 19 s",
      ]);
      for (const { at } of marks) expect(at >= x.from && at <= x.to).toBe(true);
      expect(waitsReadings(chart, { x, y, columns, marks })).toHaveLength(columns.length);
    },
  );

  test("nothing to draw where all start at once or none is admitted", () => {
    expect(reason(waitsChart(traced(onePerSecond, [0, 1000]), null))?.[0]).toBe(
      "All 2 admitted requests start at once",
    );
    expect(reason(waitsChart(traced(onePerSecond, [0], 7000), null))?.[0]).toBe(
      "No request is admitted, so none has a wait",
    );
  });
});

test("several pools: the one with most trouble is shown first, and named", () => {
  const two = generated({
    ...onePerSecond,
    modelOverrides: [...onePerSecond.modelOverrides, { model: "other", limits: { rpm: 6000, tpm: 60_000 } }],
    workloads: [
      { ...onePerSecond.workloads[0], model: "other" },
      { ...onePerSecond.workloads[0], requests: 300, arrivals: "steady" },
    ],
  });
  expect(busiestPool(two.main)).toBe("acme");
  expect(plain(drawn<LoadChart>(loadChart(two, "acme")).finding)).toBe(
    "300 requests came in the busiest minute on acme: 5 times the limit of 60",
  );
});

test("days and weekdays on the axis", () => {
  const week = drawn<LoadChart>(
    loadChart(
      generated({
        ...steady,
        horizonMinutes: 10_080,
        workloads: [{ ...steady.workloads[0], requests: 1, shape: "office-week", peakToMean: 1.5 }],
      }),
      null,
    ),
  );
  expect(labels(loadPlot(week, 400).x)).toEqual(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"]);
  const day = drawn<LoadChart>(
    loadChart(generated({ ...steady, workloads: [{ ...steady.workloads[0], requests: 1 }] }), null),
  );
  expect(labels(loadPlot(day, 400).x)).toEqual([
    "00:00",
    "03:00",
    "06:00",
    "09:00",
    "12:00",
    "15:00",
    "18:00",
    "21:00",
    "day 2",
  ]);
});

test("every chart of a small trace, under every policy, is sound: finite, in words, its table whole", () => {
  const arbitrary = fc.record({
    gaps: fc.array(fc.integer({ min: 0, max: 40_000 }), { minLength: 1, maxLength: 60 }),
    charge: fc.integer({ min: 1, max: 7000 }),
    policy: fc.constantFrom("queue", "retry", "drop"),
    rpm: fc.constantFrom(1, 7.5, 60, 6000),
  });
  fc.assert(
    fc.property(arbitrary, ({ gaps, charge, policy, rpm }) => {
      let at = 0;
      const traffic = traced(
        { ...onePerSecond, policy, modelOverrides: [{ model: "acme", limits: { rpm, tpm: 6000 } }] },
        gaps.map((gap) => (at += gap)),
        charge,
      );
      const [load, queue, waits, refused] = [
        loadChart(traffic, null),
        queueChart(traffic, null),
        waitsChart(traffic, null),
        throttledChart(traffic, null),
      ];
      for (const { head, rows } of [load, queue, waits, refused].flatMap((chart) =>
        "reason" in chart ? [] : [chart.table],
      )) {
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row).toHaveLength(head.length);
        expectSound(rows);
      }
      if (load.drawn)
        expectSound([
          load.finding,
          load.units,
          load.description,
          loadPlot(load, 200),
          loadReadings(load, loadPlot(load, 200), 0.4),
        ]);
      for (const flow of [queue, refused])
        if (flow.drawn) expectSound([flow.finding, flow.description, flowPlot(flow, 200)]);
      if (waits.drawn)
        expectSound([
          waits.finding,
          waits.description,
          waitsPlot(waits, 200),
          waitsReadings(waits, waitsPlot(waits, 200)),
        ]);
    }),
    runs(60),
  );
});
