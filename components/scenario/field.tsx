"use client";

import { useId, useState, type ReactNode } from "react";
import { type NumberField } from "@/lib/scenario";
import { parseTyped, type FieldName, type Typed } from "@/lib/link";
import { encodeFocusTarget, type FocusTarget } from "@/lib/view/estimate";
import { formatNumber } from "@/lib/view/text";
import { FieldError, FieldFrame, FieldHint, FieldUnit } from "@/components/ui/fields/field-frame";
import { takeTyped } from "@/components/ui/hooks/take-typed";
import { VariantMark } from "@/components/figures/shown-variant";
import { FieldLabel } from "./field-label";
import { useEdit } from "./edit-context";

interface InputProps<T> {
  readonly label: ReactNode;
  /** The name the field is sent under without JavaScript; empty: it is not sent. */
  readonly name: FieldName | "";
  /** Where a note can send the focus. */
  readonly at?: FocusTarget | undefined;
  readonly value: T | undefined;
  readonly shown: string;
  readonly read: (text: string) => Typed<T>;
  readonly onValue: (value: T | undefined) => void;
  readonly optional?: boolean | undefined;
  readonly unit?: string | undefined;
  /** `text` where words are typed too: a keyboard of digits has none. */
  readonly keyboard?: "text" | "decimal";
  readonly hint?: ReactNode;
  readonly placeholder?: string | undefined;
  readonly sub?: boolean | undefined;
  readonly describe?: (value: T) => string;
  readonly wide?: boolean | undefined;
  readonly children?: ReactNode;
}

/**
 * A labelled field of text. It says what it understood, and keeps the last good value where it understood
 * nothing.
 */
export function InputField<T>({
  label,
  name,
  at,
  value,
  shown,
  read,
  onValue,
  optional,
  unit,
  keyboard = "decimal",
  hint,
  placeholder,
  sub,
  describe,
  wide,
  children,
}: InputProps<T>) {
  const id = useId();
  const edit = useEdit();
  const [draft, setDraft] = useState<{ text: string; of: T | undefined; error: string | null } | null>(null);
  // A draft belongs to the value it led to: an undo or another scenario shows its own.
  const current = draft && Object.is(draft.of, value) ? draft : null;
  const text = current?.text ?? shown;
  const error = current?.error ?? null;
  const understood =
    current && !error && value !== undefined && describe && current.text.trim() !== shown
      ? `= ${describe(value)}`
      : null;

  function type(typed: string) {
    if (typed.trim() === "" && optional) {
      setDraft({ text: typed, of: undefined, error: null });
      if (value !== undefined) onValue(undefined);
      return;
    }
    const parsed = read(typed);
    if ("error" in parsed) {
      const kept = value === undefined ? "." : `; ${shown} is still used.`;
      setDraft({ text: typed, of: value, error: parsed.error + kept });
      return;
    }
    setDraft({ text: typed, of: parsed.value, error: null });
    if (!Object.is(parsed.value, value)) onValue(parsed.value);
  }

  const errorId = error ? `${id}e` : undefined;
  return (
    <>
      <FieldLabel sub={sub} htmlFor={id}>
        {label}
      </FieldLabel>
      <FieldFrame bad={error !== null} className={wide ? "col-[2/4]" : undefined}>
        <input
          ref={takeTyped}
          id={id}
          name={name}
          data-at={at && encodeFocusTarget(at)}
          value={text}
          placeholder={placeholder}
          inputMode={keyboard}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={errorId ?? (hint || understood ? `${id}h` : undefined)}
          onChange={(event) => type(event.target.value)}
          onBlur={() => {
            if (!error) setDraft(null);
            edit({ do: "leave" });
          }}
        />
        {unit && <FieldUnit>{unit}</FieldUnit>}
      </FieldFrame>
      {children ?? (!wide && <FieldHint id={`${id}h`}>{understood ?? hint}</FieldHint>)}
      <VariantMark field={name} />
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </>
  );
}

/** What an `InputField` of one kind of value leaves to say. */
export type KindProps<T> = Omit<InputProps<T>, "shown" | "read" | "describe">;

/** A number within what the scenario accepts of `field`. */
export function NumberInput({ field, ...rest }: KindProps<number> & { readonly field: NumberField }) {
  return (
    <InputField
      {...rest}
      shown={rest.value === undefined ? "" : formatNumber(rest.value)}
      read={(text) => parseTyped(text, field)}
      describe={formatNumber}
    />
  );
}
