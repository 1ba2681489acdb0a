import { NUMBERS } from "@/lib/scenario";
import { accepts, describeRule } from "@/lib/fields";
import { parsePercent, parseTyped } from "./typed";
import type { Typed } from "./typed-unit";

const HOURS: Readonly<Record<string, number>> = {
  h: 1,
  hr: 1,
  hrs: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  w: 168,
  week: 168,
  weeks: 168,
};

/** Typed hours that may name another unit, as a deadline takes them: `72`, `72 h`, `3 days`, `2w`. */
export function parseHours(text: string): Typed<number> {
  const rule = NUMBERS.deadlineHours;
  const match = /^(.*\d)\s*([a-z]+)$/i.exec(text.trim());
  const factor = match ? HOURS[match[2]!.toLowerCase()] : undefined;
  const number = parseTyped(factor === undefined ? text : match![1]!, "deadlineHours");
  if ("error" in number || factor === undefined) return number;
  const value = Math.round(number.value * factor * 1000) / 1000;
  return accepts(rule, value)
    ? { value }
    : { error: `${text.trim()} is not accepted; give ${describeRule(rule)}, in hours` };
}

/** A typed percentage as the share that a scenario holds: `50`, `33.3 %`. */
export function parseShare(text: string): Typed<number> {
  const most = NUMBERS.liveShare.max * 100;
  const percent = parsePercent(text, { min: 0, max: most });
  if ("error" in percent) return percent;
  const value = Math.round(percent.value * 10) / 1000;
  return Math.round(value * 100_000) / 1000 === percent.value
    ? { value }
    : { error: `${percent.value} is not accepted; give a number from 0 to ${most}, with at most one decimal` };
}

/** A share as the percentage it is typed as: 0.333 → 33.3. */
export const toPercent = (share: number): number => Math.round(share * 100_000) / 1000;
