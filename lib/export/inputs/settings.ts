import { usageTier } from "@/lib/catalogue";
import { parseDecimal } from "@/lib/money";
import { DEFAULTS, type Scenario } from "@/lib/scenario";
import { ACCOUNTING_NAMES, capital, POLICY_NAMES } from "@/lib/view/names";
import { formatDay, formatNumber, formatTier, formatUsdText } from "@/lib/view/text";
import { exactly, fact, entered, words } from "../cells";
import type { Cell, NamedValue, ValueList } from "../report";
import { camelCase, snakeCase, spaced } from "../words";
import { plainCell } from "./plain";

/** USD a month as entered; without: `otherwise`. */
function monthly(text: string | undefined, otherwise: string): Cell {
  return text === undefined ? words(otherwise, null) : exactly(`${formatUsdText(text)} a month`, parseDecimal(text));
}

function usageLimit({ monthlyUsageLimitUsd: own, usageTier: tier }: Scenario): Cell {
  if (own !== undefined) return monthly(own, "");
  const published = usageTier(tier)?.monthlyUsageLimitUsd ?? null;
  if (published === null) return words("none published", null);
  return exactly(`${formatUsdText(published)} a month, as published`, parseDecimal(published));
}

/** Settings that hold for every page. */
export function settingFacts(scenario: Scenario): NamedValue[] {
  const own = scenario.modelOverrides.length > 0;
  const facts = [
    fact(
      "usage_tier",
      "Usage tier",
      words(
        scenario.usageTier === "free"
          ? "Free"
          : `${formatTier(scenario.usageTier).replace(/\D+/, "")}, ${own ? "some figures your own" : "limits as published"}`,
        String(scenario.usageTier),
      ),
    ),
    fact("monthly_usage_limit_usd", "Usage limit", usageLimit(scenario)),
    fact("monthly_budget_usd", "Budget", monthly(scenario.monthlyBudgetUsd, "none")),
    fact("as_of", "Prices as of", words(formatDay(scenario.asOf), scenario.asOf)),
    fact(
      "token_accounting",
      "Rule of the charge",
      words(ACCOUNTING_NAMES[scenario.tokenAccounting].toLowerCase(), scenario.tokenAccounting),
    ),
    fact(
      "rpm_window_seconds",
      "Request window",
      entered(scenario.rpmWindowSeconds, `${formatNumber(scenario.rpmWindowSeconds)} s`),
    ),
    fact(
      "batch_turnaround_hours",
      "Batch turnaround",
      entered(scenario.batchTurnaroundHours, `${formatNumber(scenario.batchTurnaroundHours)} h, assumed`),
    ),
  ];
  return [...facts, ...otherFacts(scenario, facts)];
}

/** Fields that are told elsewhere in a report. */
const ELSEWHERE = new Set([
  "title",
  "workloads",
  "modelOverrides",
  "backlog",
  "growth",
  "variants",
  "policy",
  "seed",
  "horizonMinutes",
]);

/** Settings without words of their own here, by their names: nothing that was entered is left out. */
function otherFacts(scenario: Scenario, told: readonly NamedValue[]): NamedValue[] {
  const known = new Set([...ELSEWHERE, ...told.map(({ name }) => camelCase(name))]);
  return Object.entries(scenario)
    .filter(([field]) => !known.has(field))
    .map(([field, value]) => fact(snakeCase(field), capital(spaced(field)), plainCell(value)));
}

/** Settings of a simulated run. */
export function runFacts({ policy, seed, horizonMinutes }: Scenario): NamedValue[] {
  const { implied } = DEFAULTS;
  const minutes = horizonMinutes ?? implied.horizonMinutes;
  return [
    fact(
      "policy",
      "At a limit, clients",
      words(POLICY_NAMES[policy ?? implied.policy].toLowerCase(), policy ?? implied.policy),
    ),
    fact("horizon_minutes", "Simulated", entered(minutes, `${formatNumber(minutes)} minutes`)),
    fact("seed", "Seed", entered(seed ?? implied.seed)),
  ];
}

/** What was entered for the whole scenario. */
export const settingsBlock = (facts: readonly NamedValue[]): ValueList => ({
  key: "settings",
  title: "Settings",
  facts,
});
