import { parseDecimal, toShortestText } from "@/lib/money";
import { DECIMAL_ACCEPTED } from "@/lib/fields";
import { parseTypedDecimal, type Typed } from "@/lib/link";
import { InputField, type KindProps } from "./field";

function readDecimal(text: string): Typed<string> {
  const typed = parseTypedDecimal(text);
  if ("error" in typed) return typed;
  const parsed = parseDecimal(typed.value);
  return parsed
    ? { value: toShortestText(parsed) }
    : { error: `${typed.value} is not accepted; give ${DECIMAL_ACCEPTED}` };
}

/** An exact decimal: money. */
export function DecimalInput({ aboveZero, ...rest }: KindProps<string> & { readonly aboveZero?: boolean }) {
  const read = (text: string): Typed<string> => {
    const typed = readDecimal(text);
    return "value" in typed && aboveZero && typed.value === "0"
      ? { error: "0 is not accepted; give an amount above 0" }
      : typed;
  };
  return <InputField {...rest} shown={rest.value ?? ""} read={read} describe={(value) => value} />;
}
