import { MOST } from "@/lib/scenario";
import { useEdit } from "@/components/scenario/edit-context";
import { enterWorkload } from "@/components/scenario/focus-workload";
import { PresetButton } from "@/components/scenario/preset-button";

/** Adds one of the presets to `count` workloads, unless these are as many as can be. */
export function Presets({ count }: { count: number }) {
  const edit = useEdit();
  return (
    <PresetButton
      text="From a preset"
      label="Add a workload from a preset"
      disabled={count >= MOST.workloads}
      onPreset={(workload) => {
        edit({ do: "add", workload });
        enterWorkload(count);
      }}
    />
  );
}
