import { NUMBERS, type NumberField } from "@/lib/scenario";
import { accepts, describeRule, type NumberRule } from "@/lib/fields";
import { takeUnit, UNITS, type Typed, type TypedUnit } from "./typed-unit";

const ZEROS: Readonly<Record<string, number>> = {
  "": 0,
  k: 3,
  m: 6,
  mio: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
};

/** A decimal text times ten to the power of `zeros`, exactly: `1.2345`, 3 → `1234.5`; `7.5`, −2 → `0.075`. */
function shift(whole: string, decimals: string, zeros: number): string {
  if (zeros < 0) {
    const digits = whole.padStart(1 - zeros, "0");
    return shift(digits.slice(0, zeros), digits.slice(zeros) + decimals, 0);
  }
  const padded = decimals.padEnd(zeros, "0");
  const rest = padded.slice(zeros).replace(/0+$/, "");
  const digits = (whole + padded.slice(0, zeros)).replace(/^0+(?=\d)/, "");
  return rest ? `${digits}.${rest}` : digits;
}

/**
 * A number as people type it, as a plain decimal text: `1k`, `2.5M`, `1,200`, `1 200`, `1e6`, with a word of its
 * unit or without. What is not a number or a word of the unit is refused, as is a comma or a point that could be
 * either: nothing is dropped or guessed.
 */
function parseDecimalText(text: string, unit: TypedUnit): Typed<string> {
  const said = text.trim();
  if (RANGE.test(said)) return { error: `“${said}” is a range, and one number is asked for` };
  const measured = takeUnit(said, unit);
  if ("error" in measured) return measured;
  const { bare, hundredths } = measured.value;
  if (bare === "") return { error: "a number is missing" };
  if (/^[-−–]/.test(bare)) return { error: `“${said}” is below zero` };
  const moved = hundredths ? -2 : 0;
  const exponent = /^(\d+)(?:\.(\d+))?e\+?(\d{1,2})$/i.exec(bare);
  if (exponent) return { value: shift(exponent[1]!, exponent[2] ?? "", Number(exponent[3]) + moved) };
  const match = /^([\d.,'’_\u00a0\u2009\u202f ]*\d)\s*([a-z]*)$/i.exec(bare);
  const zeros = match ? ZEROS[match[2]!.toLowerCase()] : undefined;
  if (!match || zeros === undefined) return { error: `“${said}” is not a number` };
  const digits = match[1]!;
  const loneComma = /^(\d+),(\d+)$/.exec(digits);
  if (loneComma && loneComma[2]!.length !== 3) return askBack(said, loneComma);
  // Nobody writes 1.5 with two zeros behind it, unless as money.
  const groupedByPoint = unit === "usd" ? null : /^([1-9]\d{0,2})\.(\d\d0)$/.exec(digits);
  if (groupedByPoint && zeros === 0) return askBack(said, groupedByPoint);
  const grouped = /^(\d{1,3}(?:([,'’_\u00a0\u2009\u202f ])\d{3})(?:\2\d{3})*)(?:\.(\d+))?$/.exec(digits);
  const plain = /^(\d*)(?:\.(\d+))?$/.exec(digits);
  if (grouped) return { value: shift(grouped[1]!.replace(/\D/g, ""), grouped[3] ?? "", zeros + moved) };
  if (plain) return { value: shift(plain[1] || "0", plain[2] ?? "", zeros + moved) };
  return { error: `“${said}” is not a number` };
}

/** The two readings of digits with a comma or a point in them. */
const askBack = (said: string, [, whole, rest]: readonly string[]) => ({
  error: `“${said}” could be ${whole}.${rest!.replace(/(?<=\d)0+$/, "")} or ${whole}${rest}. Write one of them`,
});

/** An amount of US dollars as people type it, as a plain decimal text: `$0.55`, `1.10 USD`, `1,200`. */
export const parseTypedDecimal = (text: string): Typed<string> => parseDecimalText(text, "usd");

/** Two numbers with `to`, a dash or a plus-minus between them. */
export const RANGE = /^(.*?\d.*?)\s*(\bto\b|[-–—±]|\+\/-)\s*(\.?\d.*)$/i;

/** A bound that other fields of the scenario set, and why in the field's own terms. */
export interface Most {
  readonly max: number;
  readonly because: string;
}

function readNumber(text: string, rule: NumberRule, unit: TypedUnit, most?: Most): Typed<number> {
  // Growth may be below zero.
  const falls = rule.min! < 0 && /^\s*[-−–]/.test(text);
  const decimal = parseDecimalText(falls ? text.replace(/[-−–]/, "") : text, unit);
  if ("error" in decimal)
    return decimal.error.endsWith("them") ? decimal : { error: `${decimal.error}; give ${describeRule(rule)}` };
  const value = Number(decimal.value) * (falls ? -1 : 1);
  // Past 1e12 or three decimals a double need not be what was typed, and the rule refuses both.
  const decimals = decimal.value.split(".")[1]?.length ?? 0;
  if (decimals > 3 || !accepts(rule, value))
    return { error: `${decimal.value} is not accepted; give ${describeRule(rule)}` };
  return most && value > most.max ? { error: most.because } : { value };
}

/**
 * A typed number of a field, in its unit, if the field accepts it: `1k tokens`, `2.5×`, `10%` as 0.1 retries.
 * `most` is a bound besides the field's own.
 */
export const parseTyped = (text: string, field: NumberField, most?: Most): Typed<number> =>
  readNumber(text, NUMBERS[field], UNITS[field], most);

/** A typed number of per cent within a rule. */
export const parsePercent = (text: string, rule: NumberRule): Typed<number> => readNumber(text, rule, "percent");
