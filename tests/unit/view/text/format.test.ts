import { describe, expect, it } from "vitest";
import { exact, parseDecimal, toNumber } from "@/lib/money";
import {
  formatCompact,
  formatDay,
  formatDuration,
  formatExact,
  formatFactor,
  formatNumber,
  formatPercent,
  formatRounded,
  formatTier,
  formatTimes,
  formatUsd,
  formatUsdText,
} from "@/lib/view/text";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("dollars", () => {
  it.each([
    ["36111.579167", "$36,111.58"],
    ["1", "$1.00"],
    ["1.005", "$1.00"],
    ["1.015", "$1.02"],
    ["0.99999", "$1.00"],
    ["0.9999", "$0.9999"],
    ["0.3", "$0.30"],
    ["0.0033", "$0.0033"],
    ["0.005329", "$0.005329"],
    ["0.0053291", "$0.005329"],
    ["0.000000000001", "$0.000000000001"],
    ["0", "$0.00"],
    ["1000000000000", "$1,000,000,000,000.00"],
    ["433338.95", "$433,338.95"],
  ])("%s shows as %s", (amount, text) => expect(formatUsd(parseDecimal(amount)!)).toBe(text));
  it("an amount nobody knows is a dash, never $0", () => expect(formatUsd(null)).toBe("–"));
  it("an amount of 30 digits has no exponent", () =>
    expect(formatUsd(exact(10n ** 30n, 7n))).toBe("$142,857,142,857,142,857,142,857,142,857.14"));
  it("an amount far below a cent has four digits, not an exponent", () =>
    expect(formatUsd(exact(1n, 3n * 10n ** 20n))).toMatch(/^\$0\.0{20}3333$/));
  it.each([
    ["200000", "$200,000"],
    ["1.10", "$1.10"],
    ["12.1", "$12.10"],
    ["0.0375", "$0.0375"],
  ])("%s as written shows as %s", (text, shown) => expect(formatUsdText(text)).toBe(shown));
});

describe("per cent", () => {
  it.each([
    [0.7125, "71.3 %"],
    [0.875, "87.5 %"],
    [36.111579, "3,611 %"],
    [0.0023333, "0.23 %"],
    [0, "0 %"],
    [1, "100 %"],
    [0.06, "6 %"],
    [9.99949, "999.9 %"],
    [9.9996, "1,000 %"],
    [0.18055, "18.1 %"],
    // Never onto 100 from either side.
    [0.9999, "99.99 %"],
    [0.999999999, "99.9999999 %"],
    [1.0001, "100.01 %"],
    [1.00000001, "100.000001 %"],
  ])("%d shows as %s", (ratio, text) => expect(plain(formatPercent(ratio))).toBe(text));
  it("unknown is a dash", () => expect(formatPercent(null)).toBe("–"));
});

describe("times", () => {
  it.each([
    [1.4035, "1.40×"],
    [16.6667, "16.7×"],
    [0.0277, "0.028×"],
    [1, "1.00×"],
    [1234.5, "1,235×"],
    [0.99999, "0.99999×"],
    [1.00001, "1.00001×"],
    [5.538, "5.54×"],
    [21_900_000, "21,900,000×"],
  ])("%d shows as %s", (factor, text) => expect(formatTimes(factor)).toBe(text));
  it.each([
    [5.538, "5.5"],
    [1.36, "1.4"],
    [2, "2"],
    [36.1, "36"],
    [0.999, "0.999"],
    [1.0001, "1.0001"],
    [1400.4, "1,400"],
  ])("%d in a sentence is %s", (factor, text) => expect(formatFactor(factor)).toBe(text));
});

describe("counts", () => {
  it.each([
    [2_850_000, "2.85M"],
    [35e6, "35M"],
    [200_000, "200K"],
    [9999, "9,999"],
    [10_000, "10K"],
    [999_999, "1M"],
    [15e9, "15B"],
    [1e12, "1T"],
    [0, "0"],
    [0.0012345, "0.00123"],
  ])("%d in short is %s", (value, text) => expect(formatCompact(value)).toBe(text));
  it.each([
    [1500, "1,500"],
    [2.5, "2.5"],
    [999_999_999_999.999, "999,999,999,999.999"],
    [0.001, "0.001"],
    [0, "0"],
  ])("%d as written is %s", (value, text) => expect(formatNumber(value)).toBe(text));
  it("exact and rounded amounts are grouped", () => {
    expect(formatExact(exact(123_456_789n, 1000n))).toBe("123,456.789");
    expect(formatExact(exact(10n ** 25n))).toBe("10,000,000,000,000,000,000,000,000");
    expect(formatRounded(exact(2n, 3n), 2)).toBe("0.67");
  });
});

describe("durations, days and tiers", () => {
  it.each([
    [20.2, "20 hours"],
    [1, "1 hour"],
    [0.75, "45 minutes"],
    [60, "2.5 days"],
    [47.9, "48 hours"],
    [48, "2 days"],
    [1 / 60, "1 minute"],
    [1 / 3600, "1 second"],
    [0.001 / 3600, "0.001 seconds"],
    [729, "30 days"],
  ])("%d hours are %s", (hours, text) => expect(plain(formatDuration(hours))).toBe(text));
  it("are kept on one line", () => {
    expect(formatDay("2026-11-03")).toBe("3\u00a0Nov\u00a02026");
    expect(formatTier(3)).toBe("tier\u00a03");
    expect(formatTier("free")).toBe("Free");
    expect(formatPercent(0.5)).toBe("50\u202f%");
  });
});

it("a ratio is that of the exact amounts", () =>
  expect(plain(formatPercent(toNumber(exact(57n, 80n))))).toBe("71.3 %"));
