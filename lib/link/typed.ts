import { CHOICES, type Per } from "@/lib/scenario";
import { accepts, describeRule, type NumberRule } from "@/lib/fields";
import { PER_BY_NAME } from "./grammar";

/** The value of a typed text, read whole; or why it cannot be read, as a sentence without its full stop. */
export type Typed<T> = { readonly value: T } | { readonly error: string };

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

/** A decimal text moved `zeros` places to the left of its point, exactly: `1.2345`, 3 → `1234.5`. */
function shift(whole: string, decimals: string, zeros: number): string {
  const padded = decimals.padEnd(zeros, "0");
  const rest = padded.slice(zeros).replace(/0+$/, "");
  const digits = (whole + padded.slice(0, zeros)).replace(/^0+(?=\d)/, "");
  return rest ? `${digits}.${rest}` : digits;
}

/**
 * A number as people type it, as a plain decimal text: `1k`, `2.5M`, `1,200`, `1 200`, `$0.55`, `1e6`, `2.5
 * ×`. A comma that could be a decimal one is refused, never guessed.
 */
export function parseTypedDecimal(text: string): Typed<string> {
  const bare = text
    .trim()
    .replace(/^[$€]\s*/, "")
    .replace(/\s*(×|x|tokens?|requests?|%)$/i, "");
  if (bare === "") return { error: "a number is missing" };
  if (/^[-−–]/.test(bare)) return { error: `“${text.trim()}” is below zero` };
  const exponent = /^(\d+)(?:\.(\d+))?e\+?(\d{1,2})$/i.exec(bare);
  if (exponent) return { value: shift(exponent[1]!, exponent[2] ?? "", Number(exponent[3])) };
  const match = /^([\d.,'’_\u00a0\u2009\u202f ]*\d)\s*([a-z]*)$/i.exec(bare);
  const zeros = match ? ZEROS[match[2]!.toLowerCase()] : undefined;
  if (!match || zeros === undefined) return { error: `“${text.trim()}” is not a number` };
  const digits = match[1]!;
  const loneComma = /^(\d+),(\d+)$/.exec(digits);
  if (loneComma && loneComma[2]!.length !== 3)
    return {
      error: `“${text.trim()}” could be ${loneComma[1]}.${loneComma[2]} or ${loneComma[1]}${loneComma[2]}. Write one of them`,
    };
  const grouped = /^(\d{1,3}(?:([,'’_\u00a0\u2009\u202f ])\d{3})(?:\2\d{3})*)(?:\.(\d+))?$/.exec(digits);
  const plain = /^(\d*)(?:\.(\d+))?$/.exec(digits);
  if (grouped) return { value: shift(grouped[1]!.replace(/\D/g, ""), grouped[3] ?? "", zeros) };
  if (plain) return { value: shift(plain[1] || "0", plain[2] ?? "", zeros) };
  return { error: `“${text.trim()}” is not a number` };
}

/** A typed number as `parseTypedDecimal` reads it, if the rule accepts it. */
export function parseTyped(text: string, rule: NumberRule): Typed<number> {
  const decimal = parseTypedDecimal(text);
  if ("error" in decimal)
    return decimal.error.endsWith("them") ? decimal : { error: `${decimal.error}; give ${describeRule(rule)}` };
  const value = Number(decimal.value);
  // Past 1e12 or three decimals a double need not be what was typed, and the rule refuses both.
  const decimals = decimal.value.split(".")[1]?.length ?? 0;
  return decimals <= 3 && accepts(rule, value)
    ? { value }
    : { error: `${decimal.value} is not accepted; give ${describeRule(rule)}` };
}

const RATE_WORDS: Readonly<Record<string, Per>> = { rps: "second", rpm: "minute", rph: "hour", rpd: "day" };

/**
 * A typed rate that may name its period: `120/min`, `50k per day`, `20 rpm`. Without a period `per` is
 * absent.
 */
export function parsePerRate(text: string, rule: NumberRule): Typed<{ readonly requests: number; readonly per?: Per }> {
  const match = /^(.*?)\s*(?:(?:\/|\bper\b|\ban?\b)\s*([a-z]+)|(rp[smhd]))$/i.exec(text.trim());
  const word = (match?.[2] ?? "").toLowerCase();
  const per = match?.[3]
    ? RATE_WORDS[match[3].toLowerCase()]
    : (PER_BY_NAME.get(word) ??
      CHOICES.per.find((name) => `${name}s` === word || (word.length > 2 && name.startsWith(word))));
  if (match && !per) return { error: `“${match[2]}” is not a period; give second, minute, hour, day or month` };
  const number = parseTyped(match ? match[1]! : text, rule);
  return "error" in number ? number : { value: { requests: number.value, ...(per && { per }) } };
}
