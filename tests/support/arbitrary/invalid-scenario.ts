import fc from "fast-check";
import { plainScenario } from "./plain-scenario";
import type { BacklogJson, OverrideJson, ScenarioJson } from "../make/estimate-json";
import { catalogueModel } from "../oracle/facts";

/** A scenario with one fault, and the path of the fault as the API names it: `workloads.0.model`. */
export interface InvalidScenario {
  body: unknown;
  path: string;
}

/** Valid scenarios damaged in one place. A fault may bring others with it; `path` is among those to be named. */
export function invalidScenarioArbitrary(): fc.Arbitrary<InvalidScenario> {
  return fc
    .record({
      scenario: plainScenario({ mostWorkloads: 3, mostOverrides: 3, numbers: "modest" }),
      damage: fc.constantFrom(...DAMAGES),
      pick: fc.nat(),
      place: fc.nat(),
    })
    .map(({ scenario, damage, pick, place }) => damage(scenario, place % scenario.workloads.length, pick));
}

type Path = readonly (string | number)[];
/** Damages a copy of the scenario, in its `at`th workload if in any; `pick` chooses among the damage's variants. */
type Damage = (scenario: ScenarioJson, at: number, pick: number) => InvalidScenario;

const NO_NUMBERS: readonly unknown[] = [null, "5", "", "1k", "NaN", true, false, [], [5], {}];
const NO_COUNTS: readonly unknown[] = [
  ...NO_NUMBERS,
  -1,
  -0.001,
  0.0001,
  1.2345,
  1e-7,
  1_000_000_000_000.001,
  1e13,
  1e300,
];
const NO_AMOUNTS: readonly unknown[] = [
  null,
  1,
  1.1,
  true,
  [],
  {},
  "",
  " ",
  "1 ",
  " 1",
  "abc",
  "NaN",
  "Infinity",
  "-1",
  "-0.01",
  "1e3",
  "0x10",
  "1,000",
  "1,5",
  "$1",
  "1.1.1",
  "1_000",
  "١",
  "0.0000000000001",
  "1.1234567890123",
  "12345.123456789012",
  "1000000000000.1",
  "1000000000001",
  "9999999999999",
];
const NO_DAYS: readonly unknown[] = [
  null,
  20250101,
  true,
  [],
  {},
  "",
  "today",
  "2025-02-29",
  "2026-02-29",
  "2024-02-30",
  "2025-04-31",
  "2025-13-01",
  "2025-00-10",
  "2025-01-00",
  "2025-01-32",
  "2025-1-1",
  "20250101",
  "2025/01/01",
  "01-01-2025",
  "2025-01-01T00:00:00Z",
  " 2025-01-01",
  "2025-01-01 ",
  "2025-01-01\n",
  "+002025-01-01",
];
const LONE_SURROGATES: readonly string[] = ["\ud83d", "\ude00", "a\ud83d", "\ude00\ud83d", "😀\ud800", "\udfffz"];
const NO_TEXTS: readonly unknown[] = [null, 5, true, [], {}, ...LONE_SURROGATES];
const NO_LISTS: readonly unknown[] = [null, {}, "", 1, true];
const NO_OBJECTS: readonly unknown[] = [null, "", 1, true, []];
const NO_CHOICES: readonly unknown[] = [
  null,
  "",
  "Standard",
  " batch",
  "Flex",
  "auto",
  "week",
  "tpm",
  0,
  6,
  -1,
  1.5,
  "1",
  "Free",
  true,
  [],
  {},
];
const NO_CUSTOM_IDS: readonly unknown[] = [
  null,
  7,
  [],
  "",
  "GPT",
  "o1 mini",
  "-x",
  ".x",
  "_x",
  "a/b",
  "é",
  "a\n",
  "m".repeat(41),
  "\ud800",
];
const UNKNOWN_MODELS: readonly string[] = [
  "",
  "O1-MINI",
  "o1-mini ",
  "o1-mini-2024-09-13x",
  "not-declared",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "\ud800",
];
const UNKNOWN_FIELDS: readonly string[] = [
  "colour",
  "Title",
  "model_overrides",
  "constructor",
  "toString",
  "__proto__",
  "0",
];

/** A custom model with every fact, which no workload uses. */
const SPARE: OverrideJson = {
  model: "spare-model-of-nobody",
  price: {
    input: "1.10",
    cachedInput: "0.55",
    output: "4.40",
    batchInput: "0.55",
    batchOutput: "2.20",
    batchCachedInput: "0.275",
    cacheWrite: "1.375",
    flexInput: "0.55",
    flexCachedInput: "0.275",
    flexOutput: "2.20",
    priorityInput: "2.20",
    priorityCachedInput: "1.10",
    priorityOutput: "8.80",
    batchCacheWrite: "0.6875",
    flexCacheWrite: "0.6875",
    priorityCacheWrite: "2.75",
  },
  limits: { rpm: 500, tpm: 200_000, batchQueueTokens: 1_000_000, rpd: 10_000, tpd: 90_000_000 },
  contextWindow: 128_000,
  maxOutputTokens: 65_536,
};

/** A backlog with every field. */
const PILE: BacklogJson = {
  model: "o1-mini",
  total: 25_000,
  inputTokens: 1000,
  cachedInputTokens: 1000,
  visibleOutputTokens: 300,
  reasoningTokens: 900.5,
  maxCompletionTokens: 8000,
  deadlineHours: 71.5,
  liveShare: 0.25,
  budgetUsd: "500",
  enqueuedRequests: 50_000,
};

const DAMAGES: readonly Damage[] = [
  // what the scenario itself holds
  replaceEach(["title"], [...NO_TEXTS, "x".repeat(81), "😀".repeat(81)]),
  replaceEach(["asOf"], NO_DAYS),
  replaceEach(["usageTier"], NO_CHOICES),
  replaceEach(["tokenAccounting"], NO_CHOICES),
  replaceEach(["rpmWindowSeconds"], [...NO_COUNTS, 0, 0.999, 1.5, 60.001, 61]),
  replaceEach(["batchTurnaroundHours"], [...NO_COUNTS, 0, 0.999, 24.001, 25]),
  replaceEach(["monthlyUsageLimitUsd"], [...NO_AMOUNTS, "0", "0.00"]),
  replaceEach(["monthlyBudgetUsd"], NO_AMOUNTS),
  replaceEach(["regional"], [null, 0, 1, "true", "yes", [], {}]),
  replaceEach(["policy"], [...NO_CHOICES, "Queue", "wait", "backoff"]),
  replaceEach(["seed"], [...NO_COUNTS, 0.5, 4_294_967_296]),
  replaceEach(["horizonMinutes"], [...NO_COUNTS, 0, 0.5, 1.001, 43_201]),
  replaceEach(["backlog"], NO_OBJECTS),
  replaceEach(["modelOverrides"], NO_LISTS),
  replaceEach(["workloads"], [...NO_LISTS, []]),
  removeField([], ["workloads"]),
  addField([]),
  (scenario) => fault(scenario, ["workloads"], Array(21).fill(scenario.workloads[0])),

  // workloads
  workloadField("name", [...NO_TEXTS, "x".repeat(61), "😀".repeat(61)]),
  workloadField("model", [null, 1, true, [], {}, ...UNKNOWN_MODELS]),
  workloadField("serviceTier", NO_CHOICES),
  workloadField("requests", [...NO_COUNTS, 0]),
  workloadField("per", [...NO_CHOICES, "minutes", "Minute"]),
  workloadField("peakToMean", [...NO_COUNTS, 0, 0.999, 1000.001, 1e12]),
  workloadField("inputTokens", NO_COUNTS),
  workloadField("cachedInputTokens", NO_COUNTS),
  workloadField("cacheWriteTokens", NO_COUNTS),
  workloadField("visibleOutputTokens", NO_COUNTS),
  workloadField("reasoningTokens", NO_COUNTS),
  workloadField("maxCompletionTokens", [...NO_COUNTS, 0, 1.5, 999.999]),
  workloadField("retryShare", [...NO_COUNTS, 10.001, 11]),
  workloadField("shape", [...NO_CHOICES, "Flat", "office", "weekly"]),
  workloadField("arrivals", [...NO_CHOICES, "Poisson", "bursty"]),
  workloadField("sizes", [...NO_CHOICES, "azure", "log-normal"]),
  ...["inputP95ToMean", "visibleOutputP95ToMean", "reasoningP95ToMean"].map((field) =>
    workloadField(field, [...NO_COUNTS, 0, 0.999, 3.869, 4]),
  ),
  workloadField("firstTokenMs", [...NO_COUNTS, 0.5, 600_001]),
  workloadField("tokensPerSecond", [...NO_COUNTS, 0, 100_000.001]),
  workloadField("cacheLifetime", [...NO_CHOICES, "12 h", "24h", "Default"]),
  workloadField("webSearchCalls", NO_COUNTS),
  workloadField("fileSearchCalls", NO_COUNTS),
  (scenario, at, pick) => {
    const cached = {
      ...scenario.workloads[at]!,
      inputTokens: 1024,
      cachedInputTokens: choose([1024.001, 1025, 1e12], pick),
    };
    return { ...fault(scenario, ["workloads", at], cached), path: `workloads.${at}.cachedInputTokens` };
  },
  (scenario, at, pick) => {
    const { cachedInputTokens = 0, ...own } = {
      ...scenario.workloads[at]!,
      ...choose([{ cachedInputTokens: 1000 }, { cachedInputTokens: 0 }], pick),
    };
    const written = {
      ...own,
      inputTokens: 1024,
      cachedInputTokens,
      cacheWriteTokens: 1024 - cachedInputTokens + choose([0.001, 1, 1e11], pick),
    };
    return { ...fault(scenario, ["workloads", at], written), path: `workloads.${at}.cacheWriteTokens` };
  },
  (scenario, at, pick) => fault(scenario, ["workloads", at], choose(NO_OBJECTS, pick)),
  (scenario, at, pick) =>
    removeField(["workloads", at], ["model", "requests", "per", "inputTokens"])(scenario, at, pick),
  (scenario, at, pick) => addField(["workloads", at])(scenario, at, pick),

  // backlog
  backlogField("model", [...NO_CUSTOM_IDS, ...UNKNOWN_MODELS]),
  backlogField("total", [...NO_COUNTS, 0, 0.999, 1.5]),
  ...["inputTokens", "cachedInputTokens", "visibleOutputTokens", "reasoningTokens"].map((field) =>
    backlogField(field, NO_COUNTS),
  ),
  backlogField("cachedInputTokens", [1000.001, 1001, 1e12]),
  backlogField("maxCompletionTokens", [...NO_COUNTS, 0, 1.5]),
  backlogField("deadlineHours", [...NO_COUNTS, 0, 87_600.001]),
  backlogField("liveShare", [...NO_COUNTS, 0.991, 1, 2]),
  backlogField("budgetUsd", NO_AMOUNTS),
  backlogField("enqueuedRequests", [...NO_COUNTS, 0, 1.5]),
  backlogField("serviceTier", ["batch"]),
  backlogField("cacheWriteTokens", [1]),
  (scenario, at, pick) => addField(["backlog"])({ ...scenario, backlog: PILE }, at, pick),
  (scenario, at, pick) =>
    removeField(["backlog"], ["model", "total", "inputTokens"])({ ...scenario, backlog: PILE }, at, pick),

  // overrides
  overrideField(["model"], NO_CUSTOM_IDS),
  overrideField(["price"], NO_OBJECTS),
  ...Object.keys(SPARE.price!).map((price) => overrideField(["price", price], NO_AMOUNTS)),
  overrideField(["limits"], NO_OBJECTS),
  ...Object.keys(SPARE.limits!).map((limit) => overrideField(["limits", limit], [...NO_COUNTS, 0])),
  overrideField(["contextWindow"], [...NO_COUNTS, 0]),
  overrideField(["maxOutputTokens"], [...NO_COUNTS, 0]),
  overrideField(["colour"], ["red"]),
  overrideField(["price", "cached"], ["0.55"]),
  overrideField(["limits", "rph"], [10_000]),
  overrideField([], NO_OBJECTS),
  overrideWithout(["model"]),
  overrideWithout(["price", "input"]),
  overrideWithout(["price", "output"]),
  ...["flexInput", "flexOutput", "priorityInput", "priorityOutput"].map((price) => overrideWithout(["price", price])),
  overriddenTwice("spare-model-of-nobody", "spare-model-of-nobody"),
  overriddenTwice("o1-mini", "o1-mini"),
  overriddenTwice("o1-mini", "o1-mini-2024-09-12"),
  overriddenTwice("o1-2024-12-17", "o1"),
  overriddenTwice("o3-mini-2025-01-31", "o3-mini-2025-01-31"),
  function tooManyOverrides(scenario) {
    const own = scenario.modelOverrides ?? [];
    const fillers = Array.from({ length: 21 - own.length }, (_, n) => ({ model: `spare-model-of-nobody-${n}` }));
    return fault(scenario, ["modelOverrides"], [...own, ...fillers]);
  },
];

/** Puts one of the values in the field. */
function replaceEach(path: Path, values: readonly unknown[]): Damage {
  return (scenario, _, pick) => fault(scenario, path, choose(values, pick));
}

/** Puts one of the values in a field of the chosen workload. */
function workloadField(field: string, values: readonly unknown[]): Damage {
  return (scenario, at, pick) => fault(scenario, ["workloads", at, field], choose(values, pick));
}

/** Puts one of the values in a field of a backlog. */
function backlogField(field: string, values: readonly unknown[]): Damage {
  return (scenario, _, pick) => fault({ ...scenario, backlog: PILE }, ["backlog", field], choose(values, pick));
}

/** Adds the spare override with one of the values in this field. */
function overrideField(field: Path, values: readonly unknown[]): Damage {
  return (scenario, _, pick) => damagedSpare(scenario, field, (body, path) => put(body, path, choose(values, pick)));
}

/** Adds the spare override without this field. */
function overrideWithout(field: Path): Damage {
  return (scenario) => damagedSpare(scenario, field, remove);
}

function damagedSpare(
  scenario: ScenarioJson,
  field: Path,
  damage: (body: unknown, path: Path) => unknown,
): InvalidScenario {
  const own = scenario.modelOverrides ?? [];
  const path = ["modelOverrides", own.length, ...field];
  return { body: damage({ ...scenario, modelOverrides: [...own, SPARE] }, path), path: path.join(".") };
}

/** Takes a required field away. */
function removeField(parent: Path, fields: readonly string[]): Damage {
  return (scenario, _, pick) => {
    const path = [...parent, choose(fields, pick)];
    return { body: remove(scenario, path), path: path.join(".") };
  };
}

/** Adds a field that the contract does not have. */
function addField(parent: Path): Damage {
  return (scenario, _, pick) => fault(scenario, [...parent, choose(UNKNOWN_FIELDS, pick)], 1);
}

/** Overrides one model twice, under these two names. */
function overriddenTwice(first: string, second: string): Damage {
  return (scenario) => {
    const others = (scenario.modelOverrides ?? []).filter(({ model }) => catalogueModel(model) === null);
    const modelOverrides = [...others, { model: first, contextWindow: 1000 }, { model: second, contextWindow: 2000 }];
    return { body: { ...scenario, modelOverrides }, path: `modelOverrides.${others.length + 1}.model` };
  };
}

function fault(scenario: ScenarioJson, path: Path, value: unknown): InvalidScenario {
  return { body: put(scenario, path, value), path: path.join(".") };
}

function choose<T>(values: readonly T[], pick: number): T {
  return values[pick % values.length]!;
}

/** A copy in which the value at the path is this one, as an own property whatever its name. */
function put(body: unknown, path: Path, value: unknown): unknown {
  return edit(body, path, (parent, key) => {
    Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
  });
}

/** A copy without the property at the path. */
function remove(body: unknown, path: Path): unknown {
  return edit(body, path, (parent, key) => {
    Reflect.deleteProperty(parent, key);
  });
}

function edit(body: unknown, path: Path, change: (parent: object, key: string | number) => void): unknown {
  const copy: unknown = structuredClone(body);
  const parent = path
    .slice(0, -1)
    .reduce((value: unknown, key) => (value as Record<string | number, unknown>)[key], copy);
  change(parent as object, path.at(-1)!);
  return copy;
}
