import type { Backlog, OwnLimits, OwnPrice, Workload } from "@/lib/scenario";

/** A place on the page that a note or a limit leads to: a field of the editor, or a section. */
export type FocusTarget =
  | { readonly of: "workload"; readonly workload: number; readonly field: keyof Workload }
  | { readonly of: "model"; readonly pool: string; readonly field: keyof OwnPrice | keyof OwnLimits }
  | { readonly of: "backlog"; readonly field: keyof Backlog }
  /**
   * A field or a section of which a page has only one; `budget` is the field where it is drawn, else the
   * section.
   */
  | { readonly of: "page"; readonly place: "asOf" | "budget" | "compare" | "successors" };

/**
 * A target as `data-at` of its field, or as the id of its section: `w.0.inputTokens`, `m.o1-mini.rpm`,
 * `b.total`, `compare`.
 */
export function encodeFocusTarget(target: FocusTarget): string {
  switch (target.of) {
    case "workload":
      return `w.${target.workload}.${target.field}`;
    case "model":
      return `m.${target.pool}.${target.field}`;
    case "backlog":
      return `b.${target.field}`;
    case "page":
      return target.place;
  }
}

/** Where a link to a target leads without scripts: what holds the field, or the section. */
export function focusHref(target: FocusTarget): string {
  switch (target.of) {
    case "workload":
    case "backlog":
      return "#title";
    case "model":
      return `#own-${target.pool}`;
    case "page":
      return `#${target.place}`;
  }
}
