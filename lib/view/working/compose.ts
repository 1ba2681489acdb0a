import { SOURCES, type Confidence, type Fact, type SourceId } from "@/lib/catalogue";
import { RULES, type RuleId } from "@/lib/rules";
import { formatDay } from "@/lib/view/text";
import { amountText, type Term } from "./term";

/** One line of a working: `A month`, `$34,689.60 + $1,421.98`, `$36,111.58`. */
export interface WorkingStep {
  readonly label: string;
  readonly expression: string;
  readonly value: string;
}

/** How a figure is found: its steps, its result, the rule it follows, and the sources of its facts. */
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

/** A step that shows a term’s formula and its value, `value` by default written out in full. */
export const step = (label: string, term: Term, value = amountText(term.value)): WorkingStep => ({
  label,
  expression: term.text,
  value,
});

interface WorkingParts extends Pick<Working, "title" | "steps" | "result"> {
  readonly rule: RuleId;
  /**
   * The rows used; their sources come before those of the rule, and the day of the first is the one shown.
   */
  readonly facts?: readonly (Fact | null | undefined)[];
}

/** Makes a working under a rule; each source is listed once. */
export function working({ title, steps, result, rule, facts = [] }: WorkingParts): Working {
  const { title: name, statement, doubt, sources, confidence, checkedOn } = RULES[rule];
  const cited = new Map<SourceId, Confidence>();
  for (const fact of facts) if (fact && !cited.has(fact.source)) cited.set(fact.source, fact.confidence);
  for (const source of sources) if (!cited.has(source)) cited.set(source, confidence);
  return {
    title,
    steps,
    result,
    rule: { id: rule, title: name, statement, doubt: doubt ?? null },
    sources: [...cited].map(([source, sure]) => ({ ...SOURCES[source], confidence: sure })),
    checkedOn: formatDay(facts.find((fact) => fact)?.checkedOn ?? checkedOn),
  };
}
