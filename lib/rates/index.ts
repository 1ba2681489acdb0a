/** Scaled integers: requests a year, tokens in thousandths, what one request is charged. */
export { attemptsPerYear, chargeMilli, outputMilli, PER_YEAR, wantedPerYear } from "./amounts";
