import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import styles from "./segmented.module.css";

interface SegmentedProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

/** One choice of a few, all in sight. Uncontrolled: `Panes` follow it in CSS, with or without scripts. */
export function Segmented({ legend, name, options, chosen }: SegmentedProps) {
  return (
    <fieldset>
      <legend className="sr-only">{legend}</legend>
      <SegmentedRow>
        {options.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
            {label}
          </label>
        ))}
      </SegmentedRow>
    </fieldset>
  );
}

/** The row of a segmented choice; its children are labels with a radio in each. */
export function SegmentedRow({ className, ...rest }: ComponentProps<"div">) {
  return <div {...rest} data-choices="" className={classNames(styles.choices, className)} />;
}
