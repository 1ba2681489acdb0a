import type { CompleteScenario, ScenarioJson } from "../make/estimate-json";
import { monthlyCost } from "./cost";
import { bindingRow, isExceeded, judgeTier, type Row, rowsAt, toLimit } from "./estimate";
import { catalogueModel, NAMED_NEXT, type UsageTier } from "./facts";
import { dayAfterMonths, type GrowthJson, rateOf, scaled, type SlowMonth, tierOf } from "./forecast";
import {
  add,
  fraction,
  type Fraction,
  fromDecimal,
  isOver,
  multiply,
  sumIfKnown,
  toFixedDecimal,
  ZERO,
} from "./fraction";
import { complete } from "./scenario";
import { understand, type Workload } from "./workload";

/** A month of a forecast that goes on with successors, and the days on which something is passed in it. */
export type SlowContinuedMonth = Omit<SlowMonth, "events"> & { readonly days: readonly string[] };

const DAY = 86_400_000;
const daysFrom = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;
const endOf = (model: string) => catalogueModel(model)?.retiredOn ?? null;
const hasEnded = (model: string, day: string) => (endOf(model) ?? "9999-99") <= day;

/** The scenario on a day, each workload on what is named in place of its model; null: something has no place. */
function onDay(given: CompleteScenario, day: string): CompleteScenario | null {
  const entered = { ...given, asOf: day };
  const workloads = given.workloads.map((workload) => {
    if (!hasEnded(workload.model, day)) return workload;
    const next = { ...workload, model: NAMED_NEXT[catalogueModel(workload.model)!.id]! };
    const had = monthlyCost(understand(workload, entered));
    return had !== null && monthlyCost(understand(next, entered)) === null ? null : next;
  });
  return workloads.some((workload) => workload === null)
    ? null
    : { ...entered, workloads: workloads as CompleteScenario["workloads"] };
}

interface Part {
  readonly from: string;
  readonly hours: number;
  readonly scenario: CompleteScenario;
  readonly workloads: readonly Workload[];
  readonly month: Fraction | null;
}

/** The parts of a month, cut on every day on which a model entered ends. */
function partsOf(given: CompleteScenario, [from, until]: readonly [string, string], scale: Fraction): Part[] {
  const ends = given.workloads.flatMap(({ model }) => endOf(model) ?? []);
  const cuts = [...new Set([from, ...ends.filter((day) => day > from && day < until)])].sort();
  const hourOf = (day: string | undefined) => (day === undefined ? 730 : Math.min(730, 24 * daysFrom(from, day)));
  const parts: Part[] = [];
  for (const [index, day] of cuts.entries()) {
    const scenario = onDay(given, day);
    if (scenario === null) break;
    const workloads = scenario.workloads.map((workload) => scaled(understand(workload, scenario), scale));
    const hours = hourOf(cuts[index + 1]) - hourOf(day);
    parts.push({ from: day, hours, scenario, workloads, month: sumIfKnown(workloads.map(monthlyCost)) });
  }
  return parts;
}

const share = (amount: Fraction, hours: number) => multiply(amount, fraction(BigInt(hours), 730n));

/** What the first hours of a month have cost. */
function spentAfter(parts: readonly Part[], hours: number): Fraction {
  let [spent, left] = [ZERO, hours];
  for (const part of parts) {
    spent = add(spent, share(part.month!, Math.min(part.hours, left)));
    left = Math.max(0, left - part.hours);
  }
  return spent;
}

/** The day in which more than an amount has been spent, counted day by day. */
function dayOver(parts: readonly Part[], amount: Fraction): string {
  let days = 0;
  while (!isOver(spentAfter(parts, 24 * (days + 1)), amount)) days++;
  return new Date(Date.parse(parts[0]!.from) + days * DAY).toISOString().slice(0, 10);
}

/** The rows of all parts: of each limit the one with the most demand. */
function rowsOf(tier: UsageTier, parts: readonly Part[], month: Fraction | null): Row[] {
  const rows: Row[] = [];
  const all = parts.map(({ scenario, workloads }) => rowsAt(tier, scenario, workloads, month));
  for (const row of all.flatMap((part) => part.slice(0, -1))) {
    const at = rows.findIndex(({ pool, dimension }) => pool === row.pool && dimension === row.dimension);
    if (at < 0) {
      const last = rows.findLastIndex(({ pool }) => pool === row.pool);
      rows.splice(last < 0 ? rows.length : last + 1, 0, row);
    } else if (isOver(row.peak!, rows[at]!.peak!)) rows[at] = row;
  }
  return [...rows, all[0]!.at(-1)!];
}

/** A scenario month by month, on what is named in place of models from the day they end; to the day nothing is. */
export function slowContinued(body: ScenarioJson, growth: GrowthJson): SlowContinuedMonth[] {
  const given = complete(body);
  // What has ended with nothing in its place on the first day stays as it was entered.
  const costs: (Fraction | null)[] = [];
  const seen: string[] = [];
  const months: SlowContinuedMonth[] = [];
  for (let k = 0; k < growth.months; k++) {
    const [from, until] = [dayAfterMonths(given.asOf, k), dayAfterMonths(given.asOf, k + 1)];
    const scale = multiply(...Array.from({ length: k }, () => rateOf(growth.percentPerMonth)));
    const parts = partsOf(given, [from, until], scale);
    if (parts.length === 0) break;
    const month = sumIfKnown(parts.map((part) => part.month && share(part.month, part.hours)));
    const usageTier = tierOf(given.usageTier, growth, costs);
    const rows = rowsOf(usageTier, parts, month);
    const rates = parts.map((part) => judgeTier(usageTier, part.scenario, part.workloads, part.month).rates.fits);
    const isNever = rates.includes(false) || isExceeded(rows.at(-1)!);
    const isOpen =
      rates.includes(null) || parts.some((part) => part.workloads.some((one) => monthlyCost(one) === null));
    costs.push(month);
    const total = sumIfKnown(costs);
    const binding = bindingRow(rows);
    const budget = given.monthlyBudgetUsd === undefined ? null : fromDecimal(given.monthlyBudgetUsd);
    const first = (key: string) => !seen.includes(key) && seen.push(key) > 0;
    const days = [
      ...(isExceeded(rows.at(-1)!) && first(`usage/${usageTier}`)
        ? [`usage ${dayOver(parts, rows.at(-1)!.limit!)}`]
        : []),
      ...(budget && month && isOver(month, budget) && first("budget") ? [`budget ${dayOver(parts, budget)}`] : []),
    ];
    months.push({
      month: k,
      from,
      usageTier,
      perMonthUsd: month && toFixedDecimal(month, 6),
      cumulativeUsd: total && toFixedDecimal(total, 6),
      fits: isNever ? false : isOpen ? null : true,
      bindsFirst: binding && { pool: binding.pool, dimension: binding.dimension },
      limits: rows.map((row) => toLimit(row, row === binding)),
      days,
    });
  }
  return months;
}
