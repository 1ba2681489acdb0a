import type { ComponentProps } from "react";
import type { FieldName } from "@/lib/link";
import { CHOICES, DEFAULTS, type NumberField, type Shape, type Workload } from "@/lib/scenario";
import { useEdit } from "@/components/scenario/edit-context";
import type { Changes } from "@/components/scenario/edits";
import { NumberInput } from "@/components/scenario/field";
import { SelectField } from "@/components/scenario/select-field";
import { shapeChange } from "./changes";
import { ARRIVAL_NAMES, SHAPE_NAMES, SIZE_NAMES } from "@/lib/view/names";

const fieldName = (index: number, key: keyof Workload): FieldName => `w${index}.${key}`;

/** Changes the workload at `index`; edits of one `field` in a row are one step of undo. */
function useWorkloadChange(index: number) {
  const edit = useEdit();
  return (change: Changes<Workload>, field?: keyof Workload) => edit({ do: "workload", index, change, field });
}

interface WorkloadNumberProps extends Omit<ComponentProps<typeof NumberInput>, "name" | "field" | "onValue"> {
  readonly index: number;
  readonly of: NumberField & keyof Workload;
  /** The value that is not written. */
  readonly implied?: number;
}

/** A number of the workload at `index`. */
export function WorkloadNumber({ index, of, implied, ...rest }: WorkloadNumberProps) {
  const change = useWorkloadChange(index);
  const written = (value: number | undefined) => (value === implied ? undefined : value);
  return (
    <NumberInput
      {...rest}
      name={fieldName(index, of)}
      field={of}
      onValue={(value) => change({ [of]: written(value) }, of)}
    />
  );
}

interface Choice {
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
  readonly options: readonly string[];
}

const WORKLOAD_CHOICES: Readonly<Record<"shape" | "arrivals" | "sizes", Choice>> = {
  shape: { label: "Shape", names: SHAPE_NAMES, options: CHOICES.shape },
  arrivals: { label: "Arrivals", names: ARRIVAL_NAMES, options: CHOICES.arrivals },
  sizes: { label: "Sizes", names: SIZE_NAMES, options: CHOICES.sizes },
};

interface WorkloadChoiceProps {
  readonly workload: Workload;
  readonly index: number;
  readonly of: keyof typeof WORKLOAD_CHOICES;
}

/** A choice of words about the workload at `index`; the implied one is not written. */
export function WorkloadChoice({ workload, index, of }: WorkloadChoiceProps) {
  const change = useWorkloadChange(index);
  const implied = DEFAULTS.implied[of];
  const changeTo = (chosen: string): Changes<Workload> =>
    of === "shape" ? shapeChange(workload, chosen as Shape) : { [of]: chosen === implied ? undefined : chosen };
  return (
    <SelectField
      {...WORKLOAD_CHOICES[of]}
      name={fieldName(index, of)}
      value={workload[of] ?? implied}
      onValue={(chosen) => change(changeTo(chosen))}
    />
  );
}
