import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import type { Size } from "@/components/charts/labels/geometry";
import { Labels } from "@/components/charts/labels/labels";
import { crosses, type PlacedLabel } from "@/components/charts/labels/place";
import { frontierLabels } from "@/components/backlog/charts/frontier-labels";
import { frontierLayout } from "@/components/backlog/charts/frontier-layout";
import { wavesLabels } from "@/components/backlog/charts/waves-labels";
import { wavesLayout } from "@/components/backlog/charts/waves-layout";
import { sizesLabels } from "@/components/import/charts/sizes-labels";
import { sizesLayout } from "@/components/import/charts/sizes-layout";
import { priceLabels } from "@/components/models/charts/price-labels";
import { priceLayout } from "@/components/models/charts/price-layout";
import { billLabels } from "@/components/plan/charts/bill-labels";
import { billLayout } from "@/components/plan/charts/bill-layout";
import { capLabels } from "@/components/plan/charts/cap-labels";
import { capLayout } from "@/components/plan/charts/cap-layout";
import { tokensLabels } from "@/components/plan/charts/tokens-labels";
import { tokensLayout } from "@/components/plan/charts/tokens-layout";
import { volumeLabels } from "@/components/plan/charts/volume-labels";
import { costLine, volumeLayout } from "@/components/plan/charts/volume-layout";
import { flowLabels } from "@/components/traffic/charts/flow-labels";
import { flowLayout } from "@/components/traffic/charts/flow-layout";
import { loadLabels } from "@/components/traffic/charts/load-labels";
import { loadLayout } from "@/components/traffic/charts/load-layout";
import { waitsLabels } from "@/components/traffic/charts/waits-labels";
import { waitsLayout } from "@/components/traffic/charts/waits-layout";
import { planBacklog } from "@/lib/batch";
import { findModel } from "@/lib/catalogue";
import { decodeLink } from "@/lib/link";
import { frontierChart, wavesChart } from "@/lib/view/backlog/charts";
import type { Undrawn } from "@/lib/view/chart";
import { sizesChart } from "@/lib/view/import/charts";
import { priceChart } from "@/lib/view/models";
import { billChart, capChart, tokensChart, volumeChart } from "@/lib/view/plan/charts";
import { loadChart, queueChart, waitsChart } from "@/lib/view/traffic/charts";
import { estimateOf, example } from "../../../support/make/chart-scenarios";
import { generated, onePerSecond } from "../../../support/make/traffic-runs";
import { reportOf } from "../../../support/make/usage-report";

// Letters of one width, so that a place is the same on every machine.
vi.mock("@/components/charts/labels/text-width", async (actual) => {
  const textWidth = (text: string, strong = false) => text.length * (strong ? 6.5 : 6);
  const shortened = (text: string, width: number) => text.slice(0, Math.floor(width / 6));
  return { ...(await actual<object>()), textWidth, shortened };
});

const drawn = <View,>(view: View | Undrawn | null): View => {
  if (view === null || (typeof view === "object" && "reason" in view)) throw new Error("There is nothing to draw.");
  return view as View;
};

const estimate = estimateOf(example);
const plan = planBacklog(
  decodeLink("v=1&asOf=2026-11-23&tier=3&backlog=o3-mini+n25000000+i700+v50+r200+d72&w=o3-mini+0.001/mo+i0").scenario!,
);
const chat = { ...onePerSecond.workloads[0], requests: 50, arrivals: "steady", shape: "office-hours", peakToMean: 2 };
const traffic = generated({ ...onePerSecond, rpmWindowSeconds: 60, horizonMinutes: 1440, workloads: [chat] });
const report = reportOf(
  Array.from({ length: 100 }, (_, n) => ({ atMs: n * 1000, model: "o3-mini", input: 100 + n * n, output: 10 + n })),
);
const cap = drawn(capChart(estimate, 0));
const volume = drawn(volumeChart(estimate));
const tokens = drawn(tokensChart(estimate));
const bill = drawn(billChart(estimate));
const frontier = drawn(frontierChart(plan));
const waves = drawn(wavesChart(plan));
const load = drawn(loadChart(traffic, null));
const queue = drawn(queueChart(traffic, null));
const waits = drawn(waitsChart(traffic, null));
const sizes = drawn(sizesChart(report));
const price = priceChart(findModel("o1-mini")!);

const PICTURES: Readonly<Record<string, (size: Size) => readonly PlacedLabel[]>> = {
  cap: (size) => capLabels(capLayout(cap, size)),
  volume: (size) => volumeLabels(volumeLayout(volume, size)),
  tokens: (size) => tokensLabels(tokensLayout(tokens, size)),
  bill: (size) => billLabels(bill, billLayout(bill, size)),
  frontier: (size) => frontierLabels(frontier, frontierLayout(frontier, size)),
  waves: (size) => wavesLabels(waves, wavesLayout(waves, size)),
  load: (size) => loadLabels(loadLayout(load, size)),
  queue: (size) => flowLabels(queue, flowLayout(queue, size)),
  waits: (size) => waitsLabels(waitsLayout(waits, size)),
  sizes: (size) => sizesLabels(sizes, sizesLayout(sizes, size)),
  price: (size) => priceLabels(price, priceLayout(price, size)),
};

const tenth = (pixels: number) => Math.round(pixels * 10) / 10;

/** The labels at both sizes, the phone’s to the right, as an SVG that a browser shows. */
function pictureOf(name: string): string {
  const drawings = [
    { x: 0, width: 520, height: 300 },
    { x: 560, width: 320, height: 280 },
  ].map((place) => (
    <svg key={place.width} {...place}>
      <Labels labels={PICTURES[name]!(place).map((label) => ({ ...label, x: tenth(label.x), y: tenth(label.y) }))} />
    </svg>
  ));
  const picture = (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 300" fontSize="12">
      {drawings}
    </svg>
  );
  // A line a label, and the names of classes as they are written.
  return `${renderToStaticMarkup(picture)}\n`
    .replaceAll(/<(?=text|svg|\/svg)/g, "\n<")
    .replaceAll(/_([a-z]+)_[0-9a-f]+/g, "$1")
    .trimStart();
}

test.each(Object.keys(PICTURES))("the labels of the chart of %s stand where they stood", async (name) => {
  await expect(pictureOf(name)).toMatchFileSnapshot(`labels/${name}.svg`);
});

test("no tier’s label touches the curve where its limit is close to today’s traffic", () => {
  for (const rate of [13.4, 13.6, 13.9, 14.3, 15, 17])
    for (const width of [312, 440, 520]) {
      const { scenario } = decodeLink(`v=1&asOf=2026-11-27&tier=2&w=gpt-5.6-luna+${rate}/m+i2200+c1500+v350+r600`);
      const layout = volumeLayout(drawn(volumeChart(estimateOf(scenario!))), { width, height: 300 });
      const { text, x, y, anchor } = volumeLabels(layout).find((label) => /^tier\s2/.test(label.text))!;
      const long = text.length * 6.5;
      const box = { x: anchor === "end" ? x - long : x, y: y - 10, width: long, height: 12 };
      const curve = costLine(layout, "cost");
      const isTouched = curve.some((point, n) => n > 0 && crosses(box, curve[n - 1]!, point));
      expect(isTouched, `${text} at ${rate}, ${width} px`).toBe(false);
    }
});
