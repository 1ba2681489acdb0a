import { compare, parseDecimal } from "@/lib/money";
import { outputMilli } from "@/lib/rates";
import { type Scenario } from "@/lib/scenario";
import { milli } from "@/lib/fields";
import { isLongContext, pricesAt, type ModelFacts } from "@/lib/facts";
import type { Cost } from "@/lib/cost";
import { exceeded, exceedsTpm, type Standing } from "./fit";
import { NOTE_SEVERITY, type LimitRow, type Note, type NoteCode } from "./types";

const CODES = Object.keys(NOTE_SEVERITY) as NoteCode[];

/** Every note of a scenario at its own tier, in the order of `NOTE_SEVERITY`, then of workloads or limit rows. */
export function notesOf(
  scenario: Scenario,
  facts: ReadonlyMap<string, ModelFacts>,
  cost: Cost,
  rows: readonly LimitRow[],
  standing: readonly Standing[],
): Note[] {
  const byCode = new Map<NoteCode, Note[]>();
  const note = (code: NoteCode, path: string, index = -1) => {
    const list = byCode.get(code);
    const one = { code, severity: NOTE_SEVERITY[code], path, index };
    if (list) list.push(one);
    else byCode.set(code, [one]);
  };
  const demanded = rows.map((row) => row.demand);
  const limits = rows.map((row) => row.limit);

  scenario.workloads.forEach((workload, n) => {
    const path = `workloads.${n}`;
    const own = standing[n]!;
    const model = facts.get(own.pool)!;
    const batch = workload.serviceTier === "batch";
    const cap = workload.maxCompletionTokens;
    const cached = workload.cachedInputTokens > 0;
    const prices = model.price && pricesAt(model.price, workload.inputTokens);
    const billed = prices?.[workload.serviceTier];
    if (own.unpriced) note("no-price", `${path}.model`, n);
    if (scenario.usageTier === "free") note("tier-not-supported", `${path}.model`, n);
    if (exceedsTpm(own, demanded, limits)) note("request-exceeds-tpm", path, n);
    if (own.overContext) note("exceeds-context", path, n);
    if (own.overMaxInput) note("exceeds-max-input", path, n);
    if (own.overMaxOutput) note("exceeds-max-output", path, n);
    if (cap !== undefined && outputMilli(workload) > milli(cap))
      note("output-exceeds-cap", `${path}.maxCompletionTokens`, n);
    if (cap !== undefined && model.maxOutputTokens !== null && cap > model.maxOutputTokens)
      note("cap-exceeds-max-output", `${path}.maxCompletionTokens`, n);
    if (cached && batch && !billed?.cachedInput) note("cached-ignored-in-batch", `${path}.cachedInputTokens`, n);
    if (cached && !batch && !billed?.cachedInput) note("cached-not-offered", `${path}.cachedInputTokens`, n);
    if (cached && workload.inputTokens < 1024) note("cached-below-1024", `${path}.cachedInputTokens`, n);
    if (model.retired) note("model-retired", `${path}.model`, n);
    if (!batch && cap === undefined) note("charge-assumed", path, n);
    if (model.model?.ownLimitsFrom && !model.override?.limits && workload.inputTokens >= model.model.ownLimitsFrom)
      note("long-context-limits", path, n);
    if (billed && isLongContext(model.price!, workload.inputTokens)) note("long-context", path, n);
    if (billed && workload.cacheWriteTokens && !billed.cacheWrite)
      note("cache-write-not-priced", `${path}.cacheWriteTokens`, n);
    if (batch && model.model?.batchSupport.confidence === "disputed")
      note("support-disputed", `${path}.serviceTier`, n);
  });
  rows.forEach(({ demand, limit, over }, index) => {
    const path = `limits.${demand.pool}.${demand.dimension}`;
    if (over) note(exceeded(demand), path, index);
    if (demand.dimension === "batch-queue" && !limit) note("batch-queue-unpublished", path, index);
  });
  if (
    cost.perMonth &&
    scenario.monthlyBudgetUsd !== undefined &&
    compare(cost.perMonth, parseDecimal(scenario.monthlyBudgetUsd)!) > 0
  )
    note("budget-exceeded", "monthlyBudgetUsd");

  return CODES.flatMap((code) => byCode.get(code) ?? []);
}
