import { PRESETS, type Workload } from "@/lib/scenario";
import { buttonLook } from "@/components/ui/button";
import { takeTyped } from "@/components/ui/hooks/take-typed";

interface PresetButtonProps {
  /** What the button says. */
  readonly text: string;
  /** The name of the control. */
  readonly label: string;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly onPreset: (preset: Workload) => void;
}

/** A button that lets one of the presets be chosen; the same one can be chosen again. Needs scripts. */
export function PresetButton({ text, label, small = false, disabled = false, onPreset }: PresetButtonProps) {
  return (
    <label className={buttonLook({ small }, "relative only-with-scripts")}>
      {text}
      <select
        ref={takeTyped}
        className="absolute inset-0 cursor-pointer opacity-0"
        aria-label={label}
        value=""
        disabled={disabled}
        onChange={({ target }) => onPreset(PRESETS[Number(target.value)]!)}
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
