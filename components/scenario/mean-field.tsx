import { createContext, use, type ComponentType, type ReactNode } from "react";
import { parseMean, type FieldName, type Typed } from "@/lib/link";
import type { Workload } from "@/lib/scenario";
import { meanChange, type Mean, type RangeField } from "@/lib/scenario/ranges";
import { formatNumber } from "@/lib/view/text";
import { useEdit } from "./edit-context";
import { InputField, type KindProps } from "./field";

/** What a note on a range is about. */
export interface RangeNoteProps {
  readonly index: number;
  readonly field: RangeField;
  /** The number that counts wherever no range is asked for. */
  readonly number: number;
  readonly ranges: NonNullable<Workload["ranges"]>;
}

/** The note under a field that is a range, on a page that has one. */
export const RangeNoteContext = createContext<{ readonly Note: ComponentType<RangeNoteProps> } | null>(null);

/** A mean as one text, so that the same mean is the same value. */
const keyOf = ({ number, range }: Mean): string => [number, ...(range ?? [])].join(" ");
const meanOf = (key: string): Mean => {
  const [number, low, high] = key.split(" ").map(Number) as [number, number?, number?];
  return low === undefined ? { number } : { number, range: [low, high!] };
};

/** A mean as its field shows it: `600`, `300 to 2,000`. */
const describeMean = ({ number, range }: Mean): string =>
  range ? `${formatNumber(range[0])} to ${formatNumber(range[1])}` : formatNumber(number);

interface MeanFieldProps extends Omit<KindProps<string>, "name" | "at" | "value" | "onValue" | "children"> {
  readonly index: number;
  readonly field: RangeField;
  readonly number: number;
  readonly ranges: Workload["ranges"];
  readonly read?: (text: string) => Typed<Mean>;
  /** What stands in place of a hint. */
  readonly beside?: ReactNode;
}

/** A mean of a workload: a number, or a range, which takes the width of its hint and says below what it means. */
export function MeanField({ index, field, number, ranges, read, beside, ...rest }: MeanFieldProps) {
  const edit = useEdit();
  const notes = use(RangeNoteContext);
  const range = ranges?.[field];
  const mean = { number, ...(range && { range }) };
  const parse = read ?? ((text: string) => parseMean(text, field));
  const enter = (key: string | undefined) => {
    if (key === undefined) return;
    edit({ do: "workload", index, change: meanChange({ number, ranges }, field, meanOf(key)), field });
  };
  return (
    <>
      <InputField
        {...rest}
        name={`w${index}.${field}` satisfies FieldName}
        at={{ of: "workload", workload: index, field }}
        value={keyOf(mean)}
        shown={describeMean(mean)}
        read={(text) => {
          const typed = parse(text);
          return "error" in typed ? typed : { value: keyOf(typed.value) };
        }}
        onValue={enter}
        describe={(key) => describeMean(meanOf(key))}
        keyboard="text"
        wide={range !== undefined}
      >
        {range && beside ? <div className="col-start-3">{beside}</div> : beside}
      </InputField>
      {ranges && range && notes && <notes.Note index={index} field={field} number={number} ranges={ranges} />}
    </>
  );
}
