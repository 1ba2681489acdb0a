import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import styles from "./section.module.css";
import { WholeNames } from "./whole-names";

interface SectionProps extends ComponentProps<"section"> {
  /** The id of the heading; the section’s own and `-h` if it is not given. */
  readonly "aria-labelledby"?: string;
  readonly eyebrow: string;
  readonly finding: ReactNode;
  readonly tools?: ReactNode;
  /** What the marks of a drawing mean; printed, as tools are not. */
  readonly legend?: ReactNode;
}

/** A section over a hairline: what it is about, what was found, and its tools. */
export function Section({ eyebrow, finding, tools, legend, className, children, ...rest }: SectionProps) {
  const heading = rest["aria-labelledby"] ?? `${rest.id}-h`;
  return (
    <section {...rest} className={classNames(styles.section, className)} aria-labelledby={heading}>
      <header className={styles.head}>
        <div>
          <Eyebrow>{eyebrow}</Eyebrow>
          <h2 id={heading}>
            <WholeNames>{finding}</WholeNames>
          </h2>
        </div>
        {tools && <div className={styles.tools}>{tools}</div>}
        {legend}
      </header>
      {children}
    </section>
  );
}

/** A section without a heading: `label` is read out in its place. */
export function BareSection({ label, className, ...rest }: { readonly label: string } & ComponentProps<"section">) {
  return <section {...rest} className={classNames(styles.section, className)} aria-label={label} />;
}

/** The line over a heading that says what it is about. */
export function Eyebrow({ children }: { children: ReactNode }) {
  return <span className={styles.eyebrow}>{children}</span>;
}
