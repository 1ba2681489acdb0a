import { describe, expect, it } from "vitest";
import { middleOf } from "@/lib/scenario/ranges";

describe("the middle of a range", () => {
  it.each([
    [[300, 2000], 775],
    [[8, 50], 20],
    [[1, 4], 2],
    [[1, 100], 10],
    [[1.1, 1.2], 1.15],
    [[1000, 1001], 1000.5],
    [[1000, 1000.001], 1000],
    [[0.001, 0.002], 0.001],
    [[0.001, 1e12], 31600],
    [[1e12 - 2, 1e12], 999_999_999_999],
    [[123_456, 234_567], 170_000],
  ] as const)("of %j is %s", ([low, high], middle) => expect(middleOf([low, high])).toBe(middle));
});
