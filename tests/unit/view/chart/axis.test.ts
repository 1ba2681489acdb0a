import { expect, test } from "vitest";
import { formatTick, linearSteps, logAxis, logSteps } from "@/lib/view/chart";

test.each([
  [0.0000002, "0.0000002"],
  [0.5, "0.5"],
  [250, "250"],
  [1200, "1.2k"],
  [1234, "1,234"],
  [8000, "8k"],
  [12_500, "12.5k"],
  [65_536, "65,536"],
  [1_500_000, "1.5M"],
  [2e12, "2T"],
  [1e24, "1,000,000,000,000T"],
])("formatTick %d → %s", (value, text) => {
  expect(formatTick(value)).toBe(text);
});

test.each<[number, number, number[]]>([
  [50, 2000, [50, 100, 200, 500, 1000, 2000]],
  [1, 10, [1, 2, 5, 10]],
  [0.02, 400_000, [0.1, 1, 10, 100, 1000, 10_000, 100_000]],
  [1e-9, 1e6, [1e-9, 1e-6, 1e-3, 1, 1000, 1e6]],
])("logSteps %d–%d", (from, to, steps) => {
  expect(logSteps(from, to)).toEqual(steps);
});

test.each<[number, number[]]>([
  [12, [0, 2.5, 5, 7.5, 10, 12.5]],
  [60, [0, 20, 40, 60]],
  [34_689, [0, 10_000, 20_000, 30_000, 40_000]],
])("linearSteps to %d", (to, steps) => {
  expect(linearSteps(to)).toEqual(steps);
});

test("a log axis starts on a round value at or below its first", () => {
  expect(logAxis(59.7, 2200).from).toBe(50);
  expect(logAxis(50, 2200).from).toBe(50);
  expect(logAxis(19, 2200).from).toBe(10);
});
