import { PRESETS } from "@/lib/scenario";
import { useEdit } from "@/components/scenario/edit-context";
import { buttonLook } from "@/components/ui/button";

/** Workloads to start from. */
export function Presets({ full }: { full: boolean }) {
  const edit = useEdit();
  return (
    <label className={buttonLook({}, "relative only-with-scripts")}>
      From a preset
      <select
        className="absolute inset-0 cursor-pointer opacity-0"
        aria-label="Add a workload from a preset"
        value=""
        disabled={full}
        onChange={(event) => edit({ do: "add", workload: PRESETS[Number(event.target.value)]! })}
      >
        <option value="" disabled>
          Choose a preset
        </option>
        {PRESETS.map(({ name }, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
