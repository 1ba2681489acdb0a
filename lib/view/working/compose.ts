import { SOURCES, type Confidence, type Fact, type SourceId } from "@/lib/catalogue";
import { RULES, type RuleId } from "@/lib/rules";
import { formatDay } from "@/lib/view/text";
import { amountText, type Term } from "./term";

export interface WorkingStep {
  readonly label: string;
  readonly expression: string;
  readonly value: string;
}

export interface Working {
  readonly title: string;
  readonly steps: readonly WorkingStep[];
  /** The last step: its expression gives the figure on the page, but for rounding. */
  readonly result: WorkingStep;
  readonly rule: {
    readonly id: RuleId;
    readonly title: string;
    readonly statement: string;
    readonly doubt: string | null;
  };
  readonly sources: readonly { readonly title: string; readonly url: string; readonly confidence: Confidence }[];
  readonly checkedOn: string;
}

export const step = (label: string, term: Term, value = amountText(term.value)): WorkingStep => ({
  label,
  expression: term.text,
  value,
});

export function working(
  title: string,
  steps: readonly WorkingStep[],
  result: WorkingStep,
  id: RuleId,
  facts: readonly (Fact | null | undefined)[] = [],
): Working {
  const { title: name, statement, doubt, sources, confidence, checkedOn } = RULES[id];
  const cited = new Map<SourceId, Confidence>();
  for (const fact of facts) if (fact && !cited.has(fact.source)) cited.set(fact.source, fact.confidence);
  for (const source of sources) if (!cited.has(source)) cited.set(source, confidence);
  return {
    title,
    steps,
    result,
    rule: { id, title: name, statement, doubt: doubt ?? null },
    sources: [...cited].map(([source, sure]) => ({ ...SOURCES[source], confidence: sure })),
    checkedOn: formatDay(facts.find((fact) => fact)?.checkedOn ?? checkedOn),
  };
}
