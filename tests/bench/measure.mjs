/**
 * One line of the report. `pass`: null where there is no target or nothing was measured.
 * @typedef {{ name: string, target: string, min: string, median: string, pass: boolean | null, more?: string }} Row
 */

/**
 * The value below or at which `share` of all lie, by nearest rank; 0.5 is the median.
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  return [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? NaN;
}

/**
 * Microseconds a call of each function, warm, in turns, so that all of them meet the same machine.
 * @param {Record<string, () => unknown>} functions
 * @param {{ rounds?: number, calls?: number }} [options]
 * @returns {Record<string, number[]>} one mean for each round
 */
export function inTurns(functions, { rounds = 40, calls = 100 } = {}) {
  const all = Object.entries(functions).map(([name, work]) => ({ name, work, times: /** @type {number[]} */ ([]) }));
  for (const { work } of all) timed(work, calls * 10);
  for (let round = 0; round < rounds; round++) for (const { work, times } of all) times.push(timed(work, calls));
  return Object.fromEntries(all.map(({ name, times }) => [name, times]));
}

/** What was computed last, so that nothing is optimised away. @public @type {unknown} */
export let kept;

/** @param {() => unknown} work @param {number} calls */
function timed(work, calls) {
  const start = performance.now();
  for (let i = 0; i < calls; i++) kept = work();
  return ((performance.now() - start) * 1000) / calls;
}

/** @param {number} value @param {number} [digits] */
export function round(value, digits = 2) {
  return String(Math.round(value * 10 ** digits) / 10 ** digits);
}
