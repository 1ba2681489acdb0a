import { MOST } from "@/lib/scenario";
import { MODEL_MARK, NONE, OVERRIDE_CHANGES, STANDARD_MARK, WORKLOAD_CHANGES } from "./changes";
import type { Holder, LinkDraft, RawJson } from "./draft";
import {
  BACKLOG_KEY,
  BACKLOG_TAGS,
  GROWTH_KEY,
  OVERRIDE_KEY,
  PER_BY_NAME,
  SCENARIO_KEYS,
  WORKLOAD_KEY,
  type Tags,
} from "./grammar";
import { fieldOf, readGrowthInto, readOverrideInto, readTags, readWorkloadInto, tokensOf } from "./read-parts";
import { rangeEnds, keyValue, numberOrText } from "./read-values";
import { SERVICE_TIER_BY_MARK, WORKLOAD_WORDS } from "./words";

const NO_PART = `is not part of a variant; its parts begin with a key of the scenario, ${WORKLOAD_KEY}0 or ${OVERRIDE_KEY}0 for what is there, ${WORKLOAD_KEY} or ${OVERRIDE_KEY} for what is put in, ${BACKLOG_KEY} or ${GROWTH_KEY}`;
/** More parts than the lists of a scenario have places, before and after, with every key of its own. */
const MOST_PARTS = 120;
const PLACE = new RegExp(`^([${WORKLOAD_KEY}${OVERRIDE_KEY}])(\\d{1,2})?(\\.name)?$`);
const LISTS: Readonly<Record<string, string>> = { [WORKLOAD_KEY]: "workloads", [OVERRIDE_KEY]: "modelOverrides" };

/** Text of a variant as it was before it was kept from ending its part. */
const unescaped = (text: string): string => text.replace(/%(?:25|2D|3A|3B)/g, decodeURIComponent);

/** What is being read: the changes of one variant, and the path that its tokens are of. */
interface Changing {
  readonly draft: LinkDraft;
  readonly changes: Holder;
  readonly of: string;
}

function put({ draft, changes, of }: Changing, field: string, value: unknown, token: string): void {
  draft.put(changes, `${of}.${field}`, value, token);
}

/** Reads `on model`, and hands back the tokens that are left. */
function withoutModel(changing: Changing, text: string): string[] {
  const tokens = tokensOf(text);
  const at = tokens.indexOf(MODEL_MARK);
  if (at < 0) return tokens;
  put(changing, "model", tokens[at + 1] ?? null, tokens.slice(at, at + 2).join(" "));
  return [...tokens.slice(0, at), ...tokens.slice(at + 2)];
}

/** Reads tokens of a tag and its value each; `-` is what is taken out. */
function readChanges(
  changing: Changing,
  tokens: readonly string[],
  tags: Tags,
  toValue: (field: string, text: string) => unknown,
): void {
  const { draft, changes, of } = changing;
  const path = `${changes.path}.${of}`;
  const why = `is not part of a change; its tags are ${tags.map(([tag]) => tag).join(", ")}, ${MODEL_MARK} stands before a model`;
  readTags(draft, tokens, { path, why }, (tag, text, token) => {
    const field = fieldOf(tags, tag);
    const ends = rangeEnds(text);
    if (field && (ends || text === "~")) put(changing, `ranges.${field}`, text === "~" ? null : ends, token);
    else if (field) put(changing, field, text === NONE ? null : toValue(field, text), token);
    return field !== undefined;
  });
}

/** Reads a rate of which either side may be left out: `40/`, `/h`, `8~50/`, `~/`. */
function readRate(changing: Changing, token: string): boolean {
  const [number, per, ...more] = token.split("/");
  if (per === undefined || more.length > 0) return false;
  const ends = rangeEnds(number!);
  if (number === "~") put(changing, "ranges.requests", null, token);
  else if (ends) put(changing, "ranges.requests", ends, token);
  else if (number) put(changing, "requests", numberOrText(number), token);
  if (per) put(changing, "per", PER_BY_NAME.get(per) ?? per, token);
  return true;
}

function readWorkloadWord(changing: Changing, token: string): boolean {
  const serviceTier = token === STANDARD_MARK ? token : SERVICE_TIER_BY_MARK.get(token);
  const word = serviceTier ? "serviceTier" : WORKLOAD_WORDS.get(token);
  if (!word) return readRate(changing, token);
  put(changing, word, serviceTier ?? token, token);
  return true;
}

/** Reads what is put in behind a list, whole. */
function readPutIn({ draft, changes, of }: Changing, text: string): void {
  const before = Object.keys(changes.json).filter((path) => path.startsWith(`${of}.+`)).length;
  if (before >= MOST.workloads)
    return draft.fault(changes.path, text, `is past the ${MOST.workloads} ${of} there may be`);
  const path = `${of}.+${before > 0 ? before + 1 : ""}`;
  const item: Holder = { json: {}, path: `${changes.path}.${path}` };
  draft.put(changes, path, item.json, text);
  if (of === "workloads") readWorkloadInto(draft, item, text);
  else readOverrideInto(draft, item, text);
}

/** Reads what is changed in one workload, or in the user’s own facts on one model. */
function readItem(changing: Changing, text: string): void {
  if (text.trim() === NONE) return changing.draft.put(changing.changes, changing.of, null, text);
  const tokens = withoutModel(changing, text);
  if (changing.of.startsWith("modelOverrides"))
    return readChanges(changing, tokens, OVERRIDE_CHANGES, (field, value) =>
      field.startsWith("price") ? value : numberOrText(value),
    );
  const others = tokens.filter((token) => !readWorkloadWord(changing, token));
  readChanges(changing, others, WORKLOAD_CHANGES, (_, value) => numberOrText(value));
}

/** Reads one part of a variant: what it is of, a space, and what changes there. */
function readPart(draft: LinkDraft, changes: Holder, part: string): void {
  const space = part.indexOf(" ");
  const [head, text] = space < 0 ? [part, ""] : [part.slice(0, space), part.slice(space + 1)];
  const field = SCENARIO_KEYS.find(([key]) => key === head)?.[1];
  if (field) {
    const value = field === "title" ? unescaped(text) : keyValue(field, text);
    return draft.put(changes, field, text === NONE ? null : value, part);
  }
  const isNothing = text.trim() === NONE;
  if (head === GROWTH_KEY)
    return isNothing ? draft.put(changes, head, null, part) : readGrowthInto(draft, changes, text, `${head}.`);
  if (head === BACKLOG_KEY && isNothing) return draft.put(changes, head, null, part);
  if (head === BACKLOG_KEY) {
    const backlog = { draft, changes, of: "backlog" };
    return readChanges(backlog, withoutModel(backlog, text), BACKLOG_TAGS, (name, value) =>
      name === "budgetUsd" ? value : numberOrText(value),
    );
  }
  const [, key = "", index, named] = PLACE.exec(head) ?? [];
  const list = LISTS[key];
  if (!list || (named && (key !== WORKLOAD_KEY || index === undefined)))
    return draft.fault(changes.path, part, NO_PART);
  if (named) return draft.put(changes, `${list}.${index}.name`, unescaped(text), part);
  if (index === undefined) return readPutIn({ draft, changes, of: list }, unescaped(text));
  readItem({ draft, changes, of: `${list}.${index}` }, text);
}

/** Reads a variant: `name:part;part`. The name ends at the first colon. */
export function readVariant(draft: LinkDraft, text: string): void {
  const variants = (draft.input["variants"] ??= []) as RawJson[];
  const variant: Holder = { json: {}, path: `variants.${variants.length}` };
  const changes: Holder = { json: {}, path: `${variant.path}.changes` };
  variants.push(variant.json);
  // What is past the most a link may hold is counted, not read.
  if (variants.length > MOST.variants) return;
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  draft.put(variant, "name", unescaped(name), name);
  draft.put(variant, "changes", changes.json, text);
  const parts = colon < 0 ? [] : text.slice(colon + 1).split(";");
  for (const part of parts.slice(0, MOST_PARTS)) if (part !== "") readPart(draft, changes, part);
  const more = parts.length - MOST_PARTS;
  if (more > 0) draft.fault(changes.path, `${more} more parts`, `are past the ${MOST_PARTS} a variant may have`);
}
