import { DEFAULTS, type ModelOverride, type Per, type ServiceTier, type Workload } from "@/lib/scenario";
import type { Variant } from "@/lib/scenario/variants";
import {
  BACKLOG_KEY,
  BACKLOG_TAGS,
  GROWTH_KEY,
  GROWTH_WORDS,
  OVERRIDE_KEY,
  PER_NAMES,
  SCENARIO_KEYS,
  WORKLOAD_KEY,
} from "./grammar";
import { MODEL_MARK, NONE, OVERRIDE_CHANGES, STANDARD_MARK, WORKLOAD_CHANGES } from "./changes";
import { SERVICE_MARKS, type Tags } from "./grammar";
import { overrideText, rangePart, workloadText } from "./write-parts";
import { WORKLOAD_WORDS } from "./words";

const IMPLIED: Readonly<Record<string, unknown>> = DEFAULTS.implied;
const WORD_FIELDS = new Set<string>(WORKLOAD_WORDS.values());

/** A text within a variant: what would end its part, or stands for nothing, is percent-encoded once more. */
const escaped = (text: string): string => (text === NONE ? "%2D" : text.replace(/[%;]/g, encodeURIComponent));

/** A value as its part says it; what is taken out as what then holds, or as `-`. */
function valueText(field: string, value: unknown): string {
  const said = value ?? IMPLIED[field] ?? NONE;
  if (Array.isArray(said)) return rangePart(said as [number, number]);
  return typeof said === "boolean" ? (said ? "yes" : "no") : String(said);
}

const taggedText = (tags: Tags, field: string, value: unknown): string =>
  `${tags.find(([, of]) => of === field)![0]}${valueText(field, value)}`;

/** One changed field of a workload, by its path within it. */
function workloadToken(field: string, value: unknown): string {
  if (field === "model") return `${MODEL_MARK} ${String(value)}`;
  if (field === "serviceTier")
    return value === "standard" ? STANDARD_MARK : SERVICE_MARKS[value as Exclude<ServiceTier, "standard">];
  if (field === "per") return `/${PER_NAMES[value as Per][0]}`;
  if (WORD_FIELDS.has(field)) return valueText(field, value);
  const of = field.replace("ranges.", "");
  const text = of === field || value !== null ? valueText(of, value) : "~";
  return of === "requests" ? `${text}/` : taggedText(WORKLOAD_CHANGES, of, text);
}

function overrideToken(path: string, value: unknown): string {
  return path === "model" ? `${MODEL_MARK} ${String(value)}` : taggedText(OVERRIDE_CHANGES, path, value);
}

function backlogToken(field: string, value: unknown): string {
  return field === "model" ? `${MODEL_MARK} ${String(value)}` : taggedText(BACKLOG_TAGS, field, value);
}

function growthToken(field: string, value: unknown): string {
  if (field === "percentPerMonth") return `${String(value)}/`;
  if (field === "months") return `/${String(value)}`;
  return field === "paidUsd" ? `paid${valueText(field, value)}` : GROWTH_WORDS[value === true ? "true" : "false"];
}

/** The part of a variant that a change is said in, and what it says there. */
function said(path: string, value: unknown): readonly [part: string, head: string, token: string] {
  const [of, place = "", ...rest] = path.split(".");
  const field = rest.join(".");
  if (of === "workloads") {
    if (place.startsWith("+")) return [path, WORKLOAD_KEY, escaped(workloadText(value as Workload))];
    const head = `${WORKLOAD_KEY}${place}`;
    if (field === "name") return [path, `${head}.name`, escaped(String(value))];
    return [head, head, field === "" ? NONE : workloadToken(field, value)];
  }
  if (of === "modelOverrides") {
    if (place.startsWith("+")) return [path, OVERRIDE_KEY, overrideText(value as ModelOverride)];
    const head = `${OVERRIDE_KEY}${place}`;
    return [head, head, field === "" ? NONE : overrideToken(field, value)];
  }
  if (of === "backlog") return [of, BACKLOG_KEY, place === "" ? NONE : backlogToken(place, value)];
  if (of === "growth") return [of, GROWTH_KEY, place === "" ? NONE : growthToken(place, value)];
  const key = SCENARIO_KEYS.find(([, name]) => name === of)?.[0] ?? path;
  return [path, key, value !== null && of === "title" ? escaped(String(value)) : valueText(path, value)];
}

/** A variant as a link says it: `name:part;part`, one part for each scenario key, workload or model it changes. */
export function variantText({ name, changes }: Variant): string {
  const parts = new Map<string, string[]>();
  for (const [path, value] of Object.entries(changes)) {
    const [part, head, token] = said(path, value);
    parts.set(part, [...(parts.get(part) ?? [head]), token]);
  }
  // What a rate says of requests and period, or of per cent and months, is one word where both are changed.
  const texts = [...parts].map(([part, tokens]) =>
    part.includes("+") || part.endsWith("name") || part === "title"
      ? tokens.join(" ")
      : tokens.join(" ").replace("/ /", "/"),
  );
  return `${name.replace(/[%:;]/g, encodeURIComponent)}:${texts.join(";")}`;
}
