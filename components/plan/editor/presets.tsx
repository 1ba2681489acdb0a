import { useEdit } from "@/components/scenario/edit-context";
import { PresetButton } from "@/components/scenario/preset-button";

/** Adds one of the presets; `full` where there are as many workloads as can be. */
export function Presets({ full }: { full: boolean }) {
  const edit = useEdit();
  return (
    <PresetButton
      text="From a preset"
      label="Add a workload from a preset"
      disabled={full}
      onPreset={(workload) => edit({ do: "add", workload })}
    />
  );
}
