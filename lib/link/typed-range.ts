import { LARGEST, milli, MILLI } from "@/lib/fields";
import { CHOICES, type Per } from "@/lib/scenario";
import { middleOf, type Mean, type RangeField } from "@/lib/scenario/ranges";
import { PER_BY_NAME } from "./grammar";
import { parseTyped, RANGE, type Most } from "./typed";
import type { Typed } from "./typed-unit";

type Range = readonly [low: number, high: number];

const round = (value: number): number => milli(Math.min(value, LARGEST)) / MILLI;

/** What a plus-minus says of the number before it: `1000 ± 20%`, `1000 ± 200`. */
function around(middle: number, text: string, field: RangeField): Typed<Range> {
  const percent = /^([\d.]+)\s*(?:%|percent)$/i.exec(text);
  const typed = percent ? { value: (Number(percent[1]) / 100) * middle } : parseTyped(text, field);
  return "error" in typed ? typed : { value: [round(middle - typed.value), round(middle + typed.value)] };
}

/**
 * A typed mean of a field: a number as `parseTyped` takes it, or its range as `300 to 2000`, `300-2000`, `300–2000` or
 * `1000 ± 20%`. The number of a range is its middle, or the one before the plus-minus.
 */
export function parseMean(text: string, field: RangeField, most?: Most): Typed<Mean> {
  const match = RANGE.exec(text.trim());
  const first = parseTyped(match ? match[1]! : text, field, match ? undefined : most);
  if ("error" in first) return first;
  if (!match) return { value: { number: first.value } };
  const [, , sign, rest] = match as unknown as [string, string, string, string];
  const isAround = sign === "±" || sign === "+/-";
  const other = isAround ? around(first.value, rest, field) : parseTyped(rest, field);
  if ("error" in other) return other;
  const range: Range = typeof other.value === "number" ? [first.value, other.value] : other.value;
  const [low, high] = range;
  const said = text.trim();
  if (low <= 0) return { error: `“${said}” reaches 0; give a range that begins above 0` };
  if (low >= high) return { error: `“${said}” has no lower end first; give a range such as 300 to 2000` };
  // Either end as the field takes a number: a busiest minute from 1.
  for (const end of range) {
    const one = parseTyped(String(end), field);
    if ("error" in one) return one;
  }
  const number = isAround ? first.value : middleOf(range);
  return most && number > most.max ? { error: most.because } : { value: { number, range } };
}

const RATE_WORDS: Readonly<Record<string, Per>> = { rps: "second", rpm: "minute", rph: "hour", rpd: "day" };

/**
 * A typed rate, one number or a range, that may name its period: `120/min`, `50k per day`, `32 to 50 rpm`. Without a
 * period `per` is absent.
 */
export function parsePerRate(
  text: string,
): Typed<Omit<Mean, "number"> & { readonly requests: number; readonly per?: Per }> {
  const match = /^(.*?)\s*(?:(?:\/|\bper\b|\ban?\b)\s*([a-z]+)|(rp[smhd]))$/i.exec(text.trim());
  const word = (match?.[2] ?? "").toLowerCase();
  const per = match?.[3]
    ? RATE_WORDS[match[3].toLowerCase()]
    : (PER_BY_NAME.get(word) ??
      CHOICES.per.find((name) => `${name}s` === word || (word.length > 2 && name.startsWith(word))));
  if (match && !per) return { error: `“${match[2]}” is not a period; give second, minute, hour, day or month` };
  const mean = parseMean(match ? match[1]! : text, "requests");
  if ("error" in mean) return mean;
  const { number, ...range } = mean.value;
  return { value: { requests: number, ...range, ...(per && { per }) } };
}
