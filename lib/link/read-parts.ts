import { MOST } from "@/lib/scenario";
import type { LinkDraft, Holder, RawJson } from "./draft";
import { BACKLOG_TAGS, LIMIT_TAGS, PER_BY_NAME, PRICE_TAGS, SIZE_TAGS, WORKLOAD_TAGS } from "./grammar";
import { SERVICE_TIER_BY_MARK, WORKLOAD_WORDS } from "./words";

type Tags = readonly (readonly [tag: string, field: string])[];

const NUMBER = /^(0|[1-9]\d{0,12})(\.\d{1,3})?$/;
const RATE = /^([^/]*)\/([a-z]+)$/;
const TOKEN = /^([a-z]+)(.*)$/s;

const list = (tags: Tags) => tags.map(([tag]) => tag).join(", ");
const WORDS = [...WORKLOAD_WORDS.keys()].join(", ");
const NO_WORKLOAD_TAG = `is not part of a workload; behind the model and the rate its tags are ${list(WORKLOAD_TAGS)}, its words ${WORDS}`;
const NO_BACKLOG_TAG = `is not part of a backlog; behind the model its tags are ${list(BACKLOG_TAGS)}`;
const NO_OVERRIDE_TAG = `is not part of a model’s own facts; their tags are ${list([...PRICE_TAGS, ...LIMIT_TAGS, ...SIZE_TAGS])}`;

const fieldOf = (tags: Tags, tag: string) => tags.find(([name]) => name === tag)?.[1];
const words = (text: string) => text.split(" ").filter(Boolean);

/** The number a whole token stands for; the text itself where it is none, so that the check can name it. */
export function numberOrText(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}

/**
 * Reads tokens behind the model, each a tag and its value. `place` puts one in its field, or says that it has
 * none: then `why` is its fault.
 */
function readTags(
  draft: LinkDraft,
  tokens: readonly string[],
  { path, why }: { readonly path: string; readonly why: string },
  place: (tag: string, value: string, token: string) => boolean,
): void {
  for (const token of tokens) {
    const match = TOKEN.exec(token);
    if (!match || !place(match[1]!, match[2]!, token)) draft.fault(path, token, why);
  }
}

/** Puts a word or a rate of a workload in its fields; `false` where the token is neither. */
function readWord(draft: LinkDraft, workload: Holder, token: string): boolean {
  const word = WORKLOAD_WORDS.get(token);
  if (word) draft.put(workload, word, token, token);
  const rate = word ? null : RATE.exec(token);
  if (rate) {
    draft.put(workload, "requests", numberOrText(rate[1]!), token);
    draft.put(workload, "per", PER_BY_NAME.get(rate[2]!) ?? rate[2], token);
  }
  return word !== undefined || rate !== null;
}

/**
 * Reads one workload: `name:model mark rate words tags`, of which only the order of the first three counts.
 */
export function readWorkload(draft: LinkDraft, text: string): void {
  const { workloads } = draft.input;
  const workload: Holder = { json: {}, path: `workloads.${workloads.length}` };
  workloads.push(workload.json);
  // What is past the most a link may hold is counted, not read.
  if (workloads.length > MOST.workloads) return;
  const colon = text.lastIndexOf(":");
  const name = text.slice(0, Math.max(colon, 0));
  if (name) draft.put(workload, "name", name, name);
  const [model, ...rest] = words(text.slice(colon + 1));
  if (model !== undefined) draft.put(workload, "model", model, model);
  const serviceTier = SERVICE_TIER_BY_MARK.get(rest[0] ?? "");
  if (serviceTier) draft.put(workload, "serviceTier", serviceTier, rest.shift()!);
  const tokens = rest.filter((token) => !readWord(draft, workload, token));
  readTags(draft, tokens, { path: workload.path, why: NO_WORKLOAD_TAG }, (tag, value, token) => {
    const field = fieldOf(WORKLOAD_TAGS, tag);
    if (field) draft.put(workload, field, numberOrText(value), token);
    return field !== undefined;
  });
}

/** Reads the backlog: `model tags`. `raw` is the whole parameter, for the fault of a second backlog. */
export function readBacklog(draft: LinkDraft, text: string, raw: string): void {
  if (draft.input["backlog"]) return draft.fault("backlog", raw, "is given twice; the first one counts");
  const backlog: Holder = { json: {}, path: "backlog" };
  draft.input["backlog"] = backlog.json;
  const [model, ...tokens] = words(text);
  if (model !== undefined) draft.put(backlog, "model", model, model);
  readTags(draft, tokens, { path: "backlog", why: NO_BACKLOG_TAG }, (tag, value, token) => {
    const field = fieldOf(BACKLOG_TAGS, tag);
    if (field) draft.put(backlog, field, field === "budgetUsd" ? value : numberOrText(value), token);
    return field !== undefined;
  });
}

/** Reads a user's own facts on one model: `model tags`. */
export function readOverride(draft: LinkDraft, text: string): void {
  const { modelOverrides } = draft.input;
  const override: Holder = { json: {}, path: `modelOverrides.${modelOverrides.length}` };
  modelOverrides.push(override.json);
  if (modelOverrides.length > MOST.modelOverrides) return;
  const part = (name: "price" | "limits"): Holder => ({
    json: (override.json[name] ??= {}) as RawJson,
    path: `${override.path}.${name}`,
  });
  const [model, ...tokens] = words(text);
  if (model !== undefined) draft.put(override, "model", model, model);
  readTags(draft, tokens, { path: override.path, why: NO_OVERRIDE_TAG }, (tag, value, token) => {
    const price = fieldOf(PRICE_TAGS, tag);
    const limit = fieldOf(LIMIT_TAGS, tag);
    const size = fieldOf(SIZE_TAGS, tag);
    if (price) draft.put(part("price"), price, value, token);
    else if (limit) draft.put(part("limits"), limit, numberOrText(value), token);
    else if (size) draft.put(override, size, numberOrText(value), token);
    return Boolean(price ?? limit ?? size);
  });
}
