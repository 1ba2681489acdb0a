import { findModel } from "@/lib/catalogue";
import { checkScenario, MOST, MODEL_ID, NUMBERS, type Scenario } from "@/lib/scenario";
import { hasLoneSurrogate, quote, type Issue } from "@/lib/fields";
import {
  BACKLOG_KEY,
  BACKLOG_TAGS,
  LIMIT_TAGS,
  OVERRIDE_KEY,
  PER_BY_NAME,
  PRICE_TAGS,
  SCENARIO_KEYS,
  SERVICE_TIER_BY_MARK,
  SIZE_TAGS,
  WORKLOAD_KEY,
  WORKLOAD_TAGS,
  WORKLOAD_WORDS,
} from "./grammar";
import { params, type Param } from "./text";

/** A part of a link that could not be read. */
export interface LinkFault extends Issue {
  /** The part as it stands in the link, shortened: `i12,5`, `tier=9`. */
  readonly part: string;
}

type Json = Record<string, unknown>;

/** A link as raw scenario JSON, before any check of values, with what had no place in it. */
interface Draft {
  readonly input: Json & { workloads: Json[]; modelOverrides: Json[] };
  readonly faults: LinkFault[];
  /** The part of the link that each path was read from. */
  readonly parts: Map<string, string>;
}

const MOST_CHARACTERS = 32_000;
const NUMBER = /^(0|[1-9]\d{0,12})(\.\d{1,3})?$/;
const RATE = /^([^/]*)\/([a-z]+)$/;
const TOKEN = /^([a-z]+)(.*)$/s;

const first = (pairs: readonly (readonly [string, string])[]) => pairs.map(([name]) => name);
const NO_KEY = `is not part of a link; its keys are ${["v", ...first(SCENARIO_KEYS), BACKLOG_KEY, OVERRIDE_KEY, WORKLOAD_KEY].join(", ")}`;
const NO_WORKLOAD_TAG = `is not part of a workload; behind the model and the rate its tags are ${first(WORKLOAD_TAGS).join(", ")}, its words ${[...WORKLOAD_WORDS.keys()].join(", ")}`;
const NO_BACKLOG_TAG = `is not part of a backlog; behind the model its tags are ${first(BACKLOG_TAGS).join(", ")}`;
const NO_OVERRIDE_TAG = `is not part of a model’s own facts; their tags are ${first([...PRICE_TAGS, ...LIMIT_TAGS, ...SIZE_TAGS]).join(", ")}`;

const shorten = (part: string) => (part.length > 40 ? `${part.slice(0, 39)}…` : part);

/** The number a whole token stands for; the text itself where it is none, so that the check can name it. */
function numberOrText(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}

function draft(query: string): Draft {
  const input: Draft["input"] = { workloads: [], modelOverrides: [] };
  const faults: LinkFault[] = [];
  const parts: Draft["parts"] = new Map();
  const fault = (path: string, part: string, why: string): void => {
    faults.push({ path, part: shorten(part), message: `${shorten(part)} ${why}` });
  };

  const put = (target: Json, prefix: string, field: string, value: unknown, part: string) => {
    const path = prefix ? `${prefix}.${field}` : field;
    if (field in target) fault(path, part, "is given twice; the first one counts");
    else {
      target[field] = value;
      parts.set(path, part);
    }
  };

  /** Tokens behind the model: each must match a tag whole. */
  const readTags = (
    tokens: readonly string[],
    prefix: string,
    why: string,
    place: (tag: string, value: string, token: string) => boolean,
  ) => {
    for (const token of tokens) {
      const match = TOKEN.exec(token);
      if (!match || !place(match[1]!, match[2]!, token)) fault(prefix, token, why);
    }
  };

  const readWorkload = (text: string) => {
    const prefix = `workloads.${input.workloads.length}`;
    const workload: Json = {};
    input.workloads.push(workload);
    // What is past the most a link may hold is counted, not read.
    if (input.workloads.length > MOST.workloads) return;
    const colon = text.lastIndexOf(":");
    if (colon > 0) put(workload, prefix, "name", text.slice(0, colon), text.slice(0, colon));
    const [model, ...rest] = text
      .slice(colon + 1)
      .split(" ")
      .filter(Boolean);
    if (model !== undefined) put(workload, prefix, "model", model, model);
    const serviceTier = SERVICE_TIER_BY_MARK.get(rest[0] ?? "");
    if (serviceTier) put(workload, prefix, "serviceTier", serviceTier, rest.shift()!);
    const tokens = rest.filter((token) => {
      const word = WORKLOAD_WORDS.get(token);
      if (word) {
        put(workload, prefix, word, token, token);
        return false;
      }
      const rate = RATE.exec(token);
      if (!rate) return true;
      put(workload, prefix, "requests", numberOrText(rate[1]!), token);
      put(workload, prefix, "per", PER_BY_NAME.get(rate[2]!) ?? rate[2], token);
      return false;
    });
    readTags(tokens, prefix, NO_WORKLOAD_TAG, (tag, value, token) => {
      const field = WORKLOAD_TAGS.find(([name]) => name === tag)?.[1];
      if (field) put(workload, prefix, field, numberOrText(value), token);
      return field !== undefined;
    });
  };

  const readBacklog = (text: string, raw: string) => {
    if (input["backlog"]) return fault("backlog", raw, "is given twice; the first one counts");
    const backlog: Json = {};
    input["backlog"] = backlog;
    const [model, ...tokens] = text.split(" ").filter(Boolean);
    if (model !== undefined) put(backlog, "backlog", "model", model, model);
    readTags(tokens, "backlog", NO_BACKLOG_TAG, (tag, value, token) => {
      const field = BACKLOG_TAGS.find(([name]) => name === tag)?.[1];
      if (field) put(backlog, "backlog", field, field === "budgetUsd" ? value : numberOrText(value), token);
      return field !== undefined;
    });
  };

  const readOverride = (text: string) => {
    const prefix = `modelOverrides.${input.modelOverrides.length}`;
    const override: Json = {};
    input.modelOverrides.push(override);
    if (input.modelOverrides.length > MOST.modelOverrides) return;
    const [model, ...tokens] = text.split(" ").filter(Boolean);
    if (model !== undefined) put(override, prefix, "model", model, model);
    readTags(tokens, prefix, NO_OVERRIDE_TAG, (tag, value, token) => {
      const price = PRICE_TAGS.find(([name]) => name === tag)?.[1];
      const limit = LIMIT_TAGS.find(([name]) => name === tag)?.[1];
      const size = SIZE_TAGS.find(([name]) => name === tag)?.[1];
      if (price) put((override.price ??= {}) as Json, `${prefix}.price`, price, value, token);
      else if (limit) put((override.limits ??= {}) as Json, `${prefix}.limits`, limit, numberOrText(value), token);
      else if (size) put(override, prefix, size, numberOrText(value), token);
      return Boolean(price ?? limit ?? size);
    });
  };

  const readParam = ({ key, value, broken, raw }: Param): void => {
    const field = SCENARIO_KEYS.find(([name]) => name === key)?.[1];
    if (broken) fault(field ?? "", raw, "has broken percent-encoding");
    if (key === WORKLOAD_KEY) return readWorkload(value);
    if (key === OVERRIDE_KEY) return readOverride(value);
    if (key === BACKLOG_KEY) return readBacklog(value, raw);
    if (key === "v") {
      if (value !== "1" || parts.has("v")) fault("v", raw, "is not a version this page reads; 1 is");
      parts.set("v", raw);
      return;
    }
    if (!field) return fault(formPath(key), `${key}=${value}`, FORM_FIELD.test(key) ? "could not be read" : NO_KEY);
    const typed =
      field === "usageTier"
        ? /^[1-5]$/.test(value)
          ? Number(value)
          : value
        : field in NUMBERS
          ? numberOrText(value)
          : value;
    put(input, "", field, typed, `${key}=${value}`);
  };

  let text = query.replace(/^\/?\?/, "");
  if (text.length > MOST_CHARACTERS) {
    const cut = Math.max(0, text.lastIndexOf("&", MOST_CHARACTERS));
    fault(
      "",
      text.slice(cut),
      `and what follows, ${text.length - cut} characters, is past the ${MOST_CHARACTERS} a link may have`,
    );
    text = text.slice(0, cut);
  }
  params(text).forEach(readParam);
  if (!parts.has("v")) fault("v", "v", "is missing; a link of this grammar begins with v=1");
  return { input, faults, parts };
}

/** Fields of the form without JavaScript, which may stand behind a link where they could not be read: `w0.inputTokens`, `b.total`. */
const FORM_FIELD = /^(?:(w|m)(\d{1,2})|b)\.([A-Za-z][A-Za-z0-9]*)$/;

/** Where a key that is none of the grammar's belongs: a form field's place, else the key itself. */
function formPath(key: string): string {
  const match = FORM_FIELD.exec(key);
  if (!match) return key;
  return match[1]
    ? `${match[1] === "w" ? "workloads" : "modelOverrides"}.${match[2]}.${match[3]}`
    : `backlog.${match[3]}`;
}

/** Strict: the raw scenario JSON of a link for a schema to judge, and every part that had no place in the grammar. */
export function readLink(query: string): { readonly input: unknown; readonly faults: readonly LinkFault[] } {
  const { input, faults } = draft(query);
  return { input, faults };
}

/** What stands in for a required part that could not be read. */
export const STAND_IN = { model: "o1-mini", requests: 1, per: "minute", inputTokens: 1000 } as const;

function resolve(root: Json, path: string): [holder: Json, field: string] | null {
  const steps = path.split(".");
  const field = steps.pop()!;
  let holder: unknown = root;
  for (const step of steps) holder = (holder as Json | undefined)?.[step];
  return typeof holder === "object" && holder !== null ? [holder as Json, field] : null;
}

/** Puts right what a check refused: the part is dropped, or its stand-in takes its place. */
function mend(input: Draft["input"], { path }: Issue): void {
  const found = resolve(input, path);
  if (!found) return;
  const [holder, field] = found;
  const value = holder[field];
  // Half a backlog is none.
  if (/^backlog\.(total|inputTokens)$/.test(path)) delete input["backlog"];
  else if (/^modelOverrides\.\d+(\.model)?$/.test(path)) delete input.modelOverrides[Number(path.split(".")[1])];
  else if (/\.price\.(flex|priority)/.test(path)) {
    // Half of a service tier's price is none.
    const tier = field.startsWith("flex") ? "flex" : "priority";
    for (const key of Object.keys(holder)) if (key.startsWith(tier)) delete holder[key];
  } else if (/^modelOverrides\.\d+\.price\./.test(path)) delete input.modelOverrides[Number(path.split(".")[1])]!.price;
  else if (
    field === "model" &&
    typeof value === "string" &&
    MODEL_ID.test(value) &&
    !findModel(value) &&
    input.modelOverrides.length < MOST.modelOverrides
  ) {
    if (!input.modelOverrides.some(({ model }) => model === value)) input.modelOverrides.push({ model: value });
  } else if (path === "backlog.model") delete input["backlog"];
  else if ((field === "name" || field === "title") && typeof value === "string" && !hasLoneSurrogate(value))
    holder[field] = [...value].slice(0, MOST[field]).join("");
  else if (field in STAND_IN) holder[field] = STAND_IN[field as keyof typeof STAND_IN];
  else delete holder[field];
}

/** A link read with good will: a scenario to show, and what could not be read of it. */
export interface Decoded {
  /** `null` where the link holds no workload. */
  readonly scenario: Scenario | null;
  readonly faults: readonly LinkFault[];
}

/**
 * Reads a link leniently: never throws, never reads half of a number. What cannot be read is named in `faults`, and a default or `STAND_IN` takes its place;
 * a model nobody knows opens without price and limits. Takes the query with or without its `?`; an empty query has no faults.
 */
export function decodeLink(query: string): Decoded {
  if (/^\/?\??$/.test(query)) return { scenario: null, faults: [] };
  const { input, faults, parts } = draft(query);
  if (input.workloads.length === 0)
    faults.push({
      path: "workloads",
      part: WORKLOAD_KEY,
      message: `${WORKLOAD_KEY} is missing; a link holds at least one workload`,
    });
  return settle(input, faults, parts);
}

/** Raw scenario JSON read leniently: what a check refuses is named, and a default or `STAND_IN` takes its place. Changes `input`. */
export function settle(
  input: Draft["input"],
  faults: LinkFault[] = [],
  parts: ReadonlyMap<string, string> = new Map(),
): Decoded {
  const more = (list: Json[], most: number, name: string) => {
    if (list.length > most) {
      faults.push({
        path: name,
        part: `${list.length - most} more`,
        message: `${list.length - most} more ${name} than the ${most} a link may hold`,
      });
      list.length = most;
    }
  };
  more(input.workloads, MOST.workloads, "workloads");
  more(input.modelOverrides, MOST.modelOverrides, "modelOverrides");
  if (input.workloads.length === 0) return { scenario: null, faults };
  // Each round mends everything that was refused; a mended part can be refused once more only by a rule between two parts.
  for (let round = 0; round < 4; round++) {
    const checked = checkScenario(input);
    if ("scenario" in checked) return { scenario: checked.scenario, faults };
    for (const issue of checked.issues) {
      const part = parts.get(issue.path) ?? quote(undefined);
      faults.push({ ...issue, part: shorten(part) });
      mend(input, issue);
    }
    const kept = input.modelOverrides.filter(Boolean);
    if (kept.length < input.modelOverrides.length) input.modelOverrides = kept;
  }
  return { scenario: null, faults };
}
