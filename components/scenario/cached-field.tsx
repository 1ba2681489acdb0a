import { parseTyped, type FieldName } from "@/lib/link";
import { formatNumber } from "@/lib/view/text";
import { WarnMark } from "@/components/ui/marks";
import { InputField } from "./field";
import { TokenLabel } from "./field-label";
import { shareHint } from "./hints";

/** Prompts are cached from 1,024 tokens on. */
const LEAST_CACHED = 1024;

interface CachedFieldProps {
  readonly name: FieldName;
  readonly value: number;
  readonly inputTokens: number;
  /** Whether to warn of less than what is ever cached. */
  readonly warns?: boolean;
  readonly onValue: (value: number | undefined) => void;
}

/** The cached part of the input, within the input. */
export function CachedField({ name, value, inputTokens, warns = false, onValue }: CachedFieldProps) {
  const tooFew = warns && value > 0 && value < LEAST_CACHED;
  return (
    <InputField
      label={<TokenLabel of="cached" />}
      name={name}
      value={value}
      shown={formatNumber(value)}
      read={(text) =>
        parseTyped(text, "cachedInputTokens", {
          max: inputTokens,
          because: `cached cannot exceed input, ${formatNumber(inputTokens)}`,
        })
      }
      onValue={onValue}
      describe={formatNumber}
      sub
      hint={
        tooFew ? (
          <span className="flex items-center gap-[5px] text-near">
            <WarnMark size={12} />
            under 1,024
          </span>
        ) : (
          shareHint(value, inputTokens, "input")
        )
      }
    />
  );
}
