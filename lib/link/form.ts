import { backlogOf } from "@/lib/batch";
import { findModel } from "@/lib/catalogue";
import { parseDecimal } from "@/lib/money";
import { BLANK, NUMBERS, PRICE_FIELDS, type NumberField, type Scenario, type Workload } from "@/lib/scenario";
import { meanChange, RANGE_FIELDS, type Mean, type RangeField } from "@/lib/scenario/ranges";
import { followItems } from "@/lib/scenario/variants";
import { decodeLink, settle } from "./decode";
import type { RawJson } from "./draft";
import { encodeLink } from "./encode";
import { parseFieldName, toFieldName, type FieldPlace } from "./field-name";
import { LIMIT_TAGS } from "./grammar";
import { parseTyped, parseTypedDecimal } from "./typed";
import { parseMean, parsePerRate } from "./typed-range";
import { parseDeadline, type WallClock } from "./typed-moment";
import { parseHours, parseShare } from "./typed-span";
import { encodeText } from "./text";
import { flagOrText } from "./words";

const DECIMALS = new Set(["monthlyUsageLimitUsd", "monthlyBudgetUsd", "budgetUsd", "paidUsd", ...PRICE_FIELDS]);
/** Fields that a backlog cannot be without: left empty, they stay as they were. */
const BACKLOG_NEEDS = new Set(["model", "total", "inputTokens"]);
/** Fields whose text counts as it was sent, spaces and emptiness included. */
const TEXTS = new Set(["name", "title"]);
/** The pages a form may lead to. */
const PAGES = new Set(["/", "/compare", "/forecast", "/traffic", "/backlog"]);
/** The part of a user's own facts that holds a field. */
const GROUPS: Readonly<Record<string, "price" | "limits">> = {
  ...Object.fromEntries(PRICE_FIELDS.map((field) => [field, "price"] as const)),
  ...Object.fromEntries(LIMIT_TAGS.map(([, field]) => [field, "limits"] as const)),
};

/** A mean of a workload with the ranges that it then has: a number takes the range of its field away. */
function withMean(field: RangeField, mean: Mean, own: RawJson): RawJson {
  return meanChange({ number: Number(own[field]), ranges: own["ranges"] as Workload["ranges"] }, field, mean);
}

/** One typed field as the JSON a scenario wants, or `undefined` where it cannot be read. `own` has it now. */
function fieldValue(field: string, text: string, own: RawJson, clock: WallClock | undefined): RawJson | undefined {
  if (field === "requests") {
    const rate = parsePerRate(text);
    if ("error" in rate) return undefined;
    const { per, requests: number, ...range } = rate.value;
    return { ...withMean(field, { number, ...range }, own), ...(per && { per }) };
  }
  if (field === "deadlineHours" || field === "liveShare") {
    const typed = field === "liveShare" ? parseShare(text) : clock ? parseDeadline(text, clock) : parseHours(text);
    return "value" in typed ? { [field]: typed.value } : undefined;
  }
  if (field === "usageTier") return { usageTier: text === "free" ? text : Number(text) };
  if (field === "regional" || field === "tierFollows") return { [field]: flagOrText(text) };
  if (RANGE_FIELDS.some((one) => one === field) && "serviceTier" in own) {
    const mean = parseMean(text, field as RangeField);
    return "value" in mean ? withMean(field as RangeField, mean.value, own) : undefined;
  }
  if (field in NUMBERS) {
    const number = parseTyped(text, field as NumberField);
    return "value" in number ? { [field]: number.value } : undefined;
  }
  if (DECIMALS.has(field)) {
    const decimal = parseTypedDecimal(text);
    return "value" in decimal && parseDecimal(decimal.value) ? { [field]: decimal.value } : undefined;
  }
  return { [field]: text };
}

/** What a form holds while its fields are entered over the scenario it came from. */
interface Form {
  readonly scenario: RawJson;
  readonly workloads: RawJson[];
  readonly modelOverrides: RawJson[];
  readonly backlog: RawJson;
  readonly growth: RawJson;
  /** Fields that could not be read, as they were sent. */
  readonly unread: [name: string, value: string][];
  /** Workloads whose period was typed behind the number: `20/h` counts for more than the choice beside it. */
  readonly rated: Set<RawJson>;
  readonly clock: WallClock | undefined;
}

/**
 * What a button of the form asks besides the fields: `remove.1`, `clear.0`, `add`, `duplicate.0`, `up.1`, `down.0`.
 * Variants go with the workloads that they change.
 */
function act({ scenario, workloads }: Form, action: string): void {
  const [what, index] = action.split(".");
  const n = Number(index);
  const own = workloads[n];
  const before = [...workloads];
  if (what === "add") workloads.push({ ...workloads.at(-1), name: "" });
  if (!own) return;
  if (what === "remove" && workloads.length > 1) workloads.splice(n, 1);
  if (what === "clear") workloads[n] = { ...BLANK.workloads[0] };
  if (what === "duplicate") workloads.splice(n + 1, 0, { ...own });
  const to = n + (what === "up" ? -1 : what === "down" ? 1 : 0);
  if (to !== n && workloads[to]) [workloads[n], workloads[to]] = [workloads[to], own];
  const from = workloads.map((workload) => (before.includes(workload) ? before.indexOf(workload) : null));
  const variants = followItems(scenario["variants"] as Scenario["variants"], "workloads", from);
  if (variants) scenario["variants"] = variants;
}

/** The form before anything is entered: the scenario of the link that it came from. */
function formOver(link: string, clock: WallClock | undefined): Form {
  const last = decodeLink(link.replace(/^\/?\?/, "")).scenario;
  return {
    scenario: last ? { ...last } : {},
    workloads: (last?.workloads ?? []).map((workload) => ({ ...workload })),
    modelOverrides: (last?.modelOverrides ?? []).map((override) => ({ ...override })),
    backlog: last ? { ...backlogOf(last).backlog } : {},
    growth: { ...last?.growth },
    unread: [],
    rated: new Set(),
    clock,
  };
}

/**
 * The object that a field belongs to; `null` where a list has no such place. A backlog is part of the
 * scenario once a field of it was sent.
 */
function holderOf(form: Form, { of, index }: FieldPlace): RawJson | null {
  if (of === "") return form.scenario;
  if (of === "backlog" || of === "growth") return (form.scenario[of] = form[of]);
  const list = form[of];
  return index > list.length ? null : (list[index] ??= {});
}

/** Takes the value of an optional field away, and with the last price or limit the object that holds it. */
function unset(target: RawJson, field: string, holder: RawJson, group: string | undefined): void {
  delete target[field];
  if (group && Object.keys(target).length === 0) delete holder[group];
}

/** Enters one field. An empty optional field unsets it; one that cannot be read keeps the last good value. */
function enter(form: Form, name: string, sent: string): void {
  const place = parseFieldName(name);
  const holder = place && holderOf(form, place);
  if (!holder) return;
  const { of, field } = place;
  const group = of === "modelOverrides" ? GROUPS[field] : undefined;
  const target = group ? ((holder[group] = { ...(holder[group] as RawJson | undefined) }) as RawJson) : holder;
  const text = TEXTS.has(field) ? sent : sent.trim();
  if (sent.trim() === "" && !TEXTS.has(field)) {
    if (of === "backlog" && BACKLOG_NEEDS.has(field)) form.unread.push([name, ""]);
    else unset(target, field, holder, group);
    return;
  }
  if (field === "per" && form.rated.has(target)) return;
  const value = fieldValue(field, text, target, form.clock);
  if (!value) form.unread.push([name, sent.trim()]);
  else {
    if (field === "requests" && "per" in value) form.rated.add(target);
    Object.assign(target, value);
  }
}

/**
 * The link that a form sent without JavaScript asks for: flat fields (`FieldName`) over the scenario of the
 * link in `from`, a button's `do`, on the page in `page`, the planner without. A field that cannot be read
 * stands behind the canonical link as it was sent, for the page to name. With a `clock` a deadline may be a day
 * and an hour on it.
 */
export function readForm(fields: readonly (readonly [name: string, value: string])[], clock?: WallClock): string {
  const form = formOver(fields.find(([name]) => name === "from")?.[1] ?? "", clock);
  const page = fields.find(([name, value]) => name === "page" && PAGES.has(value))?.[1] ?? "/";
  for (const [name, sent] of fields) if (!["from", "page", "do"].includes(name)) enter(form, name, sent);
  act(form, fields.findLast(([name]) => name === "do")?.[1].trim() ?? "");
  return linkOf(form, page);
}

/** A form without a percentage has no growth; without months a growth has a year. */
function withoutEmptyGrowth({ growth, ...scenario }: RawJson): RawJson {
  const given = growth as RawJson | undefined;
  return given?.["percentPerMonth"] === undefined ? scenario : { ...scenario, growth: { months: 12, ...given } };
}

/**
 * The canonical link of a form. What the check refuses is named behind the link, as is what could not be
 * read.
 */
function linkOf({ scenario, workloads, modelOverrides: rows, unread }: Form, page: string): string {
  // The form has a row for every model in use: one that says nothing of a catalogue model is no override.
  const modelOverrides = rows.filter((row) => Object.keys(row).length > 1 || !findModel(String(row["model"])));
  const from = modelOverrides.map((row) => rows.indexOf(row));
  const variants = followItems(scenario["variants"] as Scenario["variants"], "modelOverrides", from);
  const decoded = settle({ ...withoutEmptyGrowth(scenario), workloads, modelOverrides, ...(variants && { variants }) });
  if (!decoded.scenario) return page;
  const refused = decoded.faults.map(({ path, part }): [string, string] => [toFieldName(path), part]);
  const behind = [...unread, ...refused].map(([name, value]) => `&${encodeText(name)}=${encodeText(value)}`);
  return encodeLink(decoded.scenario, page) + behind.join("");
}
