import { expect, test } from "vitest";
import { NEW_WORKLOAD, type Workload } from "@/lib/scenario";
import { shapeChange, shapePeak, withScale, withShape, withStandard } from "@/components/traffic/editor/changes";
import { O1_MINI_EXAMPLE } from "@/tests/support/make/o1-mini-example";

const peak = shapePeak("office-hours");

test("a shape’s own peak, to 2 decimals", () => {
  expect(shapePeak("flat")).toBe(1);
  // Three busy hours at 20 and twenty-one at 1 have a mean of 81 ÷ 24.
  expect(shapePeak("nightly-job")).toBe(5.93);
  expect(peak).toBe(Math.round(peak * 100) / 100);
});

test.each<[string, Partial<Workload>, Parameters<typeof shapeChange>[1], object]>([
  ["from no peak to the shape’s own", {}, "office-hours", { shape: "office-hours", peakToMean: peak }],
  [
    "from one shape’s own peak to the other’s",
    { shape: "office-hours", peakToMean: peak },
    "nightly-job",
    { shape: "nightly-job", peakToMean: 5.93 },
  ],
  ["a peak that was set stays", { peakToMean: 4 }, "office-hours", { shape: "office-hours" }],
  ["flat is not written", { shape: "office-hours", peakToMean: peak }, "flat", { shape: undefined, peakToMean: 1 }],
])("%s", (_, workload, next, change) => {
  expect(shapeChange({ ...NEW_WORKLOAD, ...workload }, next)).toEqual(change);
});

test("a press gives every standard workload a shape, and no batch one", () => {
  const [standard, batch] = withShape(O1_MINI_EXAMPLE, "office-hours").workloads;
  expect(standard).toMatchObject({ shape: "office-hours", peakToMean: peak });
  expect(batch).toBe(O1_MINI_EXAMPLE.workloads[1]);
  expect(withShape(withShape(O1_MINI_EXAMPLE, "office-hours"), "flat").workloads[0]).toEqual({
    ...O1_MINI_EXAMPLE.workloads[0],
    peakToMean: 1,
  });
});

test.each([
  [120, 2.5, 300],
  [1, 0.3333, 0.333],
  [0.001, 0.1, 0.001],
  [1e12, 100, 1e12],
])("%d requests times %d are %d", (requests, scale, scaled) => {
  const [own] = O1_MINI_EXAMPLE.workloads;
  const { workloads } = withScale(
    { ...O1_MINI_EXAMPLE, workloads: [{ ...own!, requests }, O1_MINI_EXAMPLE.workloads[1]!] },
    scale,
  );
  expect(workloads.map((workload) => workload.requests)).toEqual([scaled, O1_MINI_EXAMPLE.workloads[1]!.requests]);
});

test("the first workload becomes standard", () => {
  const batch = { ...O1_MINI_EXAMPLE, workloads: [O1_MINI_EXAMPLE.workloads[1]!] };
  expect(withStandard(batch).workloads[0]!.serviceTier).toBe("standard");
});
