import { parseTyped, type FieldName } from "@/lib/link";
import { formatNumber } from "@/lib/view/text";
import { InputField } from "./field";
import { TokenLabel } from "./field-label";
import { shareHint } from "./hints";

interface CachedFieldProps {
  readonly name: FieldName;
  readonly value: number;
  readonly inputTokens: number;
  readonly onValue: (value: number | undefined) => void;
}

/** The bound of cached input, which is a part of the input. */
export const mostCached = (inputTokens: number) => ({
  max: inputTokens,
  because: `cached cannot exceed input, ${formatNumber(inputTokens)}`,
});

/** The cached part of the input, within the input. */
export function CachedField({ name, value, inputTokens, onValue }: CachedFieldProps) {
  return (
    <InputField
      label={<TokenLabel of="cached" />}
      name={name}
      value={value}
      shown={formatNumber(value)}
      read={(text) => parseTyped(text, "cachedInputTokens", mostCached(inputTokens))}
      onValue={onValue}
      describe={formatNumber}
      sub
      hint={shareHint(value, inputTokens, "input")}
    />
  );
}
