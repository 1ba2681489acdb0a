import { describeKind, isObject, readLeaf } from "./accept";
import type { TableField, FieldTable, RawObject, ListKind, RecordKind, RecordOf } from "./kinds";
import { quote, refusal, type Issue } from "./refusals";

/** So many fields that a table does not have are named one by one: a megabyte of them made an answer of eighteen. */
const MOST_UNKNOWN = 50;

/**
 * One walk through an input by its table. What is refused is named in `issues` and missing from what was
 * read.
 */
class Walk {
  readonly issues: Issue[] = [];

  private refuse(path: string, message: string): undefined {
    this.issues.push({ path, message });
    return undefined;
  }

  /** FieldTable in the order of the table, then fields it does not have, then the rules between fields. */
  record({ fields, rules }: RecordKind, given: RawObject, prefix: string): RawObject {
    const read: Record<string, unknown> = {};
    for (const name in fields) {
      const value = this.field(fields[name]!, name, given[name], prefix);
      if (value !== undefined) read[name] = value;
    }
    const unknown = Object.keys(given).filter((name) => !Object.hasOwn(fields, name));
    if (unknown.length > 0)
      this.refuseUnknown(unknown, `accepted here: ${Object.keys(fields).join(", ")}`, given, prefix);
    for (const rule of rules) for (const { path, message } of rule(read, given)) this.refuse(prefix + path, message);
    return read;
  }

  private refuseUnknown(names: readonly string[], accepted: string, given: RawObject, prefix: string): void {
    for (const name of names.slice(0, MOST_UNKNOWN))
      this.refuse(prefix + name, `${name}: unknown field with value ${quote(given[name])}; ${accepted}`);
    const more = names.length - MOST_UNKNOWN;
    if (more > 0) this.refuse(prefix + names[MOST_UNKNOWN]!, `${more} more unknown fields; ${accepted}`);
  }

  private field(field: TableField, name: string, given: unknown, prefix: string): unknown {
    if (given === undefined && field.presence === "filled") return field.otherwise;
    if (given === undefined && field.presence !== "required") return undefined;
    const read = this.value(field, given, prefix + name);
    if (read === undefined) return this.refuse(prefix + name, refusal(name, given, describeKind(field)));
    // What is implied anyway is left out, and so is an object or an optional list in which nothing is given.
    const isImplied = field.presence === "implied" && read === field.otherwise;
    const mayBeEmpty = field.kind === "record" || (field.kind === "list" && field.presence === "optional");
    const isEmpty = mayBeEmpty && Object.keys(read as RawObject).length === 0;
    return isImplied || isEmpty ? undefined : read;
  }

  private value(field: TableField, given: unknown, path: string): unknown {
    switch (field.kind) {
      case "record":
        return isObject(given) ? this.record(field, given, `${path}.`) : undefined;
      case "list":
        return Array.isArray(given) && given.length >= field.least && given.length <= field.most
          ? this.list(field, given, path)
          : undefined;
      default:
        return readLeaf(field, given);
    }
  }

  private list({ of }: ListKind, items: readonly unknown[], path: string): readonly RawObject[] {
    return items.map((item, index) => {
      const place = `${path}.${index}`;
      if (isObject(item)) return this.record(of, item, `${place}.`);
      this.refuse(place, refusal(place, item, describeKind(of)));
      return {};
    });
  }
}

/**
 * Untrusted JSON as a complete, canonical object of this kind, or every fault in it. `null`, numeric strings
 * and fields that the table does not have are refused, those beyond the fiftieth of one object together. An
 * input that is no object at all is one fault: `notAnObject`.
 */
export function checkRecord<F extends FieldTable>(
  kind: RecordKind<F>,
  input: unknown,
  notAnObject: (input: unknown) => string,
): { readonly value: RecordOf<F> } | { readonly issues: readonly Issue[] } {
  if (!isObject(input)) return { issues: [{ path: "", message: notAnObject(input) }] };
  const walk = new Walk();
  const value = walk.record(kind, input, "") as RecordOf<F>;
  return walk.issues.length > 0 ? { issues: walk.issues } : { value };
}
