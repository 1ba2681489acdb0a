import type { ReactNode } from "react";

/** A section over a hairline: what it is about, what was found, and its tools. */
export function Section({
  id,
  eyebrow,
  finding,
  tools,
  children,
}: {
  id: string;
  eyebrow: string;
  finding: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="sec" id={id} aria-labelledby={`${id}-h`}>
      <header>
        <div>
          <span className="eye">{eyebrow}</span>
          <h2 id={`${id}-h`}>{finding}</h2>
        </div>
        {tools}
      </header>
      {children}
    </section>
  );
}
