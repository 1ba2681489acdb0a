import { chargeMilli } from "@/lib/rates";
import { MILLI } from "@/lib/fields";
import { DEFAULTS, type Scenario, type Workload } from "@/lib/scenario";
import { RANGE_FIELDS } from "@/lib/scenario/ranges";
import { ARRIVAL_NAMES, capital, PER_LABELS, SHAPE_NAMES, SIZE_NAMES, tierWord, workloadName } from "@/lib/view/names";
import { formatNumber } from "@/lib/view/text";
import { entered, words } from "../cells";
import { camelCase, snakeCase, spaced } from "../words";
import type { Cell, ReportTable } from "../report";
import { plainCell } from "./plain";

/** A column of what was entered of each workload. */
interface Entry {
  readonly name: string;
  readonly label: string;
  readonly unit?: string;
  readonly isNumeric?: boolean;
  readonly isForPrograms?: boolean;
  readonly usual?: string;
  /** Whether it stands in the table; absent: always. */
  readonly isTold?: (scenario: Scenario) => boolean;
  readonly cell: (workload: Workload, scenario: Scenario, index: number) => Cell;
}

const NONE: Cell = { text: "none", value: null };
const given = (value: number | undefined): Cell => (value === undefined ? NONE : entered(value));
const tokens = (name: string, label: string, of: (workload: Workload) => number): Entry => ({
  name,
  label,
  unit: "tokens",
  isNumeric: true,
  usual: "0",
  cell: (workload) => entered(of(workload)),
});

/** The fields of a workload as Plan asks for them, in its words. */
const ENTRIES: readonly Entry[] = [
  { name: "workload", label: "Workload", cell: (_, scenario, index) => words(workloadName(scenario, index)) },
  { name: "model", label: "Model", cell: ({ model }) => words(model) },
  {
    name: "service_tier",
    label: "Service tier",
    cell: ({ serviceTier }) => words(tierWord(serviceTier), serviceTier),
  },
  {
    name: "requests",
    label: "Requests",
    isNumeric: true,
    cell: ({ requests, per }) => entered(requests, `${formatNumber(requests)} ${PER_LABELS[per]}`),
  },
  { name: "per", label: "Per", isForPrograms: true, cell: ({ per }) => words(per) },
  {
    name: "peak_to_mean",
    label: "Busiest minute",
    unit: "the mean",
    isNumeric: true,
    cell: ({ peakToMean }) => entered(peakToMean, `${formatNumber(peakToMean)} ×`),
  },
  tokens("input_tokens", "Input", ({ inputTokens }) => inputTokens),
  tokens("cached_input_tokens", "of which cached", ({ cachedInputTokens }) => cachedInputTokens),
  {
    ...tokens("cache_write_tokens", "of which written", ({ cacheWriteTokens = 0 }) => cacheWriteTokens),
    isTold: ({ workloads }) => workloads.some(({ cacheWriteTokens }) => cacheWriteTokens),
  },
  tokens("visible_output_tokens", "Visible output", ({ visibleOutputTokens }) => visibleOutputTokens),
  tokens("reasoning_tokens", "Reasoning", ({ reasoningTokens }) => reasoningTokens),
  {
    name: "max_completion_tokens",
    label: "Cap",
    unit: "tokens",
    isNumeric: true,
    usual: NONE.text,
    cell: ({ maxCompletionTokens }) => given(maxCompletionTokens),
  },
  {
    name: "charged_tokens",
    label: "Charged a request",
    unit: "tokens",
    isNumeric: true,
    cell: (workload, { tokenAccounting }) => entered(chargeMilli(workload, tokenAccounting) / MILLI),
  },
  {
    name: "retry_share",
    label: "Billed retries",
    unit: "a request",
    isNumeric: true,
    usual: "0",
    cell: ({ retryShare }) => entered(retryShare),
  },
];

type Key = keyof Workload;

/** A field of Traffic that only says more where it is set. */
const set = (field: Key, entry: Omit<Entry, "isTold">): Entry => ({
  ...entry,
  isTold: ({ workloads }) => workloads.some((workload) => workload[field] !== undefined),
});
const spread = (field: "inputP95ToMean" | "visibleOutputP95ToMean" | "reasoningP95ToMean", of: string): Entry =>
  set(field, {
    name: `${of.toLowerCase().replace(" ", "_")}_p95_to_mean`,
    label: `${of}, p95`,
    unit: "the mean",
    isNumeric: true,
    cell: ({ [field]: value = 1 }) => entered(value, `${formatNumber(value)} ×`),
  });

/** What Traffic asks of a workload besides. */
const TRAFFIC_ENTRIES: readonly Entry[] = [
  set("shape", {
    name: "shape",
    label: "Through the day",
    usual: SHAPE_NAMES[DEFAULTS.implied.shape].toLowerCase(),
    cell: ({ shape = DEFAULTS.implied.shape }) => words(SHAPE_NAMES[shape].toLowerCase(), shape),
  }),
  set("arrivals", {
    name: "arrivals",
    label: "Arrivals",
    usual: ARRIVAL_NAMES[DEFAULTS.implied.arrivals],
    cell: ({ arrivals = DEFAULTS.implied.arrivals }) => words(ARRIVAL_NAMES[arrivals], arrivals),
  }),
  set("sizes", {
    name: "sizes",
    label: "Sizes",
    usual: SIZE_NAMES[DEFAULTS.implied.sizes],
    cell: ({ sizes = DEFAULTS.implied.sizes }) => words(SIZE_NAMES[sizes], sizes),
  }),
  spread("inputP95ToMean", "Input"),
  spread("visibleOutputP95ToMean", "Visible output"),
  spread("reasoningP95ToMean", "Reasoning"),
  set("firstTokenMs", {
    name: "first_token_ms",
    label: "First token",
    unit: "ms",
    isNumeric: true,
    cell: ({ firstTokenMs }) => given(firstTokenMs),
  }),
  set("tokensPerSecond", {
    name: "tokens_per_second",
    label: "Answers flow at",
    unit: "tokens a second",
    isNumeric: true,
    cell: ({ tokensPerSecond }) => given(tokensPerSecond),
  }),
];

/** Fields that only some scenarios have, told where one has them. */
const OPTIONAL: readonly Entry[] = (["webSearchCalls", "fileSearchCalls"] as const).map((field) =>
  set(field, {
    name: snakeCase(field),
    label: capital(spaced(field)),
    unit: "a request",
    isNumeric: true,
    cell: ({ [field]: calls = 0 }) => entered(calls),
  }),
);

/** Ranges of means, p10 to p90, told where a workload has one. */
const RANGE_ENTRIES: readonly Entry[] = RANGE_FIELDS.map((field) => ({
  name: `${snakeCase(field)}_range`,
  label: `${capital(spaced(field))}, p10 to p90`,
  isTold: ({ workloads }) => workloads.some(({ ranges }) => ranges?.[field]),
  cell: ({ ranges }) => {
    const [low, high] = ranges?.[field] ?? [];
    return low === undefined
      ? words("known", null)
      : words(`${formatNumber(low)} to ${formatNumber(high!)}`, `${low}~${high}`);
  },
}));

/** Fields without words of their own here, by their names: nothing that was entered is left out. */
function otherEntries({ workloads }: Scenario, told: readonly Entry[]): Entry[] {
  const known = new Set(["name", "ranges", ...told.map(({ name }) => camelCase(name))]);
  const fields = new Set(workloads.flatMap((workload) => Object.keys(workload)).filter((field) => !known.has(field)));
  return [...fields].map((field) => ({
    name: snakeCase(field),
    label: capital(spaced(field)),
    cell: (workload) => plainCell(workload[field as Key]),
  }));
}

/** What was entered of each workload, one a row; `withTraffic`: as Traffic shows it, defaults too. */
export function workloadsBlock(scenario: Scenario, withTraffic = false): ReportTable {
  const always = withTraffic ? ["shape", "arrivals", "sizes"] : [];
  const known = [...ENTRIES, ...RANGE_ENTRIES, ...OPTIONAL, ...TRAFFIC_ENTRIES];
  const entries = [
    ...known.filter(({ name, isTold }) => !isTold || always.includes(name) || isTold(scenario)),
    ...otherEntries(scenario, known),
  ];
  return {
    key: "workloads",
    title: scenario.workloads.length === 1 ? "The workload" : "The workloads",
    columns: entries.map(({ name, label, unit, isNumeric, isForPrograms, usual }) => ({
      name,
      label,
      ...(unit && { unit }),
      ...(isNumeric && { isNumeric }),
      ...(isForPrograms && { isForPrograms }),
      ...(usual !== undefined && { usual }),
    })),
    rows: scenario.workloads.map((workload, index) => ({
      cells: entries.map(({ cell }) => cell(workload, scenario, index)),
    })),
  };
}
