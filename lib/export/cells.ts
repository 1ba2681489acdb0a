import { fromNumber, toFixedText, toShortestText, type Exact } from "@/lib/money";
import { formatNumber, formatUsd } from "@/lib/view/text";
import type { Cell, NamedValue } from "./report";

const ENDLESS_PLACES = 12;
const MOST_PLACES = 10n ** 40n;

/** An exact amount as the shortest decimal; one whose decimals never end is rounded to 12, half to even. */
function toDecimal(amount: Exact): string {
  const ends = (amount.n * MOST_PLACES) % amount.d === 0n;
  return ends ? toShortestText(amount) : toFixedText(amount, ENDLESS_PLACES).replace(/\.?0+$/, "");
}

/** A double as a decimal without exponent; `null` for unknown and for what is no number. */
function toPlainDecimal(value: number | null): string | null {
  if (value === null || !Number.isFinite(value)) return null;
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign, first, rest = "", exponent] = match;
  const power = Number(exponent);
  const digits = first! + rest;
  if (power < 0) return `${sign}0.${"0".repeat(-power - 1)}${digits}`;
  return sign! + digits.padEnd(power + 1, "0");
}

/** A text, and what programs read in its place. */
export const words = (text: string, value: string | null = text): Cell => (value === text ? { text } : { text, value });

/** A number as the page shows it, and exactly; `null`: unknown. */
export const exactly = (text: string, value: Exact | null): Cell => ({ text, value: value && toDecimal(value) });

/** An amount of USD. */
export const usd = (value: Exact | null, text = formatUsd(value)): Cell => exactly(text, value);

/** A number of the scenario. */
export const entered = (value: number, text = formatNumber(value)): Cell => exactly(text, fromNumber(value));

/** A ratio, which is a double nearest to the exact one. */
export const ratio = (value: number | null, text: string): Cell => ({ text, value: toPlainDecimal(value) });

/** A value with its name. */
export const fact = (name: string, label: string, cell: Cell): NamedValue => ({ name, label, cell });
