import type { RefusalView } from "@/lib/view/refusal";
import { ChangeList } from "@/components/figures/lists/change-list";
import { RuleLayout } from "@/components/figures/lists/rule-layout";
import { StepList } from "@/components/figures/lists/step-list";
import { ToneMark } from "@/components/figures/tone";
import { TryLink } from "@/components/figures/try-link";
import { YesMark } from "@/components/ui/more-marks";

/** One refusal: what it says and what to change, beside its numbers and their working. */
export function RefusalExplanation({ refusal }: { refusal: RefusalView }) {
  const { tone, finding, figures, remarks, checks, changes, rule } = refusal;
  return (
    <RuleLayout className="mt-4">
      <div>
        <h3 className="text-16 font-semibold">
          {tone !== "unknown" && <ToneMark tone={tone} size={15} />} {finding}
        </h3>
        {remarks.map((remark) => (
          <p className="mt-1 max-w-[64ch] text-ink-2" key={remark}>
            {remark}
          </p>
        ))}
        <p className="mt-1 text-small">
          <a href={`/method#${rule}`}>The rule, with its source</a>
        </p>
        {checks.map(({ agrees, text, tries }) => (
          <div className="mt-2" key={text}>
            <p className="max-w-[64ch]">
              {agrees && <YesMark size={13} className="text-ok" />} {text}
            </p>
            {tries.length > 0 && (
              <p className="mt-1 flex flex-wrap gap-2">
                {tries.map(({ label, scenario }) => (
                  <TryLink key={label} scenario={scenario} label={`${label}: ${text}`}>
                    {label}
                  </TryLink>
                ))}
              </p>
            )}
          </div>
        ))}
        {changes.length > 0 && (
          <>
            <h4 className="mt-4 mb-1 font-semibold">What to change, in order of effect</h4>
            <ChangeList
              ordered
              changes={changes.map(({ text, detail, label, scenario }, index) => ({
                mark: <span className="text-ink-3">{index + 1}</span>,
                text,
                detail,
                action: scenario && (
                  <TryLink scenario={scenario} label={`${label}: ${text}`}>
                    {label}
                  </TryLink>
                ),
              }))}
            />
          </>
        )}
      </div>
      <div>
        <StepList
          label="The numbers"
          steps={figures.map(({ what, of, is }) => ({ label: what, expression: of, value: of ? `= ${is}` : is }))}
        />
      </div>
    </RuleLayout>
  );
}
