import { useId } from "react";
import type { OwnLimitsChoice, OwnLimitsView } from "@/lib/view/refusal";
import { SegmentedRow } from "@/components/ui/fields/segmented";

interface QuestionsProps {
  readonly view: OwnLimitsView;
  readonly choice: OwnLimitsChoice;
  readonly onChoice: (choice: OwnLimitsChoice) => void;
}

const MEANINGS = [
  [false, "Batch queue"],
  [true, "Tokens a day"],
] as const;

/** What a pasted text leaves open: what TPD means in it, and whose limits without a model are. */
export function Questions({ view: { asksTpd, asksModel }, choice, onChoice }: QuestionsProps) {
  const id = useId();
  return (
    <>
      {asksTpd && (
        <fieldset className="mt-2">
          <legend className="text-small text-ink-2">
            TPD: the limits page means the batch queue by it, a 429 tokens a day. Here it is
          </legend>
          <SegmentedRow className="mt-1">
            {MEANINGS.map(([tpdIsDay, label]) => (
              <label key={label}>
                <input
                  type="radio"
                  name={`${id}tpd`}
                  checked={choice.tpdIsDay === tpdIsDay}
                  onChange={() => onChoice({ ...choice, tpdIsDay })}
                />
                {label}
              </label>
            ))}
          </SegmentedRow>
        </fieldset>
      )}
      {asksModel.length > 0 && (
        <fieldset className="mt-2">
          <legend className="text-small text-ink-2">Limits without a model are</legend>
          <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-13">
            {asksModel.map((model) => (
              <label key={model} className="flex items-center gap-1.5">
                <input
                  type="radio"
                  name={`${id}model`}
                  checked={choice.model === model}
                  onChange={() => onChoice({ ...choice, model })}
                />
                {model}’s
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
