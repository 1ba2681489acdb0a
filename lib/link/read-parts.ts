import { MOST } from "@/lib/scenario";
import { middleOf, RANGE_FIELDS } from "@/lib/scenario/ranges";
import type { LinkDraft, Holder, RawJson } from "./draft";
import {
  BACKLOG_TAGS,
  GROWTH_WORDS,
  LIMIT_TAGS,
  PER_BY_NAME,
  PRICE_TAGS,
  SIZE_TAGS,
  WORKLOAD_TAGS,
  type Tags,
} from "./grammar";
import { rangeEnds, numberOrText, signedOrText } from "./read-values";
import { SERVICE_TIER_BY_MARK, WORKLOAD_WORDS } from "./words";

const RATE = /^([^/]*)\/([a-z]+)$/;
const TOKEN = /^([a-z]+)(.*)$/s;

const list = (tags: Tags) => tags.map(([tag]) => tag).join(", ");
const WORDS = [...WORKLOAD_WORDS.keys()].join(", ");
const NO_WORKLOAD_TAG = `is not part of a workload; behind the model and the rate its tags are ${list(WORKLOAD_TAGS)}, its words ${WORDS}`;
const NO_BACKLOG_TAG = `is not part of a backlog; behind the model its tags are ${list(BACKLOG_TAGS)}`;
const NO_OVERRIDE_TAG = `is not part of a model’s own facts; their tags are ${list([...PRICE_TAGS, ...LIMIT_TAGS, ...SIZE_TAGS])}`;

const NO_GROWTH = `is not part of growth; it reads 8/12, per cent a month and months, then paid1200 and ${GROWTH_WORDS.true}`;

/** The field behind a tag. */
export const fieldOf = (tags: Tags, tag: string) => tags.find(([name]) => name === tag)?.[1];
/** The tokens of a part. */
export const tokensOf = (text: string) => text.split(" ").filter(Boolean);

/**
 * Reads tokens behind the model, each a tag and its value. `place` puts one in its field, or says that it has
 * none: then `why` is its fault.
 */
export function readTags(
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

/** The ranges of a workload, made with the first of them. */
const rangesOf = (workload: Holder): Holder => ({
  json: (workload.json["ranges"] ??= {}) as RawJson,
  path: `${workload.path}.ranges`,
});

/** Puts a number or a range of a field; `300~2000` is a range. */
function putNumber(draft: LinkDraft, workload: Holder, field: string, [text, token]: readonly [string, string]): void {
  const ends = rangeEnds(text);
  if (ends) draft.put(rangesOf(workload), field, ends, token);
  else draft.put(workload, field, numberOrText(text), token);
}

/** Puts a word or a rate of a workload in its fields; `false` where the token is neither. */
function readWord(draft: LinkDraft, workload: Holder, token: string): boolean {
  const word = WORKLOAD_WORDS.get(token);
  if (word) draft.put(workload, word, token, token);
  const rate = word ? null : RATE.exec(token);
  if (rate) {
    putNumber(draft, workload, "requests", [rate[1]!, token]);
    const per = PER_BY_NAME.get(rate[2]!) ?? rate[2];
    // A range of requests names its period again.
    if (workload.json["per"] !== per) draft.put(workload, "per", per, token);
  }
  return word !== undefined || rate !== null;
}

/** A number that only its range was given of is the middle of that. */
function fillMiddles({ json }: Holder): void {
  for (const [field, ends] of Object.entries((json["ranges"] ?? {}) as RawJson)) {
    const [low, high] = ends as readonly unknown[];
    const isRange = typeof low === "number" && typeof high === "number" && 0 < low && low < high;
    if (isRange && !(field in json) && RANGE_FIELDS.some((name) => name === field)) json[field] = middleOf([low, high]);
  }
}

/**
 * Reads one workload into `workload`: `name:model mark rate words tags`, of which only the order of the first three
 * counts.
 */
export function readWorkloadInto(draft: LinkDraft, workload: Holder, text: string): void {
  const colon = text.lastIndexOf(":");
  const name = text.slice(0, Math.max(colon, 0));
  if (name) draft.put(workload, "name", name, name);
  const [model, ...rest] = tokensOf(text.slice(colon + 1));
  if (model !== undefined) draft.put(workload, "model", model, model);
  const serviceTier = SERVICE_TIER_BY_MARK.get(rest[0] ?? "");
  if (serviceTier) draft.put(workload, "serviceTier", serviceTier, rest.shift()!);
  const tokens = rest.filter((token) => !readWord(draft, workload, token));
  readTags(draft, tokens, { path: workload.path, why: NO_WORKLOAD_TAG }, (tag, value, token) => {
    const field = fieldOf(WORKLOAD_TAGS, tag);
    if (field) putNumber(draft, workload, field, [value, token]);
    return field !== undefined;
  });
  fillMiddles(workload);
}

/** Reads one workload of the scenario. */
export function readWorkload(draft: LinkDraft, text: string): void {
  const { workloads } = draft.input;
  const workload: Holder = { json: {}, path: `workloads.${workloads.length}` };
  workloads.push(workload.json);
  // What is past the most a link may hold is counted, not read.
  if (workloads.length <= MOST.workloads) readWorkloadInto(draft, workload, text);
}

/** Reads the backlog: `model tags`. `raw` is the whole parameter, for the fault of a second backlog. */
export function readBacklog(draft: LinkDraft, text: string, raw: string): void {
  if (draft.input["backlog"]) return draft.fault("backlog", raw, "is given twice; the first one counts");
  const backlog: Holder = { json: {}, path: "backlog" };
  draft.input["backlog"] = backlog.json;
  const [model, ...tokens] = tokensOf(text);
  if (model !== undefined) draft.put(backlog, "model", model, model);
  readTags(draft, tokens, { path: "backlog", why: NO_BACKLOG_TAG }, (tag, value, token) => {
    const field = fieldOf(BACKLOG_TAGS, tag);
    if (field) draft.put(backlog, field, field === "budgetUsd" ? value : numberOrText(value), token);
    return field !== undefined;
  });
}

/**
 * Reads what is said of growth, `8/12 paid1200 tier-follows`, in fields whose names begin with `prefix`. A side of the
 * slash that is empty says nothing.
 */
export function readGrowthInto(draft: LinkDraft, growth: Holder, text: string, prefix = ""): void {
  const put = (field: string, value: unknown, token: string) => draft.put(growth, `${prefix}${field}`, value, token);
  for (const token of tokensOf(text)) {
    const [percent, months, ...more] = token.split("/");
    if (months !== undefined && more.length === 0) {
      if (percent) put("percentPerMonth", signedOrText(percent), token);
      if (months) put("months", numberOrText(months), token);
    } else if (token === GROWTH_WORDS.true || token === GROWTH_WORDS.false)
      put("tierFollows", token === GROWTH_WORDS.true, token);
    else if (token.startsWith("paid")) put("paidUsd", token === "paid-" ? null : token.slice(4), token);
    else draft.fault(`${growth.path}${prefix && ".growth"}`, token, NO_GROWTH);
  }
}

/** Reads growth. `raw` is the whole parameter, for the fault of a second one. */
export function readGrowth(draft: LinkDraft, text: string, raw: string): void {
  if (draft.input["growth"]) return draft.fault("growth", raw, "is given twice; the first one counts");
  const growth: Holder = { json: {}, path: "growth" };
  draft.input["growth"] = growth.json;
  readGrowthInto(draft, growth, text);
}

/** Reads a user's own facts on one model into `override`: `model tags`. */
export function readOverrideInto(draft: LinkDraft, override: Holder, text: string): void {
  const part = (name: "price" | "limits"): Holder => ({
    json: (override.json[name] ??= {}) as RawJson,
    path: `${override.path}.${name}`,
  });
  const [model, ...tokens] = tokensOf(text);
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

/** Reads a user's own facts on one model of the scenario. */
export function readOverride(draft: LinkDraft, text: string): void {
  const { modelOverrides } = draft.input;
  const override: Holder = { json: {}, path: `modelOverrides.${modelOverrides.length}` };
  modelOverrides.push(override.json);
  if (modelOverrides.length <= MOST.modelOverrides) readOverrideInto(draft, override, text);
}
