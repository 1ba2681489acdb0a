import fc from "fast-check";

/** 1e12, the largest number a scenario may hold, in thousandths. */
export const LARGEST = 1e15;

/** A number given in thousandths, as the JSON number people would write. */
export function fromThousandths(thousandths: number): number {
  return thousandths / 1000;
}

/**
 * Thousandths from `min` to `max`: small whole numbers, every magnitude, anything between, the ends, and
 * `likely` ones.
 */
export function thousandths(min: number, max: number, likely: readonly number[] = []): fc.Arbitrary<number> {
  const clamp = (value: number) => Math.min(max, Math.max(min, value));
  const ofAnyMagnitude = fc
    .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 15 }))
    .map(([digits, zeros]) => digits * 10 ** zeros);
  const ends = fc.constantFrom(min, min + 1, max, max - 1, max - 1000);
  return fc
    .oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 5000 }).map((whole) => whole * 1000) },
      { weight: 3, arbitrary: ofAnyMagnitude },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 5_000_000 }) },
      { weight: 1, arbitrary: fc.integer({ min, max }) },
      { weight: 1, arbitrary: ends },
      ...(likely.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...likely) }]),
    )
    .map(clamp);
}

/** Decimal strings such as `1.10`: up to 1e12, at most 12 decimals and 16 digits in all; trailing zeros happen. */
export function decimalString(smallest: "zero" | "above zero"): fc.Arbitrary<string> {
  const least = smallest === "zero" ? 0n : 1n;
  const anywhere = fc.integer({ min: 0, max: 12 }).chain((decimals) => {
    const byValue = 10n ** BigInt(12 + decimals);
    const byDigits = 10n ** 16n - 1n;
    const most = byValue < byDigits ? byValue : byDigits;
    return fc
      .oneof(fc.bigInt({ min: least, max: most }), fc.bigInt({ min: least, max: 100_000n < most ? 100_000n : most }))
      .map((units) => pointAt(units, decimals));
  });
  const edges = [
    "0.000000000001",
    "1000000000000",
    "9999.999999999999",
    "999999999999.9999",
    "0.10",
    "1.10",
    "12.000000",
  ];
  return fc.oneof(
    { weight: 3, arbitrary: anywhere },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((cents) => pointAt(BigInt(cents), 2)) },
    { weight: 1, arbitrary: fc.constantFrom(...edges, ...(smallest === "zero" ? ["0", "0.00"] : [])) },
  );
}

function pointAt(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString();
  const digits = units.toString().padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Text of at most `most` code points, anything Unicode has except lone surrogates. */
export function text(most: number): fc.Arbitrary<string> {
  const meaningfulElsewhere = [
    "=1+1",
    "+1",
    "-1",
    "@a",
    "'",
    '"',
    ",",
    "a,b;c",
    "a&b=c",
    "a+b",
    "50%",
    "%20",
    "%zz",
    "#",
    "?",
    "/",
    "\\",
    "<b>",
    "null",
    "0",
    " ",
    " x ",
    "\r\n",
    "\t",
    "\u0000",
    "\u007f",
    "\u2028",
    "\ufeff",
    "\uffff",
    "\u202eabc",
    "e\u0301",
    "é",
    "ﬁ",
    "İ",
    "ß",
    "日本語",
    "👩‍👩‍👧",
    "🏳️‍🌈",
    "a".repeat(most),
    "界".repeat(most),
    "😀".repeat(most),
  ];
  return fc.oneof(
    { weight: 2, arbitrary: fc.string({ unit: "grapheme-ascii", maxLength: 12 }) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: most, size: "max" }) },
    { weight: 1, arbitrary: fc.constantFrom(...meaningfulElsewhere) },
  );
}

/** Days from 2024-01-01 to 2027-12-31, often beside a price change, a retirement or the day the facts were checked. */
export function day(): fc.Arbitrary<string> {
  const first = Date.UTC(2024, 0, 1) / MS_PER_DAY;
  const last = Date.UTC(2027, 11, 31) / MS_PER_DAY;
  const turns = ["2024-09-12", "2024-10-01", "2024-12-17", "2025-01-31", "2025-10-27", "2026-10-23", "2026-11-23"];
  const besideATurn = fc
    .tuple(fc.constantFrom(...turns), fc.constantFrom(-1, 0, 1))
    .map(([turn, shift]) => Date.parse(turn) / MS_PER_DAY + shift);
  return fc
    .oneof(
      { weight: 3, arbitrary: fc.integer({ min: first, max: last }) },
      { weight: 3, arbitrary: besideATurn },
      { weight: 1, arbitrary: fc.constantFrom(first, last, Date.UTC(2024, 1, 29) / MS_PER_DAY) },
    )
    .map((days) => new Date(days * MS_PER_DAY).toISOString().slice(0, 10));
}

const MS_PER_DAY = 86_400_000;
