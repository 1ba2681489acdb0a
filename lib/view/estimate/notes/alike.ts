import { successorsOf } from "@/lib/catalogue";
import { cost } from "@/lib/cost";
import type { Estimate, Note, NoteCode } from "@/lib/estimate";
import { MILLI, milli } from "@/lib/fields";
import { subtract } from "@/lib/money";
import { chargeMilli } from "@/lib/rates";
import { poolOf, type Scenario, type Workload } from "@/lib/scenario";
import { listed } from "@/lib/view/names";
import { formatDay, formatNumber, formatUsd } from "@/lib/view/text";
import { type Alike, writtenModel } from "./alike-notes";
import { endingAdvice, endingText, total } from "./ending";
import { joinedKey } from "./joined";
import { unsaidKey } from "./limits";
import { roomyCap } from "./roomy-cap";
import { workloadNames } from "./names";
import type { NoteAction, NoteText } from "./types";

/** The scenario with other values of these workloads. */
function changed(
  { estimate: { scenario }, indexes }: Alike,
  values: (workload: Workload) => Partial<Workload>,
): Scenario {
  return {
    ...scenario,
    workloads: scenario.workloads.map((workload, n) =>
      indexes.includes(n) ? { ...workload, ...values(workload) } : workload,
    ),
  };
}

function retiredText({ estimate, pool, indexes }: Alike): NoteText {
  const { on, successor } = estimate.facts.get(pool)!.model!.retirement!;
  return {
    fact: `${workloadNames(estimate.scenario, indexes)}: ${writtenModel(estimate, pool, indexes)} retired on ${formatDay(on)}.`,
    consequence: `Requests are refused; its last published prices and limits are used here. ${successor ? `OpenAI names ${successor} in its place.` : "No successor is named."}`,
  };
}

function assumedText({ estimate, indexes }: Alike): NoteText {
  const { workloads, tokenAccounting } = estimate.scenario;
  const charges = new Set(indexes.map((index) => chargeMilli(workloads[index]!, tokenAccounting)));
  const tokens = charges.size === 1 ? ` ${formatNumber([...charges][0]! / MILLI)} tokens,` : "";
  return {
    fact: `${workloadNames(estimate.scenario, indexes)} ${indexes.length > 1 ? "set" : "sets"} no cap, and what is charged then is undocumented.`,
    consequence: `Input plus output,${tokens} is assumed against tokens a minute.`,
  };
}

function reasoningText({ estimate, indexes }: Alike): NoteText {
  const { workloads } = estimate.scenario;
  const models = [...new Set(indexes.map((index) => poolOf(workloads[index]!.model)))];
  const tokens = new Set(indexes.map((index) => workloads[index]!.reasoningTokens));
  const many = tokens.size === 1 ? `${formatNumber([...tokens][0]!)} ` : "";
  return {
    fact: `${workloadNames(estimate.scenario, indexes)}: ${listed(models)} ${models.length > 1 ? "do" : "does"} not reason, and ${many}reasoning tokens are entered.`,
    consequence: "They are billed as output and counted as entered; take them out, or choose a model that reasons.",
  };
}

/** Input that is not read from the cache. */
const unreadOf = ({ inputTokens, cachedInputTokens }: Workload): number =>
  (milli(inputTokens) - milli(cachedInputTokens)) / MILLI;

const withWrites = (alike: Alike): Scenario => changed(alike, (workload) => ({ cacheWriteTokens: unreadOf(workload) }));

function writesText(alike: Alike): NoteText {
  const { estimate, pool, indexes } = alike;
  const written = withWrites(alike);
  // Of these workloads alone: the others cost what they did.
  const { workloads } = cost(
    { ...written, workloads: indexes.map((index) => written.workloads[index]!) },
    estimate.facts,
  );
  const more = total(
    indexes.map((index, at) => {
      const [now, then] = [estimate.cost.workloads[index]!.perMonth, workloads[at]!.perMonth];
      return now && then && subtract(then, now);
    }),
  );
  const own = estimate.scenario.workloads[indexes[0]!]!;
  const unread = indexes.length === 1 ? `all ${formatNumber(unreadOf(own))} tokens` : "all of them";
  return {
    fact: `${workloadNames(estimate.scenario, indexes)}: by default ${pool} writes input to the cache that it does not read from it, and none is entered.`,
    consequence: `Written input costs more than plain input: up to ${formatUsd(more)} a month more here, if ${unread} are written.`,
  };
}

const TEXTS = {
  "model-retired": retiredText,
  "charge-assumed": assumedText,
  "model-retires": endingText,
  "reasoning-not-supported": reasoningText,
  "writes-by-default": writesText,
} as const satisfies Partial<Record<NoteCode, (alike: Alike) => NoteText>>;

/** A code whose notes on several workloads of one model are one line on a page. */
export type AlikeCode = keyof typeof TEXTS;

function assumedCap(alike: Alike): NoteAction | null {
  const { workloads } = alike.estimate.scenario;
  const caps = new Set(alike.indexes.map((index) => roomyCap(workloads[index]!)));
  if (caps.has(0)) return null;
  const label = caps.size === 1 ? `Set a cap of ${formatNumber([...caps][0]!)}` : "Set caps";
  return { label, scenario: changed(alike, (workload) => ({ maxCompletionTokens: roomyCap(workload) })) };
}

const COMPARE: NoteAction = { label: "Compare models", focus: { of: "page", place: "compare" } };

const ACTIONS: Readonly<Record<AlikeCode, (alike: Alike) => NoteAction | null>> = {
  "model-retired": ({ pool }) =>
    successorsOf(pool).length > 0
      ? { label: "See its successors", focus: { of: "page", place: "successors" } }
      : COMPARE,
  "charge-assumed": assumedCap,
  "model-retires": (alike) => endingAdvice(alike).presses[0] ?? COMPARE,
  "reasoning-not-supported": (alike) => ({
    label: "Set to 0",
    scenario: changed(alike, () => ({ reasoningTokens: 0 })),
  }),
  "writes-by-default": (alike) => ({ label: "Enter as writes", scenario: withWrites(alike) }),
};

/** Whether notes of this code on one model are one line. */
export const isAlike = (code: NoteCode): code is AlikeCode => code in TEXTS;

/** Codes whose sentence holds for workloads on several models. */
const ACROSS_MODELS: ReadonlySet<NoteCode> = new Set(["charge-assumed", "reasoning-not-supported"]);

/** The notes of an estimate, those that one sentence can say together; each group where its first is. */
export function alikeNotes(estimate: Estimate): (readonly [Note, ...Note[]])[] {
  const { notes, scenario } = estimate;
  const groups = new Map<string, [Note, ...Note[]]>();
  const alikeKey = ({ code, index }: Note) =>
    ACROSS_MODELS.has(code) ? code : `${code} ${poolOf(scenario.workloads[index]!.model)}`;
  notes.forEach((note, n) => {
    const key = isAlike(note.code)
      ? alikeKey(note)
      : (unsaidKey(note, estimate) ?? joinedKey(note, estimate) ?? String(n));
    const group = groups.get(key);
    if (group) group.push(note);
    else groups.set(key, [note]);
  });
  return [...groups.values()];
}

function alikeOf(notes: readonly [Note, ...Note[]], estimate: Estimate): Alike {
  return {
    estimate,
    pool: poolOf(estimate.scenario.workloads[notes[0].index]!.model),
    indexes: notes.map(({ index }) => index),
  };
}

/** The text of alike notes; `null` for any other. */
export function alikeText(notes: readonly [Note, ...Note[]], estimate: Estimate): NoteText | null {
  const { code } = notes[0];
  return isAlike(code) ? TEXTS[code](alikeOf(notes, estimate)) : null;
}

/** What is said on a page of a model that ends, with presses to what to move to; `null` for any other note. */
export function alikeAdvice(notes: readonly [Note, ...Note[]], estimate: Estimate) {
  return notes[0].code === "model-retires" ? endingAdvice(alikeOf(notes, estimate)) : null;
}

/** What to do about alike notes. */
export function alikeAction(code: AlikeCode, notes: readonly [Note, ...Note[]], estimate: Estimate): NoteAction | null {
  return ACTIONS[code](alikeOf(notes, estimate));
}
