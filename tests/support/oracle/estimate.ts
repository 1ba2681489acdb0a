import type {
  CompleteScenario,
  Dimension,
  ScenarioJson,
  SlowEstimate,
  SlowLimit,
  SlowNote,
  SlowTier,
  SlowVerdict,
} from "../make/estimate-json";
import { costOf, isLong, monthlyCost, priceOf } from "./cost";
import { MONTHLY_USAGE_LIMIT_USD, NOTHING_PUBLISHED, type TierPrice, USAGE_TIERS, type UsageTier } from "./facts";
import {
  add,
  divide,
  type Fraction,
  fraction,
  fromDecimal,
  fromNumber,
  isOver,
  isZero,
  multiply,
  ONE,
  sum,
  sumIfKnown,
  toNearestDouble,
} from "./fraction";
import { complete } from "./scenario";
import { HOURS_PER_MONTH, understand, type Workload } from "./workload";

export type { SlowEstimate } from "../make/estimate-json";

/**
 * The estimate of a valid scenario, worked out rule by rule in plain fractions.
 * Defaults may be absent; arrays of the answer are in the published order. What it does with an invalid
 * scenario is not defined.
 */
export function slowEstimate(scenario: unknown): SlowEstimate {
  const given = complete(scenario as ScenarioJson);
  const workloads = given.workloads.map((workload) => understand(workload, given));
  const month = sumIfKnown(workloads.map(monthlyCost));
  const own = rowsAt(given.usageTier, given, workloads, month);
  const tiers = USAGE_TIERS.map((usageTier) => judgeTier(usageTier, given, workloads, month));
  const { fits, bindsFirst, scaleAtLimit, rates } = judgeTier(given.usageTier, given, workloads, month);
  return {
    scenario: given,
    notes: notesAt(given.usageTier, given, workloads, month),
    cost: costOf(workloads, month),
    limits: own.map((row) => toLimit(row, row === bindingRow(own))),
    fit: {
      fits,
      bindsFirst,
      scaleAtLimit,
      rates,
      hoursToUsageLimit: hoursToUsageLimit(usageLimitAt(given.usageTier, given), month),
      minimumUsageTier: tiers.find((tier) => tier.usageTier !== "free" && tier.fits === true)?.usageTier ?? null,
      tiers,
    },
  };
}

// ---------------------------------------------------------------- limits

export interface Row {
  readonly pool: string;
  readonly dimension: Dimension;
  readonly limit: Fraction | null;
  readonly mean: Fraction | null;
  readonly peak: Fraction | null;
}

/**
 * Every limit the scenario uses at a usage tier: the models by first appearance, each with its long requests
 * last, then the account.
 */
export function rowsAt(
  usageTier: UsageTier,
  scenario: CompleteScenario,
  workloads: readonly Workload[],
  month: Fraction | null,
): Row[] {
  const models = [...new Set(workloads.map(({ model }) => model.id))];
  return [
    ...models.flatMap((id) =>
      [id, `${id}:long`].flatMap((pool) => {
        const members = workloads.filter((workload) => workload.pool === pool);
        return members.length === 0 ? [] : poolRows(members, usageTier, scenario);
      }),
    ),
    { pool: "account", dimension: "monthly-usage", limit: usageLimitAt(usageTier, scenario), mean: month, peak: month },
  ];
}

/** The rows of one pool, from the workloads on it. */
function poolRows(workloads: readonly Workload[], usageTier: UsageTier, scenario: CompleteScenario): Row[] {
  const { pool, limitsAt } = workloads[0]!;
  const limits = usageTier === "free" ? NOTHING_PUBLISHED : limitsAt(usageTier);
  const standard = workloads.filter(({ json }) => json.serviceTier !== "batch");
  const batch = workloads.filter(({ json }) => json.serviceTier === "batch");
  const turnaround = fromNumber(scenario.batchTurnaroundHours);
  const queued = sum(batch.map((workload) => multiply(workload.attemptsPerHour, workload.input, turnaround)));
  return [
    ...(standard.length === 0
      ? []
      : [
          rateRow("rpm", limits.rpm, ({ attemptsPerMinute }) => attemptsPerMinute),
          rateRow("tpm", limits.tpm, ({ attemptsPerMinute, charge }) => multiply(attemptsPerMinute, charge)),
          ...dayRow("rpd", limits.rpd, ({ attemptsPerDay }) => attemptsPerDay),
          ...dayRow("tpd", limits.tpd, ({ attemptsPerDay, charge }) => multiply(attemptsPerDay, charge)),
        ]),
    ...(batch.length === 0
      ? []
      : [
          {
            pool,
            dimension: "batch-queue" as const,
            limit: limits.batchQueueTokens,
            mean: queued,
            peak: queued,
          },
        ]),
  ];

  /** A limit of a day, where there is one; its peak is its mean. */
  function dayRow(dimension: "rpd" | "tpd", limit: Fraction | null, meanOf: (workload: Workload) => Fraction): Row[] {
    const mean = sum(standard.map(meanOf));
    return limit === null ? [] : [{ pool, dimension, limit, mean, peak: mean }];
  }

  function rateRow(dimension: "rpm" | "tpm", limit: Fraction | null, meanOf: (workload: Workload) => Fraction): Row {
    const mean = sum(standard.map(meanOf));
    const peak = sum(standard.map((workload) => multiply(meanOf(workload), workload.peakToMean)));
    return { pool, dimension, limit, mean, peak };
  }
}

function usageLimitAt(usageTier: UsageTier, scenario: CompleteScenario): Fraction {
  const own = scenario.monthlyUsageLimitUsd;
  return own !== undefined && usageTier === scenario.usageTier ? fromDecimal(own) : MONTHLY_USAGE_LIMIT_USD[usageTier];
}

/** Peak ÷ limit; null where either is unknown. */
function utilisationOf({ limit, peak }: Row): Fraction | null {
  return limit === null || peak === null ? null : divide(peak, limit);
}

/** Limit ÷ peak; null where either is unknown or nothing is asked. */
function headroomOf({ limit, peak }: Row): Fraction | null {
  return limit === null || peak === null || isZero(peak) ? null : divide(limit, peak);
}

/** The row with the smallest headroom, the first among equals; null where no row has one. */
export function bindingRow(rows: readonly Row[]): Row | null {
  let binding: { row: Row; headroom: Fraction } | null = null;
  for (const row of rows) {
    const headroom = headroomOf(row);
    if (headroom !== null && (binding === null || isOver(binding.headroom, headroom))) binding = { row, headroom };
  }
  return binding?.row ?? null;
}

export function toLimit(row: Row, bindsFirst: boolean): SlowLimit {
  return {
    pool: row.pool,
    dimension: row.dimension,
    limit: doubleOrNull(row.limit),
    mean: doubleOrNull(row.mean),
    peak: doubleOrNull(row.peak),
    utilisation: doubleOrNull(utilisationOf(row)),
    headroom: doubleOrNull(headroomOf(row)),
    bindsFirst,
  };
}

function doubleOrNull(value: Fraction | null): number | null {
  return value === null ? null : toNearestDouble(value);
}

// ---------------------------------------------------------------- fit

/** The codes that make `fits` false, and those that make it null. */
const CODES_AGAINST: readonly string[] = [
  "tier-not-supported",
  "request-exceeds-tpm",
  "exceeds-context",
  "exceeds-max-output",
  "rpm-exceeded",
  "tpm-exceeded",
  "rpd-exceeded",
  "tpd-exceeded",
  "batch-queue-exceeded",
  "usage-limit-exceeded",
];
const CODES_UNKNOWN: readonly string[] = ["no-price", "batch-queue-unpublished", "limit-unpublished"];

export function judgeTier(
  usageTier: UsageTier,
  scenario: CompleteScenario,
  workloads: readonly Workload[],
  month: Fraction | null,
): SlowTier {
  const rows = rowsAt(usageTier, scenario, workloads, month);
  const impossible = usageTier === "free" || workloads.some((workload) => neverRuns(workload, usageTier));
  const verdict = judge(rows, impossible);
  const decisive = verdict.fits === false ? CODES_AGAINST : verdict.fits === null ? CODES_UNKNOWN : [];
  const codes = notesAt(usageTier, scenario, workloads, month).map(({ code }) => code);
  return {
    usageTier,
    ...verdict,
    rates: judge(
      rows.filter(({ dimension }) => dimension !== "monthly-usage"),
      impossible,
    ),
    reasons: [...new Set(codes)].filter((code) => decisive.includes(code)),
  };
}

/** What these rows say. An unknown cost is a row without a peak. */
function judge(rows: readonly Row[], impossible: boolean): SlowVerdict {
  const over = rows.some(isExceeded);
  const unknown = rows.some(({ limit, peak }) => limit === null || peak === null);
  const binding = bindingRow(rows);
  return {
    fits: over || impossible ? false : unknown ? null : true,
    bindsFirst: binding === null ? null : { pool: binding.pool, dimension: binding.dimension },
    scaleAtLimit: binding === null ? null : doubleOrNull(headroomOf(binding)),
  };
}

export function isExceeded(row: Row): boolean {
  const utilisation = utilisationOf(row);
  return utilisation !== null && isOver(utilisation, ONE);
}

function neverRuns(workload: Workload, usageTier: UsageTier): boolean {
  return exceedsTpm(workload, usageTier) || exceedsContext(workload) || exceedsMaxOutput(workload);
}

function exceedsTpm({ json, charge, ...workload }: Workload, usageTier: UsageTier): boolean {
  const tpm = usageTier === "free" ? null : workload.limitsAt(usageTier).tpm;
  return json.serviceTier !== "batch" && isKnownAndUnder(tpm, charge);
}

function exceedsContext({ model, input, output }: Workload): boolean {
  return isKnownAndUnder(model.contextWindow, add(input, output));
}

function exceedsMaxOutput({ model, output }: Workload): boolean {
  return isKnownAndUnder(model.maxOutputTokens, output);
}

function givesOutput({ model: { maxOutputTokens } }: Workload): boolean {
  return maxOutputTokens === null || !isZero(maxOutputTokens);
}

function isKnownAndUnder(limit: Fraction | null, amount: Fraction): boolean {
  return limit !== null && isOver(amount, limit);
}

/** The hours until the usage limit is spent where that is under a month, else null. */
function hoursToUsageLimit(limit: Fraction, month: Fraction | null): number | null {
  if (month === null || !isOver(month, limit)) return null;
  return toNearestDouble(divide(multiply(HOURS_PER_MONTH, limit), month));
}

// ---------------------------------------------------------------- notes

const costsMoreWritten = (price: TierPrice | null): boolean =>
  price !== null && price.cacheWrite !== null && isOver(price.cacheWrite, price.input);

/** Every note at a usage tier: by code in the published order, then by workload or row. */
function notesAt(
  usageTier: UsageTier,
  scenario: CompleteScenario,
  workloads: readonly Workload[],
  month: Fraction | null,
): SlowNote[] {
  const rows = rowsAt(usageTier, scenario, workloads, month);
  const budget = scenario.monthlyBudgetUsd;
  const batch = ({ json }: Workload) => json.serviceTier === "batch";
  const own = (workload: Workload) => priceOf(workload, workload.json.serviceTier);
  const pricesCached = (workload: Workload) => (own(workload)?.cachedInput ?? null) !== null;
  const hasCached = ({ cached }: Workload) => !isZero(cached);
  return [
    // Output that the model does not give has no price either; another note says so.
    ...ofWorkloads(
      "no-price",
      "error",
      ".model",
      (workload) => monthlyCost(workload) === null && !(own(workload) !== null && exceedsMaxOutput(workload)),
    ),
    ...ofWorkloads("tier-not-supported", "error", ".model", () => usageTier === "free"),
    ...ofWorkloads("request-exceeds-tpm", "error", "", (workload) => exceedsTpm(workload, usageTier)),
    ...ofWorkloads("exceeds-context", "error", "", exceedsContext),
    ...ofWorkloads("exceeds-max-output", "error", "", exceedsMaxOutput),
    ...ofRows("rpm-exceeded", "error", "rpm", isExceeded),
    ...ofRows("tpm-exceeded", "error", "tpm", isExceeded),
    ...ofRows("rpd-exceeded", "error", "rpd", isExceeded),
    ...ofRows("tpd-exceeded", "error", "tpd", isExceeded),
    ...ofRows("batch-queue-exceeded", "error", "batch-queue", isExceeded),
    ...ofRows("usage-limit-exceeded", "error", "monthly-usage", isExceeded),
    ...ofWorkloads("output-exceeds-cap", "warning", ".maxCompletionTokens", ({ output, cap }) =>
      isKnownAndUnder(cap, output),
    ),
    ...ofWorkloads(
      "cap-exceeds-max-output",
      "warning",
      ".maxCompletionTokens",
      ({ model, cap }) => cap !== null && isKnownAndUnder(model.maxOutputTokens, cap),
    ),
    ...ofWorkloads(
      "cached-ignored-in-batch",
      "warning",
      ".cachedInputTokens",
      (w) => hasCached(w) && batch(w) && !pricesCached(w),
    ),
    ...ofWorkloads(
      "cached-not-offered",
      "warning",
      ".cachedInputTokens",
      (w) => hasCached(w) && !batch(w) && !pricesCached(w),
    ),
    ...ofWorkloads(
      "cached-below-1024",
      "warning",
      ".cachedInputTokens",
      (w) => hasCached(w) && isOver(fraction(1_024n), w.input),
    ),
    ...ofWorkloads(
      "reasoning-not-supported",
      "warning",
      ".reasoningTokens",
      (w) => !isZero(w.reasoning) && w.model.reasons === false && givesOutput(w),
    ),
    ...ofRows("batch-queue-unpublished", "warning", "batch-queue", ({ limit }) => limit === null),
    ...rows.flatMap(({ pool, dimension, limit }) =>
      limit === null && dimension !== "batch-queue" && usageTier !== "free"
        ? [{ code: "limit-unpublished", severity: "warning" as const, path: `limits.${pool}.${dimension}` }]
        : [],
    ),
    ...ofWorkloads("model-retired", "warning", ".model", ({ model }) => model.retired),
    ...ofWorkloads("model-retires", "warning", ".model", ({ model }) => model.ending),
    ...(budget !== undefined && month !== null && isOver(month, fromDecimal(budget))
      ? [{ code: "budget-exceeded", severity: "warning" as const, path: "monthlyBudgetUsd" }]
      : []),
    ...ofWorkloads("charge-assumed", "info", "", (w) => !batch(w) && w.cap === null && givesOutput(w)),
    ...ofWorkloads("support-disputed", "info", ".serviceTier", (w) => batch(w) && w.model.id === "o1-mini"),
    ...ofWorkloads("long-context", "info", "", (w) => own(w) !== null && isLong(w)),
    ...ofWorkloads("long-context-limits", "info", "", (w) => w.pool !== w.model.id),
    ...ofWorkloads(
      "writes-by-default",
      "info",
      ".cacheWriteTokens",
      (w) =>
        w.model.writes &&
        isZero(w.written) &&
        !isOver(fraction(1_024n), w.input) &&
        isOver(w.input, w.cached) &&
        costsMoreWritten(own(w)),
    ),
    ...ofWorkloads(
      "cache-write-not-priced",
      "info",
      ".cacheWriteTokens",
      (w) => own(w) !== null && !isZero(w.written) && own(w)!.cacheWrite === null,
    ),
    ...ofWorkloads(
      "cache-lifetime-not-offered",
      "info",
      ".cacheLifetime",
      (w) => own(w) !== null && w.json.cacheLifetime === "12h" && own(w)!.cacheWrite12Hours === null,
    ),
  ];

  function ofWorkloads(
    code: string,
    severity: SlowNote["severity"],
    field: string,
    applies: (workload: Workload) => boolean,
  ): SlowNote[] {
    return workloads.flatMap((workload, index) =>
      applies(workload) ? [{ code, severity, path: `workloads.${index}${field}` }] : [],
    );
  }

  function ofRows(
    code: string,
    severity: SlowNote["severity"],
    dimension: Dimension,
    applies: (row: Row) => boolean,
  ): SlowNote[] {
    return rows
      .filter((row) => row.dimension === dimension && applies(row))
      .map(({ pool }) => ({ code, severity, path: `limits.${pool}.${dimension}` }));
  }
}
