import { CHECKED_ON, type UsageTierId } from "@/lib/catalogue";
import { DEFAULTS } from "./defaults";
import { NEW_WORKLOAD, workload } from "./new-workload";
import { PRESET } from "./presets";
import type { Scenario, Workload } from "./types";

/** A whole scenario to start from. */
interface StartingPoint {
  readonly name: string;
  readonly scenario: Scenario;
}

const scenarioOf = (usageTier: UsageTierId, one: Workload): Scenario => ({
  ...DEFAULTS.scenario,
  title: one.name,
  asOf: CHECKED_ON,
  usageTier,
  workloads: [one],
});

/** The worked example that the page opens on: a scenario of today that fits. */
export const EXAMPLE = scenarioOf(3, PRESET.chat);

/** A scenario to fill in: one request a minute, without title or names. */
export const BLANK = scenarioOf(1, { ...NEW_WORKLOAD, model: PRESET.chat.model, requests: 1 });

const of = (scenario: Scenario): StartingPoint => ({ name: scenario.title, scenario });

/** Starting points in the order of their row: what most people have first, a blank one last. */
export const STARTS: readonly StartingPoint[] = [
  of(EXAMPLE),
  of(scenarioOf(4, PRESET.extraction)),
  of(scenarioOf(4, PRESET.agent)),
  of(scenarioOf(3, PRESET.labels)),
  of({
    ...scenarioOf(4, PRESET.embeddings),
    backlog: {
      ...DEFAULTS.backlog,
      model: PRESET.embeddings.model,
      total: 10_000_000,
      inputTokens: PRESET.embeddings.inputTokens,
      deadlineHours: 336,
    },
  }),
  of({
    ...scenarioOf(
      5,
      workload({
        name: "Support chat",
        model: "o1-mini",
        requests: 120,
        per: "minute",
        peakToMean: 2.5,
        inputTokens: 1500,
        cachedInputTokens: 600,
        visibleOutputTokens: 300,
        reasoningTokens: 900,
        maxCompletionTokens: 8000,
      }),
    ),
    title: "o1-mini as it was",
    // The last day on which it was sold.
    asOf: "2025-10-26",
  }),
  { name: "Blank", scenario: BLANK },
];
