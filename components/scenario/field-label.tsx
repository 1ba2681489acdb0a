import type { ComponentProps } from "react";
import type { FieldName } from "@/lib/link";
import { Swatch } from "@/components/figures/swatch";
import { FieldFrame } from "@/components/ui/fields/field-frame";
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
  cached: "of which cached",
  written: "of which written",
  visible: "Visible output",
  reasoning: "Reasoning",
  cap: "Cap",
} as const;

/** The name of a kind of token beside its colour, as the label of its field. */
export const TokenLabel = ({ of }: { of: keyof typeof TOKEN_NAMES }) => (
  <>
    <Swatch of={of} />
    {TOKEN_NAMES[of]}
  </>
);

interface SelectFieldProps<T extends string> {
  readonly label: string;
  /** The name the field is sent under without JavaScript, and its id. */
  readonly name: FieldName;
  readonly value: T;
  readonly options: readonly T[];
  readonly names: Readonly<Record<T, string>>;
  readonly onValue: (value: T) => void;
}

/** A labelled choice of a few words. */
export function SelectField<T extends string>({ label, name, value, options, names, onValue }: SelectFieldProps<T>) {
  return (
    <>
      <FieldLabel htmlFor={name}>{label}</FieldLabel>
      <FieldFrame className="col-[2/4]">
        <select id={name} name={name} value={value} onChange={({ target }) => onValue(target.value as T)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
      </FieldFrame>
    </>
  );
}
