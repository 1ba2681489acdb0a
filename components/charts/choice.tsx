interface ChartChoiceProps {
  readonly label: string;
  readonly value: string | number;
  readonly options: readonly { readonly value: string | number; readonly name: string }[];
  /** Is given the value of the chosen option as text. */
  readonly onChoose: (value: string) => void;
}

/** The select beside the eyebrow of a chart, where one chart stands for several. */
export function ChartChoice({ label, value, options, onChoose }: ChartChoiceProps) {
  return (
    <select
      className="only-with-scripts field-sizing-content max-w-[60%] truncate bg-bg text-12 text-ink-2"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChoose(target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
