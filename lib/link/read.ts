import { LinkDraft, type LinkFault } from "./draft";
import { parseFieldName } from "./field-name";
import { BACKLOG_KEY, GROWTH_KEY, OVERRIDE_KEY, PART_KEYS, SCENARIO_KEYS, VARIANT_KEY, WORKLOAD_KEY } from "./grammar";
import { readBacklog, readGrowth, readOverride, readWorkload } from "./read-parts";
import { keyValue } from "./read-values";
import { readVariant } from "./read-variant";
import { params, type Param } from "./params";

const MOST_CHARACTERS = 48_000;
const KEYS = ["v", ...SCENARIO_KEYS.map(([key]) => key), ...Object.values(PART_KEYS)];
/** Why a part has no place in a link at all. */
export const NO_KEY = `is not part of a link; its keys are ${KEYS.join(", ")}`;

function readVersion(draft: LinkDraft, { value, raw }: Param): void {
  if (value !== "1" || draft.parts.has("v")) draft.fault("v", raw, "is not a version this page reads; 1 is");
  draft.parts.set("v", raw);
}

/**
 * Names a key that is none of the grammar's. Fields of the form stand behind a link where they could not be
 * read.
 */
function refuseKey(draft: LinkDraft, { key, value }: Param): void {
  const place = parseFieldName(key);
  if (place && place.of !== "") draft.fault(place.path, `${key}=${value}`, "could not be read");
  else draft.fault(key, `${key}=${value}`, NO_KEY);
}

function readParam(draft: LinkDraft, param: Param): void {
  const { key, value, broken, raw } = param;
  const field = SCENARIO_KEYS.find(([name]) => name === key)?.[1];
  if (broken) draft.fault(field ?? "", raw, "has broken percent-encoding");
  if (key === WORKLOAD_KEY) return readWorkload(draft, value);
  if (key === OVERRIDE_KEY) return readOverride(draft, value);
  if (key === VARIANT_KEY) return readVariant(draft, value);
  if (key === BACKLOG_KEY) return readBacklog(draft, value, raw);
  if (key === GROWTH_KEY) return readGrowth(draft, value, raw);
  if (key === "v") return readVersion(draft, param);
  if (!field) return refuseKey(draft, param);
  draft.put({ json: draft.input, path: "" }, field, keyValue(field, value), `${key}=${value}`);
}

/** Cuts what is longer than a link may be at the last whole parameter, and names the rest. */
function withinLength(draft: LinkDraft, query: string): string {
  if (query.length <= MOST_CHARACTERS) return query;
  const cut = Math.max(0, query.lastIndexOf("&", MOST_CHARACTERS));
  const dropped = query.length - cut;
  const why = `and what follows, ${dropped} characters, is past the ${MOST_CHARACTERS} a link may have`;
  draft.fault("", query.slice(cut), why);
  return query.slice(0, cut);
}

/** The query of a link, with or without its `?`, as a draft: everything it says, none of it checked. */
export function draftOf(query: string): LinkDraft {
  const draft = new LinkDraft();
  const text = withinLength(draft, query.replace(/^\/?\?/, ""));
  for (const param of params(text)) readParam(draft, param);
  if (!draft.parts.has("v")) draft.fault("v", "v", "is missing; a link of this grammar begins with v=1");
  return draft;
}

/**
 * Strict: the raw scenario JSON of a link for a check to judge, and every part that had no place in the
 * grammar.
 */
export function readLink(query: string): { readonly input: unknown; readonly faults: readonly LinkFault[] } {
  const { input, faults } = draftOf(query);
  return { input, faults };
}
