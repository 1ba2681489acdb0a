import fc from "fast-check";
import { findModel } from "@/lib/catalogue";
import { backlog, partOfInput, scenarioTime, withInput, workloadTime } from "./time";
import { day, decimalString, fromThousandths, LARGEST, text, thousandths } from "./values";
import type { OverrideJson, ScenarioJson, WorkloadJson } from "../make/estimate-json";
import { CATALOGUE, EMBEDDINGS, USAGE_TIERS } from "../oracle/facts";

/** How wide a scenario is drawn. `modest` numbers leave a chance that everything fits. */
export interface Width {
  readonly mostWorkloads: number;
  readonly mostOverrides: number;
  readonly numbers: "any" | "modest";
}

/** Valid scenarios of this width with no thought of thresholds. */
export function plainScenario(width: Width): fc.Arbitrary<ScenarioJson> {
  return overrides(width).chain((modelOverrides) => {
    const declared = modelOverrides.map(({ model }) => model).filter((model) => !CATALOGUE_NAMES.includes(model));
    return fc.record(
      {
        title: text(80),
        asOf: day(),
        usageTier: fc.constantFrom(...USAGE_TIERS, ...(width.numbers === "modest" ? ([2, 3, 4, 5, 5] as const) : [])),
        tokenAccounting: fc.constantFrom("prompt-plus-cap" as const, "larger-of" as const, "actual" as const),
        rpmWindowSeconds: fc.integer({ min: 1, max: 60 }),
        batchTurnaroundHours: thousandths(1000, 24_000, [1000, 24_000]).map(fromThousandths),
        modelOverrides: fc.constant(modelOverrides),
        monthlyUsageLimitUsd: decimalString("above zero"),
        monthlyBudgetUsd: decimalString("zero"),
        regional: fc.boolean(),
        workloads: fc.array(workload(width, declared), { minLength: 1, maxLength: width.mostWorkloads, size: "max" }),
        ...scenarioTime(),
        backlog: backlog(modelName(declared)),
      },
      { requiredKeys: modelOverrides.length === 0 ? ["workloads"] : ["workloads", "modelOverrides"] },
    );
  });
}

/** Custom ids that resemble something else. */
const CUSTOM_IDS = ["account", "constructor", "o1-mini-2024-09-13", "o1.", "0", "gpt-0", "m".repeat(40)];
const CATALOGUE_NAMES = [...CATALOGUE, ...EMBEDDINGS].flatMap(({ id, snapshot }) => [id, snapshot]);

function overrides({ mostOverrides }: Width): fc.Arbitrary<OverrideJson[]> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<OverrideJson[]>([]) },
    {
      weight: 3,
      arbitrary: fc.uniqueArray(override(), {
        maxLength: mostOverrides,
        size: "max",
        selector: ({ model }) => CATALOGUE.find(({ snapshot }) => snapshot === model)?.id ?? model,
      }),
    },
  );
}

function override(): fc.Arbitrary<OverrideJson> {
  const customId = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,39}$/).filter((id) => !findModel(id)),
    },
    { weight: 2, arbitrary: fc.constantFrom(...CUSTOM_IDS) },
  );
  const limit = thousandths(1, LARGEST, [1000, 500_000, 200_000_000]).map(fromThousandths);
  return fc.record(
    {
      model: fc.oneof(fc.constantFrom(...CATALOGUE_NAMES), customId),
      price: price(),
      limits: fc.record(
        { rpm: limit, tpm: limit, batchQueueTokens: limit, rpd: limit, tpd: limit },
        { requiredKeys: [] },
      ),
      contextWindow: limit,
      maxOutputTokens: limit,
    },
    { requiredKeys: ["model"] },
  );
}

/** A price of one's own: flex and priority at both ends or not at all. */
function price(): fc.Arbitrary<NonNullable<OverrideJson["price"]>> {
  const fields = [
    "input",
    "cachedInput",
    "output",
    "batchInput",
    "batchOutput",
    "batchCachedInput",
    "cacheWrite",
    "flexInput",
    "flexCachedInput",
    "flexOutput",
    "priorityInput",
    "priorityCachedInput",
    "priorityOutput",
    "batchCacheWrite",
    "flexCacheWrite",
    "priorityCacheWrite",
  ] as const;
  const amounts = Object.fromEntries(fields.map((field) => [field, decimalString("zero")])) as Record<
    (typeof fields)[number],
    fc.Arbitrary<string>
  >;
  return fc.record(amounts, { requiredKeys: ["input", "output"] }).map((own) => {
    const whole = { ...own };
    for (const [input, output] of [
      ["flexInput", "flexOutput"],
      ["priorityInput", "priorityOutput"],
    ] as const) {
      if (whole[input] === undefined) delete whole[output];
      if (whole[output] === undefined) delete whole[input];
    }
    return whole;
  });
}

/** A model that the catalogue has, or one of those declared. */
function modelName(declared: readonly string[]): fc.Arbitrary<string> {
  const names = fc.constantFrom(...CATALOGUE_NAMES);
  return declared.length === 0 ? names : fc.oneof(names, fc.constantFrom(...declared));
}

function workload({ numbers }: Width, declared: readonly string[]): fc.Arbitrary<WorkloadJson> {
  const modest = numbers === "modest";
  const calls = thousandths(0, modest ? 5000 : LARGEST, [0, 1, 1000, 2500]).map(fromThousandths);
  const tokens = modest ? thousandths(0, 3_000_000, LIKELY_TOKENS) : thousandths(0, LARGEST, LIKELY_TOKENS);
  return fc
    .record(
      {
        name: text(60),
        model: modelName(declared),
        serviceTier: fc.constantFrom(
          "standard" as const,
          "standard" as const,
          "batch" as const,
          "batch" as const,
          "flex" as const,
          "priority" as const,
        ),
        requests: (modest ? thousandths(1, 20_000) : thousandths(1, LARGEST)).map(fromThousandths),
        per: modest
          ? fc.constantFrom("minute" as const, "hour" as const, "day" as const, "month" as const)
          : fc.constantFrom("second" as const, "minute" as const, "hour" as const, "day" as const, "month" as const),
        peakToMean: thousandths(1000, modest ? 20_000 : 1_000_000, [1000, 2500]).map(fromThousandths),
        inputTokens: fc.oneof({ weight: 9, arbitrary: tokens }, { weight: 1, arbitrary: fc.constantFrom(...LONG) }),
        cachedInputTokens: partOfInput(),
        cacheWriteTokens: partOfInput(),
        visibleOutputTokens: tokens.map(fromThousandths),
        reasoningTokens: tokens.map(fromThousandths),
        maxCompletionTokens: fc.oneof(
          fc.integer({ min: 1, max: 20_000 }),
          fc.constantFrom(1, 25_000, 65_535, 65_536, 65_537, 99_999, 100_000, 100_001),
          fc.integer({ min: 1, max: modest ? 200_000 : 1e12 }),
        ),
        retryShare: thousandths(0, 10_000, [0, 50, 10_000]).map(fromThousandths),
        ...workloadTime(),
        cacheLifetime: fc.constantFrom("default" as const, "12h" as const),
        webSearchCalls: calls,
        fileSearchCalls: calls,
      },
      { requiredKeys: ["model", "requests", "per", "inputTokens"] },
    )
    .map(withInput);
}

/** Around the 128,001 tokens from which gpt-4.1 has limits of their own, in thousandths. */
const LONG = [128_000_000, 128_000_999, 128_001_000, 150_000_000, 210_000_000];

/** Token counts in thousandths beside which a rule turns. */
const LIKELY_TOKENS = [
  0, 1_022_999, 1_023_000, 1_023_999, 1_024_000, 1_024_001, 1_025_000, 65_535_999, 65_536_000, 65_536_001, 100_000_000,
  271_999_000, 271_999_999, 272_000_000, 127_999_000, 128_000_000, 200_000_000, 200_000_001,
];
