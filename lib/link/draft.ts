import type { Issue } from "@/lib/fields";

/** An object of the scenario before the check. */
export type RawJson = Record<string, unknown>;

/** A part of a link that could not be read. */
export interface LinkFault extends Issue {
  /** The part as it stands in the link, shortened: `i12,5`, `tier=9`. */
  readonly part: string;
}

/** A part as a fault shows it, at most 40 characters. */
export const shorten = (part: string) => (part.length > 40 ? `${part.slice(0, 39)}…` : part);

/** An object of the input and its path; the scenario's own path is empty. */
export interface Holder {
  readonly json: RawJson;
  readonly path: string;
}

/** A link as raw scenario JSON, before any check of values, with what had no place in it. */
export class LinkDraft {
  readonly input: RawJson & { workloads: RawJson[]; modelOverrides: RawJson[] } = { workloads: [], modelOverrides: [] };
  readonly faults: LinkFault[] = [];
  /** The part of the link that each path was read from. */
  readonly parts = new Map<string, string>();

  /** Names a part that cannot be read; `why` completes the sentence that the part begins. */
  fault(path: string, part: string, why: string): void {
    this.faults.push({ path, part: shorten(part), message: `${shorten(part)} ${why}` });
  }

  /** Puts a value in its field; of a field that is given twice the first value counts. */
  put({ json, path: prefix }: Holder, field: string, value: unknown, part: string): void {
    const path = prefix ? `${prefix}.${field}` : field;
    if (field in json) return this.fault(path, part, "is given twice; the first one counts");
    json[field] = value;
    this.parts.set(path, part);
  }
}
