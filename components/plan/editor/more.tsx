import { CHARGES } from "@/lib/catalogue";
import { parseTyped, type Typed } from "@/lib/link";
import { CHOICES, DEFAULTS } from "@/lib/scenario";
import { formatNumber, formatUsdText } from "@/lib/view/text";
import { useEdit } from "@/components/scenario/edit-context";
import { InputField } from "@/components/scenario/field";
import { SelectField } from "@/components/scenario/select-field";
import { FieldGrid } from "@/components/ui/fields/field-frame";
import { isPriced } from "./figures";
import type { MoreProps } from "./more-parts";

/** Calls of a tool as typed; 0 is the same as nothing. */
function readCalls(text: string): Typed<number | undefined> {
  const typed = parseTyped(text, "webSearchCalls");
  return "value" in typed && typed.value === 0 ? { value: undefined } : typed;
}

const CALLS = [
  ["webSearchCalls", "Web searches"],
  ["fileSearchCalls", "File searches"],
] as const;

const LIFETIMES = { default: "As the model has it", "12h": "12 hours" } as const;

/** What a request is billed besides its tokens, and how long it stays in the cache. */
export function MoreFields({ workload, index, priced }: MoreProps) {
  const edit = useEdit();
  const { cacheLifetime, cacheWriteTokens } = workload;
  const sold = isPriced(priced, "twelve-hours");
  return (
    <FieldGrid className="mt-2">
      {CALLS.map(([field, label]) => (
        <InputField<number | undefined>
          key={field}
          label={label}
          name={`w${index}.${field}`}
          value={workload[field]}
          shown={workload[field] === undefined ? "" : formatNumber(workload[field])}
          placeholder="0"
          read={readCalls}
          describe={(calls) => formatNumber(calls ?? 0)}
          optional
          hint="calls a request"
          onValue={(calls) => edit({ do: "workload", index, change: { [field]: calls }, field })}
        />
      ))}
      {(sold || cacheWriteTokens !== undefined || cacheLifetime !== undefined) && (
        <SelectField
          label="Cache lifetime"
          name={`w${index}.cacheLifetime`}
          value={cacheLifetime ?? DEFAULTS.implied.cacheLifetime}
          options={CHOICES.cacheLifetime}
          names={LIFETIMES}
          onValue={(chosen) =>
            edit({ do: "workload", index, change: { cacheLifetime: chosen === "12h" ? chosen : undefined } })
          }
        />
      )}
      <p className="col-span-full text-small text-ink-2">
        Web searches cost {formatUsdText(CHARGES.webSearch.perThousandCallsUsd)} and file searches{" "}
        {formatUsdText(CHARGES.fileSearch.perThousandCallsUsd)} per 1,000 calls. What a search finds is input, to be
        entered above.
      </p>
    </FieldGrid>
  );
}
