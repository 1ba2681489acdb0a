import type { RuleId } from "@/lib/rules";
import type { RunFigureKey } from "@/lib/view/text";

/**
 * A figure of a run and, in one line, how it is found: a formula with the run’s own numbers, under a rule.
 */
export interface TrafficFigure {
  readonly work: RunFigureKey;
  readonly label: string;
  readonly text: string;
  readonly formula: string;
  readonly rule: RuleId;
}

/** Figures under one heading. */
export interface TrafficGroup {
  readonly title: string;
  readonly figures: readonly TrafficFigure[];
}

/** The rule of each policy. */
export const POLICY_RULES = { queue: "traffic-queue", retry: "traffic-retry", drop: "traffic-drop" } as const;

/** A figure of the run with its key: `figure` names it. */
export const toFigure = ({
  figure,
  ...rest
}: { readonly figure: RunFigureKey["figure"] } & Omit<TrafficFigure, "work">): TrafficFigure => ({
  work: { of: "run", figure },
  ...rest,
});
