import type { Scenario, Workload } from "@/lib/scenario";
import {
  ACCOUNTING_NAMES,
  ARRIVAL_NAMES,
  capital,
  PER_LABELS,
  POLICY_NAMES,
  SERVICE_TIER_NAMES,
  SHAPE_NAMES,
  SIZE_NAMES,
  workloadName,
} from "@/lib/view/names";
import { formatDay, formatNumber, formatPercent, formatUsdText } from "@/lib/view/text";

/** Fields whose names are not their words. */
const LABELS: Readonly<Record<string, string>> = {
  asOf: "Prices as of",
  tokenAccounting: "Rule of the charge",
  rpmWindowSeconds: "Request window",
  batchTurnaroundHours: "Batch turnaround",
  monthlyUsageLimitUsd: "Usage limit",
  monthlyBudgetUsd: "Budget",
  regional: "One region",
  policy: "At a limit, clients",
  horizonMinutes: "Simulated",
  peakToMean: "Busiest minute",
  inputTokens: "Input",
  cachedInputTokens: "Cached input",
  cacheWriteTokens: "Written to the cache",
  visibleOutputTokens: "Visible output",
  reasoningTokens: "Reasoning",
  maxCompletionTokens: "Cap",
  retryShare: "Billed retries",
  shape: "Through the day",
  total: "Requests",
  deadlineHours: "Deadline",
  liveShare: "Left to live traffic",
  budgetUsd: "Budget",
  rpm: "Requests a minute",
  tpm: "Tokens a minute",
  rpd: "Requests a day",
  tpd: "Tokens a day",
  percentPerMonth: "Growth a month",
  paidUsd: "Paid so far",
  per: "Requests",
};

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tokenAccounting: ACCOUNTING_NAMES,
  policy: POLICY_NAMES,
  serviceTier: SERVICE_TIER_NAMES,
  shape: SHAPE_NAMES,
  arrivals: ARRIVAL_NAMES,
  sizes: SIZE_NAMES,
};

/** What stands behind a number of the field. */
const UNITS: Readonly<Record<string, string>> = {
  rpmWindowSeconds: " s",
  batchTurnaroundHours: " h",
  horizonMinutes: " minutes",
  peakToMean: "×",
  deadlineHours: " h",
  percentPerMonth: "\u202f%",
};

const spaced = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function numberText(field: string, value: number): string {
  return field === "liveShare" ? formatPercent(value) : formatNumber(value) + (UNITS[field] ?? "");
}

/** A value of a field as it is read: `4,000`, `$500`, `Batch`; `none` where there is none. */
export function valueText(field: string, value: unknown): string {
  if (value === undefined || value === null) return "none";
  if (typeof value === "number") return numberText(field, value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map((end: number) => numberText(field, end)).join(" to ");
  const text = String(value);
  if (field === "asOf") return formatDay(text);
  if (field === "usageTier") return "Free";
  if (/Usd$/.test(field)) return formatUsdText(text);
  return NAMES[field]?.[text] ?? text;
}

/** The rate of a workload: `40 a minute`. */
export const rateWords = ({ requests, per }: Pick<Workload, "requests" | "per">): string =>
  `${formatNumber(requests)} ${PER_LABELS[per]}`;

/** A whole workload in a cell: `gpt-5.6-luna, 40 a minute`. */
export const workloadWords = (workload: Workload): string => `${workload.model}, ${rateWords(workload)}`;

/** What a field at a path is called; of several workloads it names the one. */
export function changeLabel(base: Scenario, path: string): string {
  const [list, place = "", ...rest] = path.split(".");
  const field = rest.at(-1) ?? path.split(".").at(-1)!;
  const name = LABELS[field] ?? capital(spaced(field));
  if (list === "workloads" && base.workloads.length > 1) return `${workloadName(base, Number(place))}: ${name}`;
  if (list === "modelOverrides") return `${base.modelOverrides[Number(place)]?.model ?? "Own model"}: ${name}`;
  return list === "backlog" ? `Backlog: ${name}` : name;
}
