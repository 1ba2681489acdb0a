import { CHECKED_ON, type PaidTier } from "@/lib/catalogue";
import { compareModels, scenarioOn, type ComparedWorkload, type CompareRow } from "@/lib/compare";
import { estimate } from "@/lib/estimate";
import { encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import type { CompareRowJson, ComparisonJson } from "./compare-schema";
import { usdText, verdictJson } from "./estimate-json";
import { sourcesOfAll } from "./sources";

/** A row of Compare as the API answers it. */
export const toCompareRowJson = (row: CompareRow): CompareRowJson => ({
  model: row.model,
  serviceTier: row.serviceTier,
  perMonthUsd: usdText(row.perMonth),
  ...verdictJson(row),
  rates: verdictJson(row.rates),
  minimumUsageTier: row.minimumUsageTier,
  retires: row.retires,
  codes: [...row.codes],
});

/** The scenario, all its workloads or one, on every model on sale, as the API answers it. */
export function toComparisonJson(scenario: Scenario, workload: ComparedWorkload): ComparisonJson {
  const now = estimate(scenario);
  const rows = compareModels(scenario, workload);
  // The service tiers of a model rest on the same rows of the catalogue.
  const byModel = new Map(rows.map((row) => [row.model, row]));
  const link = encodeLink(scenario).replace("/?", "/compare?");
  return {
    scenario,
    link: workload === null ? link : `${link}&workload=${workload}`,
    workload,
    now: {
      perMonthUsd: usdText(now.cost.perMonth),
      ...verdictJson(now.fit),
      minimumUsageTier: now.fit.minimumUsageTier as PaidTier | null,
    },
    catalogue: {
      checkedOn: CHECKED_ON,
      sources: sourcesOfAll([
        now,
        ...[...byModel.values()].map((row) => estimate(scenarioOn(scenario, row, workload))),
      ]),
    },
    rows: rows.map(toCompareRowJson),
  };
}
