import type { ComponentProps } from "react";
import { Swatch } from "@/components/figures/swatch";
import { TermLink } from "@/components/figures/term-link";
import { classNames } from "@/components/ui/class-names";

interface FieldLabelProps extends ComponentProps<"label"> {
  /** A part of the field above. */
  readonly sub?: boolean | undefined;
}

/** The label of a field in a FieldGrid. */
export function FieldLabel({ sub = false, className, ...rest }: FieldLabelProps) {
  return <label {...rest} className={classNames("flex items-center gap-2", sub && "text-ink-2", className)} />;
}

const TOKEN_NAMES = {
  input: "Input",
  cached: (
    <span>
      of which <TermLink of="cached">cached</TermLink>
    </span>
  ),
  written: "of which written",
  visible: "Visible output",
  reasoning: <TermLink of="reasoning">Reasoning</TermLink>,
  cap: <TermLink of="cap">Cap</TermLink>,
} as const;

/** The name of a kind of token beside its colour, as the label of its field. */
export const TokenLabel = ({ of }: { of: keyof typeof TOKEN_NAMES }) => (
  <>
    <Swatch of={of} />
    {TOKEN_NAMES[of]}
  </>
);
