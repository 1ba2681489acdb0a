import { MODELS, SOURCES } from "@/lib/catalogue";
import { ruleById, type Basis, type RuleId } from "@/lib/rules";
import { withoutFlexText } from "@/lib/view/models";
import { formatDay } from "@/lib/view/text";
import { RuleLayout } from "@/components/figures/lists/rule-layout";
import { StepList } from "@/components/figures/lists/step-list";
import { WarnMark } from "@/components/ui/marks";
import { WORKED, type Step } from "./worked";

const BASIS: Record<Basis, string> = {
  published: "OpenAI says so",
  observed: "Seen in the API’s answers",
  defined: "Headroom’s own definition",
  assumed: "An assumption",
};

/** Lines of arithmetic; the last is the answer. */
export function WorkingSteps({ steps, label }: { steps: readonly Step[]; label: string }) {
  return (
    <StepList
      label={label}
      steps={steps.map(({ what, of, is }) => ({ label: what, expression: of, value: `= ${is}` }))}
    />
  );
}

/** What the catalogue has to a rule on the day it was checked. */
const FOUND: Partial<Record<RuleId, () => string>> = { "flex-winds-down": () => withoutFlexText(MODELS) };

/** One rule: what holds, worked through, where it may be wrong, and where it comes from. */
export function RuleBlock({ id }: { id: RuleId }) {
  const rule = ruleById(id);
  const steps = WORKED[id];
  return (
    <RuleLayout id={id} aria-labelledby={`${id}-t`}>
      <div>
        <h3 id={`${id}-t`} className="text-16 font-semibold">
          <a href={`#${id}`} className="text-ink no-underline hover:underline">
            {rule.title}
          </a>
        </h3>
        <p className="mt-1 max-w-[64ch]">
          {rule.statement} {FOUND[id]?.()}
        </p>
        {rule.doubt && (
          <p className="mt-2 flex max-w-[64ch] gap-2 text-ink-2">
            <WarnMark size={14} label="Doubt" className="mt-[4px] text-near" />
            <span>{rule.doubt}</span>
          </p>
        )}
        <p className="mt-2 text-small text-ink-2">
          {BASIS[rule.basis]}
          {rule.sources.map((source, i) => (
            <span key={source}>
              {i === 0 ? ": " : ", "}
              <a href={SOURCES[source].url} rel="noreferrer">
                {SOURCES[source].title}
              </a>
            </span>
          ))}
          . Checked {formatDay(rule.checkedOn)},{" "}
          {rule.confidence === "disputed" ? (
            <span className="text-near">disputed</span>
          ) : (
            <>{rule.confidence} confidence</>
          )}
          .
        </p>
      </div>
      {(rule.formula ?? steps) && (
        <div>
          {rule.formula && <p className="text-13 font-semibold">{rule.formula}</p>}
          {steps && <WorkingSteps steps={steps} label={`${rule.title}, worked through`} />}
        </div>
      )}
    </RuleLayout>
  );
}
