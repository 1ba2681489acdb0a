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
