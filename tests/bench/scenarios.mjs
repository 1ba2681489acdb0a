/**
 * Workloads of every kind the presets know, of different sizes.
 * @param {number} count
 * @param {any} scenario the exports of lib/scenario
 */
export function scenarioOf(count, { EXAMPLE, PRESETS, checkScenario }) {
  const workloads = Array.from({ length: count }, (_, index) => ({
    ...PRESETS[index % PRESETS.length],
    name: `Workload ${index + 1}`,
    requests: 7 + index * 13,
    inputTokens: 4000 + index * 37,
    cachedInputTokens: 600 + index,
    ...(PRESETS[index % PRESETS.length].cacheWriteTokens !== undefined && { cacheWriteTokens: 300 + index }),
  }));
  const checked = checkScenario({ ...EXAMPLE, workloads });
  if (!checked.scenario) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}

/**
 * The same with every mean a range, a third to three times its number.
 * @param {number} count
 * @param {any} scenario the exports of lib/scenario
 */
export function rangedScenarioOf(count, scenario) {
  const FIELDS = [
    "requests",
    "inputTokens",
    "cachedInputTokens",
    "visibleOutputTokens",
    "reasoningTokens",
    "peakToMean",
  ];
  const around = (/** @type {number} */ value) => [Math.max(1, Math.round(value / 3)), Math.max(1, value) * 3];
  const plain = scenarioOf(count, scenario);
  const workloads = plain.workloads.map((/** @type {any} */ one) => ({
    ...one,
    ranges: Object.fromEntries(FIELDS.map((field) => [field, around(one[field])])),
  }));
  const checked = scenario.checkScenario({ ...plain, workloads });
  if (!checked.scenario) throw new Error(JSON.stringify(checked.issues));
  return checked.scenario;
}
