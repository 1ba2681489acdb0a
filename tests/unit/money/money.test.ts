import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  allocate,
  compare,
  divide,
  exact,
  fromNumber,
  multiply,
  parseDecimal,
  roundHalfEven,
  subtract,
  sum,
  toFixedText,
  toNumber,
  toShortestText,
  toUnits,
  ZERO,
} from "@/lib/money";
import { runs } from "../../support/make/runs";

const of = (text: string) => parseDecimal(text)!;

describe("parseDecimal", () => {
  it.each([
    ["0", "0"],
    ["0.00", "0"],
    ["1.10", "1.1"],
    ["1000000000000", "1000000000000"],
    ["0.000000000001", "0.000000000001"],
    ["9999.999999999999", "9999.999999999999"],
    ["999999999999.9999", "999999999999.9999"],
    ["1000000000000.000", "1000000000000"],
  ])("reads %s", (text, shortest) => expect(toShortestText(of(text))).toBe(shortest));
  it.each([
    "",
    " ",
    "1 ",
    "-1",
    "+1",
    ".5",
    "1.",
    "01",
    "1e3",
    "1,5",
    "$1",
    "NaN",
    "Infinity",
    "0x1",
    "1000000000001",
    "1000000000000.1",
    "0.0000000000001",
    "12345.123456789012",
    "१",
  ])("refuses %j", (text) => expect(parseDecimal(text)).toBeNull());
});

describe("roundHalfEven", () => {
  it.each([
    [1n, 2n, 0n],
    [3n, 2n, 2n],
    [5n, 2n, 2n],
    [49n, 100n, 0n],
    [51n, 100n, 1n],
    [-1n, 2n, 0n],
    [-3n, 2n, -2n],
    [-5n, 2n, -2n],
    [-51n, 100n, -1n],
    [7n, 1n, 7n],
  ])("%s / %s is %s", (n, d, rounded) => expect(roundHalfEven(n, d)).toBe(rounded));
});

describe("toFixedText", () => {
  it.each([
    ["3.3", 6, "3.300000"],
    ["0.0000005", 6, "0.000000"],
    ["0.0000015", 6, "0.000002"],
    ["0.0000025", 6, "0.000002"],
    ["0.00000050001", 6, "0.000001"],
    ["999999999999.9999", 2, "1000000000000.00"],
    ["2.5", 0, "2"],
    ["3.5", 0, "4"],
    ["0", 12, "0.000000000000"],
  ])("%s at %i decimals is %s", (text, digits, fixed) => expect(toFixedText(of(text), digits)).toBe(fixed));
  it("writes a negative amount with one sign, before the digits", () =>
    expect(toFixedText(subtract(ZERO, of("0.05")), 2)).toBe("-0.05"));
});

describe("toShortestText", () => {
  it.each([
    [exact(12n, 10n), "1.2"],
    [exact(1200n), "1200"],
    [exact(1n, 3n), "0.333333"],
    [exact(2n, 3n), "0.666667"],
    [exact(6n, 3n), "2"],
    [exact(1n, 1_000_000_000_000n), "0.000000000001"],
    [exact(1n, 2n ** 30n), "0.000000000931322574615478515625"],
    [exact(0n, 7n), "0"],
    [exact(10n, 12n), "0.833333"],
  ])("%o is %s", (amount, text) => expect(toShortestText(amount)).toBe(text));
});

describe("fromNumber", () => {
  it.each([
    [0.1, "0.1"],
    [1.005, "1.005"],
    [999_999_999_999.999, "999999999999.999"],
    [1e12, "1000000000000"],
    [0.001, "0.001"],
    [0, "0"],
  ])("%d is just %s", (value, text) => expect(toShortestText(fromNumber(value))).toBe(text));
});

describe("the arithmetic of fractions", () => {
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
    .map(([n, d]) => exact(n, d));
  const same = (a: ReturnType<typeof exact>, b: ReturnType<typeof exact>) => expect(compare(a, b)).toBe(0);

  it("is that of numbers: order, association, distribution, inverse", () => {
    fc.assert(
      fc.property(amount, amount, amount, (a, b, c) => {
        same(add(a, b), add(b, a));
        same(add(add(a, b), c), add(a, add(b, c)));
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        same(subtract(add(a, b), b), a);
        if (b.n !== 0n) same(multiply(divide(a, b), b), a);
        expect(divide(a, b.n === 0n ? exact(1n) : b).d > 0n).toBe(true);
        same(sum([a, b, c]), add(a, add(b, c)));
      }),
      runs(500),
    );
  });

  it("gives the nearest double", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-9, max: 1e30 }), (value) => {
        // The double itself as a fraction, and the same with a little more or less than half a step to the
        // next double.
        const bits = new DataView(new ArrayBuffer(8));
        bits.setFloat64(0, value);
        const next = new DataView(new ArrayBuffer(8));
        next.setBigInt64(0, bits.getBigInt64(0) + 1n);
        const fraction = (double: number) => {
          let [n, d] = [double, 1n];
          while (!Number.isInteger(n)) [n, d] = [n * 2, d * 2n];
          return exact(BigInt(n), d);
        };
        const own = fraction(value);
        const step = subtract(fraction(next.getFloat64(0)), own);
        expect(toNumber(own)).toBe(value);
        expect(toNumber(add(own, multiply(step, exact(49n, 100n))))).toBe(value);
        expect(toNumber(add(own, multiply(step, exact(51n, 100n))))).toBe(next.getFloat64(0));
      }),
      runs(500),
    );
  });
});

describe("allocate", () => {
  it("gives what is left over to the largest remainders, first come first among equals", () => {
    const thirds = [exact(10n, 3n), exact(10n, 3n), exact(10n, 3n)];
    expect(allocate(thirds, 1000n, 100n)).toEqual([334n, 333n, 333n]);
    expect(allocate([of("1.004"), of("2.006")], 301n, 100n)).toEqual([100n, 201n]);
    expect(allocate([of("0.5"), of("0.5")], 1n, 1n)).toEqual([1n, 0n]);
    expect(allocate([], 0n, 100n)).toEqual([]);
  });
  it("adds up to the rounded total, and moves no part by a whole unit", () => {
    const parts = fc.array(
      fc
        .tuple(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
        .map(([n, d]) => exact(n, d)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(parts, (amounts) => {
        const total = toUnits(sum(amounts), 100n);
        const units = allocate(amounts, total, 100n);
        expect(units.reduce((a, b) => a + b, 0n)).toBe(total);
        units.forEach((unit, index) => {
          const off = subtract(exact(unit), multiply(amounts[index]!, exact(100n)));
          expect(compare(off, exact(1n)) < 0 && compare(off, exact(-1n)) > 0).toBe(true);
        });
      }),
      runs(500),
    );
  });
});
