import type { Kind } from "@/lib/fields";
import type { PlainObject } from "./paths";

type RecordKind = Extract<Kind, { kind: "record" }>;
type TableField = RecordKind["fields"][string];

/** One change: a path and its value, `null` for what is taken out. */
type Change = readonly [path: string, value: unknown];
type Items = readonly PlainObject[];

const isSame = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) ? a.every((end, index) => end === b[index]) : a === b;

/** What a field is in an object that is not there: as the check fills it. */
const unsaid = (field: TableField): unknown => (field.presence === "filled" ? field.otherwise : undefined);

/** The least changes that make `a` into `b`, canonical values of one kind, in canonical order. */
export function leastChanges(kind: Kind, a: unknown, b: unknown, path = ""): readonly Change[] {
  if (a === b) return [];
  if (b === undefined) return [[path, null]];
  if (kind.kind === "list") return listDifferences(kind.of, (a ?? []) as Items, b as Items, path);
  if (kind.kind !== "record") return isSame(a, b) ? [] : [[path, b]];
  return Object.entries(kind.fields).flatMap(([name, field]) => {
    const before = a === undefined ? unsaid(field) : (a as PlainObject)[name];
    return leastChanges(field, before, (b as PlainObject)[name], path ? `${path}.${name}` : name);
  });
}

/** What is next on a way from one list to another. */
type Step = "keep" | "take out" | "end";

/**
 * A list of items that keep their order can only be changed, taken out, or followed by new ones. Of all ways from `a`
 * to `b` the one of fewest changes, where an item that is put in counts all its fields; of two, the one that keeps
 * more.
 */
function listDifferences(of: RecordKind, a: Items, b: Items, path: string): Change[] {
  const fields = b.map((item) => leastChanges(of, undefined, item).length);
  const best: { count: number; step: Step }[][] = Array.from({ length: a.length + 1 }, () => []);
  for (let i = a.length; i >= 0; i--)
    for (let j = b.length; j >= 0; j--) {
      const rest = fields.slice(j).reduce((sum, count) => sum + count, a.length - i);
      const ways: { count: number; step: Step }[] = [{ count: rest, step: "end" }];
      if (i < a.length) ways.unshift({ count: 1 + best[i + 1]![j]!.count, step: "take out" });
      if (i < a.length && j < b.length)
        ways.unshift({ count: leastChanges(of, a[i], b[j]).length + best[i + 1]![j + 1]!.count, step: "keep" });
      best[i]![j] = ways.reduce((least, way) => (way.count < least.count ? way : least));
    }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  for (; best[i]![j]!.step !== "end"; i++) {
    if (best[i]![j]!.step === "take out") changes.push([`${path}.${i}`, null]);
    else changes.push(...leastChanges(of, a[i], b[j++], `${path}.${i}`));
  }
  for (; i < a.length; i++) changes.push([`${path}.${i}`, null]);
  return [...changes, ...b.slice(j).map((item, n): Change => [`${path}.+${n > 0 ? n + 1 : ""}`, item])];
}
