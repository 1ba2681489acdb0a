import { isInputOnly } from "@/lib/catalogue";
import { isLongContext, isLongPool, type ModelFacts, pricesAt, reasonsInVain, type TokenPrices } from "@/lib/facts";
import { milli } from "@/lib/fields";
import { compare, parseDecimal, type Exact } from "@/lib/money";
import { outputMilli } from "@/lib/rates";
import type { Scenario, Workload } from "@/lib/scenario";
import { exceedsTpm, type WorkloadCheck } from "./checks";
import { EXCEEDED, inOrder, unpublishedCode } from "./fit";
import { NOTE_CODES, NOTE_SEVERITY, type LimitRow, type Note, type NoteCode, type NotePath } from "./types";

/** What the notes of a scenario at its own tier rest on. */
export interface NotesInput {
  readonly scenario: Scenario;
  readonly facts: ReadonlyMap<string, ModelFacts>;
  /** The month’s cost. */
  readonly perMonth: Exact | null;
  readonly rows: readonly Pick<LimitRow, "demand" | "limit" | "over">[];
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

/** Takes a note on anything, by its path and the index of its workload or row. */
type VisitNote = (code: NoteCode, path: NotePath, index: number) => void;

/** Every note of a scenario at its own tier, by workloads, then by limit rows, then of the budget. */
function eachNote({ scenario, facts, perMonth, rows, checks }: NotesInput, visit: VisitNote): void {
  const demanded = rows.map((row) => row.demand);
  const limits = rows.map((row) => row.limit);

  scenario.workloads.forEach((workload, index) => {
    const check = checks[index]!;
    const model = facts.get(check.model)!;
    const add: AddNote = (code, field) =>
      visit(code, field ? `workloads.${index}.${field}` : `workloads.${index}`, index);
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
    if (over) visit(EXCEEDED[dimension], path, index);
    if (limit === null && (dimension === "batch-queue" || scenario.usageTier !== "free"))
      visit(unpublishedCode(dimension), path, index);
  });
  const { monthlyBudgetUsd: budget } = scenario;
  if (perMonth && budget !== undefined && compare(perMonth, parseDecimal(budget)!) > 0)
    visit("budget-exceeded", "monthlyBudgetUsd", -1);
}

/**
 * Every note of a scenario at its own tier, in the order of `NOTE_SEVERITY`, then of workloads or limit rows.
 */
export function notesOf(input: NotesInput): Note[] {
  const byCode = new Map<NoteCode, Note[]>();
  eachNote(input, (code, path, index) => {
    const list = byCode.get(code);
    const one = { code, severity: NOTE_SEVERITY[code], path, index };
    if (list) list.push(one);
    else byCode.set(code, [one]);
  });
  return NOTE_CODES.flatMap((code) => byCode.get(code) ?? []);
}

/** The codes of these notes, each once, in their order. */
export function noteCodesOf(input: NotesInput): NoteCode[] {
  const codes = new Set<NoteCode>();
  eachNote(input, (code) => codes.add(code));
  return inOrder(codes);
}
