/** Scaled integers: requests a year, tokens in thousandths, what one request is charged; spans in milliseconds. */
export { attemptsPerYear, chargeMilli, outputMilli, PER_YEAR, wantedPerYear } from "./amounts";
export { DAY_MS, MINUTE_MS } from "./time";
