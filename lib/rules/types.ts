import type { Confidence, Day, SourceId } from "@/lib/catalogue";

/** What a rule rests on: OpenAI in print, the API’s answers, or Headroom’s definition or assumption. */
export type Basis = "published" | "observed" | "defined" | "assumed";

/** One rule an estimate rests on, in words, with its source and doubt. */
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
