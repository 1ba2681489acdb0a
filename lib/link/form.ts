import { backlogOf } from "@/lib/batch";
import { findModel } from "@/lib/catalogue";
import { parseDecimal } from "@/lib/money";
import { NUMBERS, PRICE_FIELDS, type NumberField, type Scenario } from "@/lib/scenario";
import { accepts } from "@/lib/fields";
import { decodeLink, settle } from "./decode";
import { encodeLink } from "./encode";
import { LIMIT_TAGS } from "./grammar";
import { parsePerRate, parseTyped, parseTypedDecimal } from "./typed";
import { parseHours, parseShare } from "./typed-span";
import { encodeText } from "./text";

type Json = Record<string, unknown>;

const DECIMALS = new Set(["monthlyUsageLimitUsd", "monthlyBudgetUsd", "budgetUsd", ...PRICE_FIELDS]);
const FIELD = /^(?:([wm])(\d{1,2})\.|(b)\.)?([A-Za-z][A-Za-z0-9]*)$/;
/** What a backlog is none without: left empty, it stays as it was. */
const BACKLOG_NEEDS = new Set(["model", "total", "inputTokens"]);
/** The pages a form may lead to. */
const PAGES = new Set(["/", "/traffic", "/backlog"]);
const GROUP: Readonly<Record<string, "price" | "limits">> = {
  ...Object.fromEntries(PRICE_FIELDS.map((field) => [field, "price"] as const)),
  ...Object.fromEntries(LIMIT_TAGS.map(([, field]) => [field, "limits"] as const)),
};

/** One typed field as the JSON a scenario wants, or `undefined` where it cannot be read. */
function fieldValue(field: string, text: string): Json | undefined {
  if (field === "requests") {
    const rate = parsePerRate(text, NUMBERS.requests);
    return "value" in rate ? rate.value : undefined;
  }
  if (field === "deadlineHours" || field === "liveShare") {
    const typed = field === "liveShare" ? parseShare(text) : parseHours(text);
    return "value" in typed ? { [field]: typed.value } : undefined;
  }
  if (field === "usageTier") return { usageTier: text === "free" ? text : Number(text) };
  if (field in NUMBERS) {
    const number = parseTyped(text, NUMBERS[field as NumberField]);
    return "value" in number && accepts(NUMBERS[field as NumberField], number.value)
      ? { [field]: number.value }
      : undefined;
  }
  if (DECIMALS.has(field)) {
    const decimal = parseTypedDecimal(text);
    return "value" in decimal && parseDecimal(decimal.value) ? { [field]: decimal.value } : undefined;
  }
  return { [field]: text };
}

/** What a button of the form asks besides the fields: `remove.1`, `add`, `duplicate.0`, `up.1`, `down.0`. */
function act(workloads: Json[], action: string): void {
  const [what, index] = action.split(".");
  const n = Number(index);
  const own = workloads[n];
  if (what === "add") workloads.push({ ...workloads.at(-1), name: "" });
  if (!own) return;
  if (what === "remove" && workloads.length > 1) workloads.splice(n, 1);
  if (what === "duplicate") workloads.splice(n + 1, 0, { ...own });
  const to = n + (what === "up" ? -1 : what === "down" ? 1 : 0);
  if (to !== n && workloads[to]) [workloads[n], workloads[to]] = [workloads[to], own];
}

/**
 * The link that a form sent without JavaScript asks for: flat fields (`usageTier`, `w0.inputTokens`, `m0.rpm`, `b.total`, `do`) over the scenario of the link in `from`, on the page in `page`, the planner without.
 * An empty optional field unsets it. A field that cannot be read keeps the last good value, and stands behind the canonical link as it was sent, for the page to name.
 */
export function readForm(fields: readonly (readonly [name: string, value: string])[]): string {
  const from = fields.find(([name]) => name === "from")?.[1] ?? "";
  const last: Scenario | null = decodeLink(from.replace(/^\/?\?/, "")).scenario;
  const input: Json = last ? { ...last } : {};
  const workloads: Json[] = (last?.workloads ?? []).map((workload) => ({ ...workload }));
  const overrides: Json[] = (last?.modelOverrides ?? []).map((override) => ({ ...override }));
  const backlog: Json = last ? { ...backlogOf(last).backlog } : {};
  const page = fields.find(([name, value]) => name === "page" && PAGES.has(value))?.[1] ?? "/";
  const unread: [string, string][] = [];
  const rated = new Set<Json>();
  let action = "";
  for (const [name, sent] of fields) {
    const text = sent.trim();
    const match = FIELD.exec(name);
    if (name === "from" || name === "page" || !match) continue;
    if (name === "do") {
      action = text;
      continue;
    }
    const field = match[4]!;
    const list = match[1] === "w" ? workloads : match[1] === "m" ? overrides : null;
    const index = Number(match[2]);
    if (list && index > list.length) continue;
    if (match[3]) input["backlog"] = backlog;
    const holder = list ? (list[index] ??= {}) : match[3] ? backlog : input;
    const group = match[1] === "m" ? GROUP[field] : undefined;
    const target = group ? ((holder[group] = { ...(holder[group] as Json | undefined) }) as Json) : holder;
    if (text === "" && match[3] && BACKLOG_NEEDS.has(field)) {
      unread.push([name, text]);
      continue;
    }
    if (text === "" && field !== "name" && field !== "title") {
      delete target[field];
      if (group && Object.keys(target).length === 0) delete holder[group];
      continue;
    }
    // A period typed behind the number, 20/h, counts for more than the choice beside it.
    if (field === "per" && rated.has(target)) continue;
    const value = fieldValue(field, field === "name" || field === "title" ? sent : text);
    if (value && "per" in value && field === "requests") rated.add(target);
    if (value) Object.assign(target, value);
    else unread.push([name, text]);
  }
  act(workloads, action);
  // The form has a row for every model in use: one that says nothing of a catalogue model is no override.
  const saying = overrides.filter((override) => Object.keys(override).length > 1 || !findModel(String(override.model)));
  return linkOf({ ...input, workloads, modelOverrides: saying }, unread, page);
}

/** Raw scenario JSON as a canonical link, by way of the lenient reader: what it refuses is named behind the link too. */
function linkOf(input: Parameters<typeof settle>[0], unread: [string, string][], page: string): string {
  const decoded = settle(input);
  for (const { path, part } of decoded.faults)
    unread.push([
      path
        .replace(/^workloads\.(\d+)/, "w$1")
        .replace(/^modelOverrides\.(\d+)/, "m$1")
        .replace(/^backlog\./, "b.")
        .replace(/\.(price|limits)\./, "."),
      part,
    ]);
  if (!decoded.scenario) return page;
  return (
    encodeLink(decoded.scenario, page) +
    unread.map(([name, value]) => `&${encodeText(name)}=${encodeText(value)}`).join("")
  );
}
