import { decimals, significant } from "./format";

/** Hours in a sentence: `20 hours`, `2.5 days`, `45 minutes`. */
export function formatDuration(hours: number): string {
  const inUnit = (value: number, unit: string) => {
    const text = value > 10 ? decimals(value, 0) : significant(value, 2);
    return `${text}\u00a0${unit}${text === "1" ? "" : "s"}`;
  };
  if (hours >= 48) return inUnit(hours / 24, "day");
  if (hours >= 1) return inUnit(hours, "hour");
  if (hours >= 1 / 60) return inUnit(hours * 60, "minute");
  return inUnit(hours * 3600, "second");
}
