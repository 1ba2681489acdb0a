// Prices as decimal text, exactly: the packages hold them as numbers of few digits.
const PLACES = 9;

/** In billionths. @param {string | number} amount */
function billionths(amount) {
  const match = /^(\d+)(?:\.(\d{1,9}))?$/.exec(String(amount));
  if (!match) throw new Error(`${amount} is not a price`);
  return BigInt(match[1] + (match[2] ?? "").padEnd(PLACES, "0"));
}

/** As prices are written: two decimals, more where the amount has more. @param {bigint} amount */
function text(amount) {
  const digits = String(amount).padStart(PLACES + 1, "0");
  const decimals = digits.slice(-PLACES).replace(/0+$/, "");
  return `${digits.slice(0, -PLACES)}.${decimals.padEnd(2, "0")}`;
}

/** @param {string | number} amount */
export const price = (amount) => text(billionths(amount));

/** Exactly half; refuses what has no half in nine decimals. @param {string | number} amount */
export function half(amount) {
  const whole = billionths(amount);
  if (whole % 2n) throw new Error(`${amount} has no exact half`);
  return text(whole / 2n);
}

/** @param {string | number} amount @param {bigint} factor */
export const times = (amount, factor) => text(billionths(amount) * factor);

/** One and a quarter times; refuses what has no such multiple in nine decimals. @param {string | number} amount */
export function andAQuarter(amount) {
  const whole = billionths(amount);
  if (whole % 4n) throw new Error(`${amount} has no exact quarter`);
  return text(whole + whole / 4n);
}

/**
 * `a` ÷ `b` as a decimal of one place, or `null` where it is none.
 * @param {string | number} a
 * @param {string | number} b
 */
export function ratio(a, b) {
  const tenfold = billionths(a) * 10n;
  if (tenfold % billionths(b)) return null;
  const tenths = tenfold / billionths(b);
  return tenths % 10n ? `${tenths / 10n}.${tenths % 10n}` : String(tenths / 10n);
}
