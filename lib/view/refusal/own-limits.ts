import { findModel } from "@/lib/catalogue";
import { tierLimits, type ModelFacts } from "@/lib/facts";
import { accepts } from "@/lib/fields";
import type { LimitField, LimitRead, LimitsRead } from "@/lib/refusal";
import { MODEL_ID, MOST, NUMBERS, poolOf, type Scenario } from "@/lib/scenario";
import { formatNumber, formatTier } from "@/lib/view/text";
import { listed } from "@/lib/view/names";
import { factsFor, LIMIT_NOUNS, withOwnLimit } from "./limit";

/** A limit of a pasted text beside the one that the scenario goes by. */
export interface OwnLimitRow {
  readonly key: string;
  /** The model whose limit it becomes: the catalogue’s, or one of the user’s own. */
  readonly pool: string;
  readonly field: LimitField;
  readonly value: number;
  /** The model as the text names it, where that is another name: `gpt-5-2025-08-07`. */
  readonly written: string;
  /** `Tokens a minute`. */
  readonly limit: string;
  readonly today: string;
  readonly read: string;
  /** The scenario has work on it. */
  readonly isUsed: boolean;
  /** The scenario goes by just this already. */
  readonly isSame: boolean;
  /** Something to know before it is taken; empty where there is nothing. */
  readonly note: string;
}

/** What a pasted text’s limits are to a scenario, before any is taken. */
export interface OwnLimitsView {
  /** Of models in use first. */
  readonly rows: readonly OwnLimitRow[];
  readonly errors: readonly string[];
  readonly remarks: readonly string[];
  /** Some are printed as TPD, which the user may say the meaning of. */
  readonly asksTpd: boolean;
  /** The models to choose from for limits that name none; empty where there is no question. */
  readonly asksModel: readonly string[];
}

/** What the user said of a text that leaves it open. */
export interface OwnLimitsChoice {
  /** TPD means tokens a day; else the batch queue, as on the limits page. */
  readonly tpdIsDay: boolean;
  /** The model that limits without one are of. */
  readonly model: string | null;
}

const LABELS: Readonly<Record<LimitField, string>> = {
  rpm: "Requests a minute",
  tpm: "Tokens a minute",
  batchQueueTokens: "Batch queue, tokens",
  rpd: "Requests a day",
  tpd: "Tokens a day",
};
const ORDER = Object.keys(LABELS) as LimitField[];
const MOST_ERRORS = 6;

const usedPools = ({ workloads, backlog }: Scenario) => [
  ...new Set([...workloads, ...(backlog ? [backlog] : [])].map(({ model }) => poolOf(model))),
];

/** The limit that the scenario goes by, with whose it is. */
function todayText(scenario: Scenario, facts: ModelFacts | null, field: LimitField): string {
  const here = facts && tierLimits(facts, scenario.usageTier, scenario.usageTier)[field];
  if (here == null) return field === "rpd" || field === "tpd" ? "none" : "–";
  const isOwn = facts?.override?.limits?.[field] !== undefined;
  return `${formatNumber(here)}, ${isOwn ? "yours" : `${formatTier(scenario.usageTier)}’s`}`;
}

function rowOf(
  scenario: Scenario,
  pool: string,
  { model, field, value }: LimitRead,
  used: readonly string[],
): OwnLimitRow {
  const facts = factsFor(scenario, pool);
  const { usageTier } = scenario;
  const isOwn = facts?.override?.limits?.[field] !== undefined;
  const here = facts && tierLimits(facts, usageTier, usageTier)[field];
  return {
    key: `${pool} ${field}`,
    pool,
    field,
    value,
    written: model ?? pool,
    limit: LABELS[field],
    today: todayText(scenario, facts, field),
    read: formatNumber(value),
    isUsed: used.includes(pool),
    isSame: here === value && (isOwn || facts?.model !== null),
    note: facts ? "" : "not in the catalogue: a model of your own, without a price until you enter one",
  };
}

/** One limit of a pool and field: the pool’s own name before a snapshot’s, a project’s before the organisation’s. */
function settled(all: readonly LimitRead[], pool: string): LimitRead {
  const projects = all.filter(({ project }) => project);
  const some = projects.length > 0 && projects.length < all.length ? projects : all;
  return some.find(({ model }) => model === pool) ?? some[0]!;
}

const numbered = (line: number | null) => (line === null ? "" : `Line ${formatNumber(line)}: `);

function errorsOf({ faults }: LimitsRead): string[] {
  const sentences = faults.map(
    ({ line, text, expected }) => `${numbered(line)}“${text}” is not read; expected ${expected}.`,
  );
  return sentences.length <= MOST_ERRORS
    ? sentences
    : [...sentences.slice(0, MOST_ERRORS), `${formatNumber(sentences.length - MOST_ERRORS)} more lines are not read.`];
}

/**
 * The limits of a pasted text beside those the scenario goes by: one row for each model and limit, and what was left
 * out, with its reason. Nothing is changed.
 */
export function ownLimitsView(
  read: LimitsRead,
  scenario: Scenario,
  { tpdIsDay, model }: OwnLimitsChoice,
): OwnLimitsView {
  const used = usedPools(scenario);
  const isUnnamed = read.limits.some((one) => one.model === null);
  const unnamed = model ?? (used.length === 1 ? used[0]! : null);
  const remarks: string[] = [];
  const groups = new Map<string, { readonly pool: string; readonly all: LimitRead[] }>();
  const refused = new Set<string>();
  const long = new Set<string>();
  for (const one of read.limits) {
    const written = one.model ?? unnamed;
    if (written === null) continue;
    const pool = poolOf(written);
    const limit = one.isTpd && tpdIsDay ? { ...one, field: "tpd" as const } : one;
    if (written.endsWith("-long-context") && !findModel(written)) long.add(written);
    else if (!findModel(pool) && !MODEL_ID.test(pool)) refused.add(written);
    else if (accepts(NUMBERS[limit.field], limit.value)) {
      const key = `${pool} ${limit.field}`;
      groups.set(key, { pool, all: [...(groups.get(key)?.all ?? []), limit] });
    }
  }
  const rows = [...groups.values()].map(({ pool, all }) => {
    const one = settled(all, pool);
    const other = all.find(({ value }) => value !== one.value);
    if (other)
      remarks.push(
        `${other.model ?? pool} has ${formatNumber(other.value)} ${LIMIT_NOUNS[one.field]} too; ${formatNumber(one.value)} stands for ${pool}${one.project && !other.project ? ", the project’s own" : ""}, since both share one limit here.`,
      );
    return rowOf(scenario, pool, one, used);
  });
  if (isUnnamed && unnamed === null && used.length > 1) remarks.push("Limits without a model: say whose they are.");
  if (isUnnamed && model === null && used.length === 1)
    remarks.push(`Limits without a model are taken as ${used[0]}’s, the only one here.`);
  if (refused.size)
    remarks.push(`Left out, since the name cannot be a model’s id here: ${listed([...refused].slice(0, 5))}.`);
  if (long.size)
    remarks.push(
      `Left out: ${listed([...long].slice(0, 5))}. Limits of long requests are their own, beside the model’s, and a scenario has no place for them.`,
    );
  if (read.others.length) remarks.push(`Left out, as a scenario has no such limits: ${listed([...read.others])}.`);
  if (read.isPart) remarks.push("It is one page of a longer list (has_more): limits of other models are on the next.");
  if (scenario.usageTier === "free" && rows.length)
    remarks.push("On Free no limit of your own holds: choose your usage tier, and they do.");
  const place = ({ pool, isUsed, field }: OwnLimitRow) =>
    (isUsed ? used.indexOf(pool) : used.length) * ORDER.length + (isUsed ? ORDER.indexOf(field) : 0);
  return {
    rows: rows.sort((a, b) => place(a) - place(b)),
    errors: errorsOf(read),
    remarks,
    asksTpd: read.limits.some(({ isTpd }) => isTpd),
    asksModel: isUnnamed && used.length > 1 ? used : [],
  };
}

/** The scenario with the limits of some rows as its own, and which models found no room in it, as a sentence. */
export function withOwnLimits(
  scenario: Scenario,
  rows: readonly OwnLimitRow[],
): { readonly scenario: Scenario; readonly leftOut: string | null } {
  const leftOut = new Set<string>();
  let next = scenario;
  for (const { pool, field, value } of rows) {
    const put = withOwnLimit(next, pool, field, value);
    if (put) next = put;
    else leftOut.add(pool);
  }
  return {
    scenario: next,
    leftOut: leftOut.size
      ? `A scenario holds figures of ${MOST.modelOverrides} models of your own: no room for ${listed([...leftOut])}.`
      : null,
  };
}
