import type { Kind } from "@/lib/fields";
import type { PlainObject } from "./paths";

type RecordKind = Extract<Kind, { kind: "record" }>;
type TableField = RecordKind["fields"][string];

/** One change: a path and its value, `null` for what is taken out. */
type Change = readonly [path: string, value: unknown];
type Items = readonly PlainObject[];
/** Takes a change; its path is empty where changes are only counted. */
type Take = (path: string, value: unknown) => void;

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && a.every((end, index) => end === b[index]));

/** What a field is in an object that is not there: as the check fills it. */
const unsaid = (field: TableField): unknown => (field.presence === "filled" ? field.otherwise : undefined);

/** The least changes that make `a` into `b`, canonical values of one kind, in canonical order. */
export function leastChanges(kind: Kind, a: unknown, b: unknown, path = ""): readonly Change[] {
  const changes: Change[] = [];
  walk(kind, [a, b], path, (at, value) => changes.push([at, value]));
  return changes;
}

function count(of: RecordKind, a: PlainObject | undefined, b: PlainObject): number {
  let found = 0;
  walk(of, [a, b], null, () => found++);
  return found;
}

const within = (path: string | null, name: string) => (path ? `${path}.${name}` : path === null ? null : name);

/** Goes through all in which two values differ; without a path the changes have none. */
function walk(kind: Kind, [a, b]: readonly [a: unknown, b: unknown], path: string | null, take: Take): void {
  if (a === b) return;
  if (b === undefined) return take(path ?? "", null);
  if (kind.kind === "list") return listChanges(kind.of, [(a ?? []) as Items, b as Items], path ?? "", take);
  if (kind.kind !== "record") return isSame(a, b) ? undefined : take(path ?? "", b);
  for (const name in kind.fields) {
    const field = kind.fields[name]!;
    const before = a === undefined ? unsaid(field) : (a as PlainObject)[name];
    const after = (b as PlainObject)[name];
    if (before !== after) walk(field, [before, after], within(path, name), take);
  }
}

/** What is next on a way from one list to another, and how many changes are left from there. */
interface Way {
  readonly count: number;
  readonly step: "keep" | "take out" | "end";
}

/**
 * The way of fewest changes from each place of two lists, `ways[i][j]`. A list of items that keep their order can only
 * be changed, taken out, or followed by new ones, each of which counts all its fields. Of two ways the one that keeps
 * more.
 */
function fewest(of: RecordKind, a: Items, b: Items): readonly (readonly Way[])[] {
  const ways: Way[][] = Array.from({ length: a.length + 1 }, () => []);
  let put = 0;
  for (let j = b.length; j >= 0; j--) {
    if (j < b.length) put += count(of, undefined, b[j]!);
    for (let i = a.length; i >= 0; i--) {
      let way: Way = { count: a.length - i + put, step: "end" };
      const out = i < a.length ? 1 + ways[i + 1]![j]!.count : Infinity;
      if (out <= way.count) way = { count: out, step: "take out" };
      const left = i < a.length && j < b.length ? ways[i + 1]![j + 1]!.count : Infinity;
      // A pair is looked at only where what is left could make it the best.
      const kept = left <= way.count ? left + count(of, a[i]!, b[j]!) : Infinity;
      if (kept <= way.count) way = { count: kept, step: "keep" };
      ways[i]![j] = way;
    }
  }
  return ways;
}

function listChanges(of: RecordKind, [a, b]: readonly [Items, Items], path: string, take: Take): void {
  const ways = fewest(of, a, b);
  let [i, j] = [0, 0];
  for (; ways[i]![j]!.step !== "end"; i++) {
    if (ways[i]![j]!.step === "take out") take(`${path}.${i}`, null);
    else walk(of, [a[i], b[j++]], `${path}.${i}`, take);
  }
  for (; i < a.length; i++) take(`${path}.${i}`, null);
  b.slice(j).forEach((item, n) => take(`${path}.+${n > 0 ? n + 1 : ""}`, item));
}
