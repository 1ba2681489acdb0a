import { isInputOnly } from "@/lib/catalogue";
import type { Cost } from "@/lib/cost";
import { isLongContext, isLongPool, type ModelFacts, pricesAt, reasonsInVain, type TokenPrices } from "@/lib/facts";
import { milli } from "@/lib/fields";
import { compare, parseDecimal } from "@/lib/money";
import { outputMilli } from "@/lib/rates";
import type { Scenario, Workload } from "@/lib/scenario";
import { exceedsTpm, type WorkloadCheck } from "./checks";
import { EXCEEDED, unpublishedCode } from "./fit";
import { NOTE_CODES, NOTE_SEVERITY, type LimitRow, type Note, type NoteCode, type NotePath } from "./types";

/** What the notes of a scenario at its own tier rest on. */
export interface NotesInput {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  readonly cost: Cost;
  readonly rows: readonly LimitRow[];
  readonly checks: readonly WorkloadCheck[];
}

/** Takes a note on one workload: on the field that it is about, or on the workload as a whole. */
type AddNote = (code: NoteCode, field?: keyof Workload) => void;

/** Notes on the sizes of one request: against its model and against its cap. */
function noteSizes(workload: Workload, check: WorkloadCheck, model: ModelFacts, add: AddNote): void {
  const { maxCompletionTokens: cap } = workload;
  if (reasonsInVain(model, workload)) add("reasoning-not-supported", "reasoningTokens");
  if (check.overContext) add("exceeds-context");
  if (check.overMaxInput) add("exceeds-max-input");
  if (check.overMaxOutput) add("exceeds-max-output");
  if (cap === undefined) {
    // Without output there is nothing to assume: a request is charged its input.
    if (workload.serviceTier !== "batch" && !isInputOnly(model)) add("charge-assumed");
  } else {
    if (outputMilli(workload) > milli(cap)) add("output-exceeds-cap", "maxCompletionTokens");
    if (model.maxOutputTokens !== null && cap > model.maxOutputTokens)
      add("cap-exceeds-max-output", "maxCompletionTokens");
  }
  if (isLongPool(check.pool)) add("long-context-limits");
}

/** Notes on what a request is billed: a price that is missing, or that counts in place of the plain one. */
function notePrices(workload: Workload, check: WorkloadCheck, model: ModelFacts, add: AddNote): void {
  const { serviceTier, inputTokens, cachedInputTokens, cacheWriteTokens, cacheLifetime } = workload;
  const prices = model.price && pricesAt(model.price, inputTokens)[serviceTier];
  // A price is in force, but not of output that the model does not give: `exceeds-max-output` says so.
  if (check.unpriced && !(prices && check.overMaxOutput)) add("no-price", "model");
  if (cachedInputTokens > 0) {
    const isBatch = serviceTier === "batch";
    if (!prices?.cachedInput) add(isBatch ? "cached-ignored-in-batch" : "cached-not-offered", "cachedInputTokens");
    if (inputTokens < LEAST_CACHED) add("cached-below-1024", "cachedInputTokens");
  }
  if (prices && isLongContext(model.price!, inputTokens)) add("long-context");
  if (prices && cacheWriteTokens && !prices.cacheWrite) add("cache-write-not-priced", "cacheWriteTokens");
  if (prices && cacheLifetime && !prices.cacheWrite12Hours) add("cache-lifetime-not-offered", "cacheLifetime");
  if (prices && writesUnsaid(workload, model, prices)) add("writes-by-default", "cacheWriteTokens");
}

/** The least input of which a prefix is cached. */
const LEAST_CACHED = 1024;

/**
 * Whether the model would by default write input to the cache, at a price above that of input, of which the
 * workload says nothing.
 */
function writesUnsaid(
  workload: Workload,
  { writesByDefault }: ModelFacts,
  { input, cacheWrite }: TokenPrices,
): boolean {
  const { inputTokens, cachedInputTokens, cacheWriteTokens } = workload;
  return (
    writesByDefault &&
    cacheWrite !== null &&
    compare(cacheWrite, input) > 0 &&
    !cacheWriteTokens &&
    inputTokens >= LEAST_CACHED &&
    inputTokens > cachedInputTokens
  );
}

/**
 * Every note of a scenario at its own tier, in the order of `NOTE_SEVERITY`, then of workloads or limit rows.
 */
export function notesOf({ scenario, facts, cost, rows, checks }: NotesInput): Note[] {
  const byCode = new Map<NoteCode, Note[]>();
  const note = (code: NoteCode, path: NotePath, index: number) => {
    const list = byCode.get(code);
    const one = { code, severity: NOTE_SEVERITY[code], path, index };
    if (list) list.push(one);
    else byCode.set(code, [one]);
  };
  const demanded = rows.map((row) => row.demand);
  const limits = rows.map((row) => row.limit);

  scenario.workloads.forEach((workload, index) => {
    const check = checks[index]!;
    const model = facts.get(check.model)!;
    const add: AddNote = (code, field) =>
      note(code, field ? `workloads.${index}.${field}` : `workloads.${index}`, index);
    if (scenario.usageTier === "free") add("tier-not-supported", "model");
    if (exceedsTpm(check, demanded, limits)) add("request-exceeds-tpm");
    if (model.retired) add("model-retired", "model");
    if (model.ending) add("model-retires", "model");
    if (workload.serviceTier === "batch" && model.model?.batchSupport.confidence === "disputed")
      add("support-disputed", "serviceTier");
    noteSizes(workload, check, model, add);
    notePrices(workload, check, model, add);
  });
  rows.forEach(({ demand: { pool, dimension }, limit, over }, index) => {
    const path = `limits.${pool}.${dimension}` as const;
    if (over) note(EXCEEDED[dimension], path, index);
    if (limit === null && (dimension === "batch-queue" || scenario.usageTier !== "free"))
      note(unpublishedCode(dimension), path, index);
  });
  const { monthlyBudgetUsd: budget } = scenario;
  if (cost.perMonth && budget !== undefined && compare(cost.perMonth, parseDecimal(budget)!) > 0)
    note("budget-exceeded", "monthlyBudgetUsd", -1);

  return NOTE_CODES.flatMap((code) => byCode.get(code) ?? []);
}
