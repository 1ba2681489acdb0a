import type { FieldName } from "@/lib/link";
import { FieldFrame } from "@/components/ui/fields/field-frame";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { VariantMark } from "@/components/figures/shown-variant";
import { FieldLabel } from "./field-label";

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
        <select
          ref={takeTyped}
          id={name}
          name={name}
          value={value}
          onChange={({ target }) => onValue(target.value as T)}
        >
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
        </select>
      </FieldFrame>
      <VariantMark field={name} />
    </>
  );
}
