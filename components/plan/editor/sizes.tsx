import { memo, type ComponentProps } from "react";
import { parseTyped } from "@/lib/link";
import type { Workload } from "@/lib/scenario";
import { formatNumber } from "@/lib/view/text";
import { CachedField } from "@/components/scenario/cached-field";
import { useEdit } from "@/components/scenario/edit-context";
import { InputField, NumberInput } from "@/components/scenario/field";
import { TermLink } from "@/components/figures/term-link";
import { TokenLabel } from "@/components/scenario/field-label";
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

interface SizeFieldsProps {
  readonly workload: Workload;
  readonly index: number;
  /** Whether writing to the cache has a price. */
  readonly hasWrites: boolean;
  /** Whether the model gives output; fields of output are shown without it too where one is filled. */
  readonly gives: boolean;
}

/** The tokens of one request: what goes in, what comes out, and the cap. */
export function SizeFields({ workload, index, hasWrites, gives }: SizeFieldsProps) {
  const edit = useEdit();
  const { inputTokens, cachedInputTokens, cacheWriteTokens, visibleOutputTokens, reasoningTokens } = workload;
  const { maxCompletionTokens } = workload;
  const output = visibleOutputTokens + reasoningTokens;
  const set = (field: keyof Workload) => (value: unknown) =>
    edit({ do: "workload", index, change: { [field]: value }, field });
  return (
    <>
      <Count of="inputTokens" index={index} value={inputTokens} hint="tokens" />
      {(gives || cachedInputTokens > 0) && (
        <CachedField
          name={`w${index}.cachedInputTokens`}
          value={cachedInputTokens}
          inputTokens={inputTokens}
          warns
          onValue={set("cachedInputTokens")}
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
        <Count of="visibleOutputTokens" index={index} value={visibleOutputTokens} hint="" />
      )}
      {(gives || reasoningTokens > 0) && (
        <Count
          of="reasoningTokens"
          index={index}
          value={reasoningTokens}
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
