import { memo } from "react";
import { MOST } from "@/lib/scenario";
import { Button } from "@/components/ui/button";
import type { Act, WorkloadAction } from "./use-workload-actions";

interface WorkloadButtonsProps {
  readonly index: number;
  readonly name: string;
  /** Of all workloads. */
  readonly count: number;
  readonly act: Act;
}

/** What can be done with a workload. */
export const WorkloadButtons = memo(function WorkloadButtons({ index, name, count, act }: WorkloadButtonsProps) {
  const button = (action: WorkloadAction, label: string, disabled = false) => (
    <Button
      type="submit"
      name="do"
      value={`${action}.${index}`}
      small
      disabled={disabled}
      aria-label={`${label} ${name}`}
      onClick={(event) => {
        event.preventDefault();
        act(action, index);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {button("usage", "Paste usage")}
      {button("duplicate", "Duplicate", count >= MOST.workloads)}
      {count > 1 && button("up", "Move up", index === 0)}
      {count > 1 && button("down", "Move down", index === count - 1)}
      {count > 1 ? button("remove", "Remove") : button("clear", "Clear")}
    </div>
  );
});
