import type { Backlog, Growth, ModelOverride, OwnLimits, OwnPrice, Scenario, Workload } from "@/lib/scenario";

type OverrideField = Exclude<keyof ModelOverride, "price" | "limits"> | keyof OwnPrice | keyof OwnLimits;

/**
 * A field of the form, by which it is sent without JavaScript: `usageTier`, `w0.inputTokens`, `m0.rpm`,
 * `b.total`, `g.months`.
 */
export type FieldName =
  | `w${number}.${keyof Workload}`
  | `m${number}.${OverrideField}`
  | `b.${keyof Backlog}`
  | `g.${keyof Growth}`
  | Exclude<keyof Scenario, "workloads" | "modelOverrides" | "backlog" | "growth" | "variants">;

/** Where the value of a field belongs. */
export interface FieldPlace {
  /** The list or object that holds it; empty for the scenario itself. */
  readonly of: "workloads" | "modelOverrides" | "backlog" | "growth" | "";
  /** Its place in the list; 0 without one. */
  readonly index: number;
  readonly field: string;
  /** The path as a fault names it. Prices and limits of a model have one step less than in a scenario. */
  readonly path: string;
}

const NAME = /^(?:([wm])(\d{1,2})\.|([bg])\.)?([A-Za-z][A-Za-z0-9]*)$/;
const HOLDERS: Readonly<Record<string, Exclude<FieldPlace["of"], "">>> = {
  w: "workloads",
  m: "modelOverrides",
  b: "backlog",
  g: "growth",
};

/** The place of a field of the form; `null` where the name is none of a form. */
export function parseFieldName(name: string): FieldPlace | null {
  const match = NAME.exec(name);
  if (!match) return null;
  const field = match[4]!;
  const of = HOLDERS[match[1] ?? match[3] ?? ""] ?? "";
  return { of, index: Number(match[2] ?? 0), field, path: [of, match[2], field].filter(Boolean).join(".") };
}

/** The name of the field that a path of a scenario is entered in: `workloads.0.model` → `w0.model`. */
export function toFieldName(path: string): string {
  return path
    .replace(/^workloads\.(\d+)/, "w$1")
    .replace(/^modelOverrides\.(\d+)/, "m$1")
    .replace(/^backlog\./, "b.")
    .replace(/^growth\./, "g.")
    .replace(/\.(price|limits)\./, ".");
}
