/** The most columns of a chart. */
export const MOST_COLUMNS = 120;

const UNITS = [
  { name: "day", one: "a day", seconds: 86_400 },
  { name: "hour", one: "an hour", seconds: 3600 },
  { name: "minute", one: "a minute", seconds: 60 },
  { name: "second", one: "a second", seconds: 1 },
] as const;

/** The length of a column in the largest unit of which it is at least one: `a day`, `15 minutes`. */
export function lengthText(seconds: number): string {
  const unit = UNITS.find((one) => seconds >= one.seconds) ?? UNITS.at(-1)!;
  const count = seconds / unit.seconds;
  return count === 1 ? unit.one : `${count}\u00a0${unit.name}s`;
}
