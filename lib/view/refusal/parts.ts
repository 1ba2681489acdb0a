import type { RuleId } from "@/lib/rules";
import type { Scenario } from "@/lib/scenario";
import { limitField, type RefusedLimit } from "@/lib/refusal";
import type { RefusalChange } from "./changes/change";
import { limitCheck, type LimitCheck } from "./limit";
import type { Tone } from "@/lib/view/estimate";

/** A number of a refusal: what it is, from which numbers (empty for one that was read), how much. */
export interface RefusalFigure {
  readonly what: string;
  readonly of: string;
  readonly is: string;
}

/** One refusal, or one answer’s headers, explained. */
export interface RefusalView {
  readonly tone: Tone;
  readonly finding: string;
  readonly figures: readonly RefusalFigure[];
  readonly remarks: readonly string[];
  readonly checks: readonly LimitCheck[];
  /** In order of effect. */
  readonly changes: readonly RefusalChange[];
  readonly rule: RuleId;
}

/** The figure of a number that was read; none for one that was not there. */
export const given = (what: string, is: string | null): RefusalFigure[] => (is === null ? [] : [{ what, of: "", is }]);

/** The limit of a refusal beside the scenario’s own; empty where the scenario has no such limit. */
export function checksOf(scenario: Scenario, hit: RefusedLimit): LimitCheck[] {
  const { model, limit, origin } = hit;
  const field = limitField(hit.counts, hit.per);
  return model !== null && field !== null && limit ? [limitCheck(scenario, { model, field, limit, origin })] : [];
}
