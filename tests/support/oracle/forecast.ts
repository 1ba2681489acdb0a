import type { CompleteScenario, ScenarioJson, SlowLimit, SlowVerdict } from "../make/estimate-json";
import { monthlyCost } from "./cost";
import { bindingRow, isExceeded, judgeTier, rowsAt, toLimit } from "./estimate";
import { catalogueModel, USAGE_TIERS, type UsageTier } from "./facts";
import {
  add,
  type Fraction,
  fraction,
  fromDecimal,
  fromNumber,
  isOver,
  multiply,
  ONE,
  sumIfKnown,
  toFixedDecimal,
  ZERO,
} from "./fraction";
import { complete } from "./scenario";
import { understand, type Workload } from "./workload";

export interface GrowthJson {
  percentPerMonth: number;
  months: number;
  paidUsd?: string;
  tierFollows?: boolean;
}

export interface SlowMonth {
  month: number;
  from: string;
  usageTier: UsageTier;
  perMonthUsd: string | null;
  cumulativeUsd: string | null;
  fits: SlowVerdict["fits"];
  bindsFirst: SlowVerdict["bindsFirst"];
  limits: SlowLimit[];
  events: { code: string; on: string; about: string }[];
}

/** What has to be paid in all before a tier opens, as OpenAI’s guide lists it. */
const PAID_FOR: Readonly<Record<UsageTier, Fraction>> = {
  free: fraction(0n),
  1: fraction(5n),
  2: fraction(50n),
  3: fraction(100n),
  4: fraction(250n),
  5: fraction(1_000n),
};

/** A scenario month by month, each month worked out by itself: requests scaled as a fraction, everything else anew. */
export function slowForecast(body: ScenarioJson, growth: GrowthJson): SlowMonth[] {
  const given = complete(body);
  const rate = rateOf(growth.percentPerMonth);
  const costs: (Fraction | null)[] = [];
  const seen: string[] = [];
  return Array.from({ length: growth.months }, (_, k) => {
    const from = dayAfterMonths(given.asOf, k);
    const until = dayAfterMonths(given.asOf, k + 1);
    const scale = multiply(...Array.from({ length: k }, () => rate));
    const dated = { ...given, asOf: from };
    const workloads = dated.workloads.map((workload) => scaled(understand(workload, dated), scale));
    const month = sumIfKnown(workloads.map(monthlyCost));
    const usageTier = tierOf(given.usageTier, growth, costs);
    const rows = rowsAt(usageTier, dated, workloads, month);
    const { fits, bindsFirst } = judgeTier(usageTier, dated, workloads, month);
    costs.push(month);
    const total = sumIfKnown(costs);
    const first = (key: string) => !seen.includes(key) && seen.push(key) > 0;
    const budget = given.monthlyBudgetUsd;
    const isOverBudget = budget !== undefined && month !== null && isOver(month, fromDecimal(budget));
    return {
      month: k,
      from,
      usageTier,
      perMonthUsd: month && toFixedDecimal(month, 6),
      cumulativeUsd: total && toFixedDecimal(total, 6),
      fits,
      bindsFirst,
      limits: rows.map((row) => toLimit(row, row === bindingRow(rows))),
      events: [
        ...rows
          .filter((row) => isExceeded(row) && first(`${row.pool}/${row.dimension}/${usageTier}`))
          .map(({ pool, dimension }) => ({ code: dimension, on: from, about: pool })),
        ...(isOverBudget && first("budget") ? [{ code: "budget", on: from, about: "" }] : []),
        ...happening(dated, k === 0 ? from : null, from, until),
      ],
    };
  });
}

/** 1 + percent ÷ 100, which is never negative where the percentage is. */
export function rateOf(percent: number): Fraction {
  if (percent >= 0) return add(ONE, multiply(fromNumber(percent), fraction(1n, 100n)));
  return fraction(100_000n - BigInt(Math.round(-percent * 1_000)), 100_000n);
}

export function scaled(workload: Workload, scale: Fraction): Workload {
  return {
    ...workload,
    wantedPerMonth: multiply(workload.wantedPerMonth, scale),
    attemptsPerMonth: multiply(workload.attemptsPerMonth, scale),
    attemptsPerDay: multiply(workload.attemptsPerDay, scale),
    attemptsPerHour: multiply(workload.attemptsPerHour, scale),
    attemptsPerMinute: multiply(workload.attemptsPerMinute, scale),
  };
}

/** The tier that the payments so far open; months of unknown cost end what is known of them. */
export function tierOf(own: UsageTier, growth: GrowthJson, costs: readonly (Fraction | null)[]): UsageTier {
  if (growth.tierFollows !== true) return own;
  let paid = growth.paidUsd === undefined ? ZERO : fromDecimal(growth.paidUsd);
  for (const cost of costs) {
    if (cost === null) break;
    paid = add(paid, cost);
  }
  const open = USAGE_TIERS.filter((tier) => !isOver(PAID_FOR[tier], paid));
  const reached = open[open.length - 1]!;
  return USAGE_TIERS.indexOf(reached) > USAGE_TIERS.indexOf(own) ? reached : own;
}

/** Shutdowns and prices of the models in use from a day to another, by day; not of the very first day. */
function happening(scenario: CompleteScenario, not: string | null, from: string, until: string) {
  const names = [...new Set(scenario.workloads.map(({ model }) => catalogueModel(model)?.id ?? model))];
  const within = (day: string) => day >= from && day < until && day !== not;
  const list = names.flatMap((id) => {
    const model = catalogueModel(id);
    const own = scenario.modelOverrides.find((one) => (catalogueModel(one.model)?.id ?? one.model) === id);
    if (model === null) return [];
    const prices = own?.price === undefined ? model.prices.filter((price) => within(price.from)) : [];
    return [
      ...prices.map((price) => ({ code: "price", on: price.from, about: id })),
      ...(model.retiredOn !== null && within(model.retiredOn)
        ? [{ code: "shutdown", on: model.retiredOn, about: id }]
        : []),
    ];
  });
  return list.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** A day so many calendar months later; the last day of the month where that month is too short. */
export function dayAfterMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const first = new Date(Date.UTC(2000, month - 1 + months, 1));
  first.setUTCFullYear(year + first.getUTCFullYear() - 2000);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(date, last.getUTCDate()));
  return first.toISOString().slice(0, 10);
}
