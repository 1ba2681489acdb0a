import { memo, type ComponentProps } from "react";
import { parseMean, parseTyped } from "@/lib/link";
import type { Workload } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import type { RangeField } from "@/lib/scenario/ranges";
import { mostCached } from "@/components/scenario/cached-field";
import { useEdit } from "@/components/scenario/edit-context";
import { InputField, NumberInput } from "@/components/scenario/field";
import { TermLink } from "@/components/figures/term-link";
import { WarnMark } from "@/components/ui/marks";
import { TokenLabel } from "@/components/scenario/field-label";
import { MeanField } from "@/components/scenario/mean-field";
import { capHint, reasoningHint, shareHint } from "@/components/scenario/hints";

const LABELS = {
  peakToMean: <TermLink of="peak">Busiest minute</TermLink>,
  inputTokens: <TokenLabel of="input" />,
  visibleOutputTokens: <TokenLabel of="visible" />,
  reasoningTokens: <TokenLabel of="reasoning" />,
  maxCompletionTokens: <TokenLabel of="cap" />,
  retryShare: "Billed retries",
} as const;

interface CountProps extends Pick<
  ComponentProps<typeof NumberInput>,
  "value" | "hint" | "unit" | "optional" | "placeholder"
> {
  readonly index: number;
  readonly of: keyof typeof LABELS;
}

/** A number of the workload at `index`: it draws anew when its own value does. */
export const Count = memo(function Count({ index, of, ...rest }: CountProps) {
  const edit = useEdit();
  return (
    <NumberInput
      {...rest}
      label={LABELS[of]}
      name={`w${index}.${of}`}
      at={{ of: "workload", workload: index, field: of }}
      field={of}
      onValue={(value) => edit({ do: "workload", index, change: { [of]: value }, field: of })}
    />
  );
});

interface MeanCountProps extends Omit<ComponentProps<typeof MeanField>, "label" | "field"> {
  readonly of: RangeField & keyof typeof LABELS;
}

/** The same of a number that may be a range. */
export const MeanCount = memo(function MeanCount({ of, ...rest }: MeanCountProps) {
  return <MeanField {...rest} label={LABELS[of]} field={of} />;
});

interface SizeFieldsProps {
  readonly workload: Workload;
  readonly index: number;
  /** Whether writing to the cache has a price. */
  readonly hasWrites: boolean;
  /** Whether the model gives output; fields of output are shown without it too where one is filled. */
  readonly gives: boolean;
}

/** Prompts are cached from so many tokens on. */
const LEAST_CACHED = 1024;

/** What stands beside the cached part: that it is less than what is ever cached, else its share. */
const cachedHint = (cached: number, input: number) =>
  cached > 0 && cached < LEAST_CACHED ? (
    <span className="flex items-center gap-[5px] text-near">
      <WarnMark size={12} />
      under 1,024
    </span>
  ) : (
    shareHint(cached, input, "input")
  );

/** The tokens of one request: what goes in, what comes out, and the cap. */
export function SizeFields({ workload, index, hasWrites, gives }: SizeFieldsProps) {
  const edit = useEdit();
  const { inputTokens, cachedInputTokens, cacheWriteTokens, visibleOutputTokens, reasoningTokens } = workload;
  const { maxCompletionTokens, ranges } = workload;
  const output = visibleOutputTokens + reasoningTokens;
  const set = (field: keyof Workload) => (value: unknown) =>
    edit({ do: "workload", index, change: { [field]: value }, field });
  return (
    <>
      <MeanCount of="inputTokens" index={index} number={inputTokens} ranges={ranges} hint="tokens" />
      {(gives || cachedInputTokens > 0) && (
        <MeanField
          label={<TokenLabel of="cached" />}
          index={index}
          field="cachedInputTokens"
          number={cachedInputTokens}
          ranges={ranges}
          read={(text) => parseMean(text, "cachedInputTokens", mostCached(inputTokens))}
          sub
          hint={cachedHint(cachedInputTokens, inputTokens)}
        />
      )}
      {(hasWrites || cacheWriteTokens !== undefined) && (
        <InputField
          label={<TokenLabel of="written" />}
          name={`w${index}.cacheWriteTokens`}
          value={cacheWriteTokens}
          shown={formatNumber(cacheWriteTokens ?? 0)}
          read={(text) =>
            parseTyped(text, "cacheWriteTokens", {
              max: inputTokens - cachedInputTokens,
              because: `written cannot exceed input that is not cached, ${formatNumber(inputTokens - cachedInputTokens)}`,
            })
          }
          onValue={set("cacheWriteTokens")}
          describe={formatNumber}
          sub
          optional
          hint="to the cache"
        />
      )}
      {(gives || visibleOutputTokens > 0) && (
        <MeanCount of="visibleOutputTokens" index={index} number={visibleOutputTokens} ranges={ranges} hint="" />
      )}
      {(gives || reasoningTokens > 0) && (
        <MeanCount
          of="reasoningTokens"
          index={index}
          number={reasoningTokens}
          ranges={ranges}
          hint={reasoningHint(workload.model, reasoningTokens, shareHint(reasoningTokens, output, "output"))}
        />
      )}
      {(gives || maxCompletionTokens !== undefined) && (
        <Count
          of="maxCompletionTokens"
          index={index}
          value={maxCompletionTokens}
          optional
          placeholder="none"
          hint={capHint(maxCompletionTokens, output)}
        />
      )}
    </>
  );
}
