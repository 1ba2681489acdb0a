import styles from "./step-list.module.css";

interface ListedStep {
  readonly label: string;
  /** The sum that leads to the value; none where the value is what was given. */
  readonly expression?: string | undefined;
  readonly value: string;
}

/** Lines of arithmetic, each with its name over it. */
export function StepList({ label, steps }: { label: string; steps: readonly ListedStep[] }) {
  return (
    <dl className={styles.steps} aria-label={label}>
      {steps.map(({ label: name, expression, value }) => (
        <div key={name}>
          <dt className={expression ? undefined : styles.beside}>{name}</dt>
          {expression && <dd>{expression}</dd>}
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
