import type { Confidence, Day, SourceId } from "@/lib/catalogue";

/** Who says so: OpenAI in print, the API in its answers, or Headroom by definition or assumption. */
export type Basis = "published" | "observed" | "defined" | "assumed";

export interface Rule {
  readonly title: string;
  /** What holds, in one or two sentences. */
  readonly statement: string;
  /** The rule as an equation, where it is one. */
  readonly formula?: string;
  readonly basis: Basis;
  /** Where the statement may be wrong, or what was inferred. */
  readonly doubt?: string;
  /** Empty only where the rule is Headroom’s own. */
  readonly sources: readonly SourceId[];
  readonly checkedOn: Day;
  readonly confidence: Confidence;
}
