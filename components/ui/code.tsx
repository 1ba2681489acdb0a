import { useId, type ReactNode } from "react";
import { CopyButton } from "./copy-button";

/**
 * Something to type or to read as it is: what it does over it, a button that copies it, and, where the address can
 * just be opened, a link that does.
 */
export function Code({ label, open, children }: { label: ReactNode; open?: string; children: string }) {
  const id = useId();
  return (
    <figure className="mb-4">
      <figcaption className="mb-1 flex items-center gap-4 text-small text-ink-2">
        <span className="mr-auto">{label}</span>
        {open && (
          <a href={open} className="py-1 max-tablet:py-2">
            Open
          </a>
        )}
        <CopyButton from={id}>Copy</CopyButton>
      </figcaption>
      <pre
        id={id}
        className="rounded-field border border-line bg-panel px-3 py-2 font-mono text-12 leading-[1.6] [overflow-wrap:anywhere] whitespace-pre-wrap"
      >
        {children}
      </pre>
    </figure>
  );
}

/** A sentence with `code words` in it. */
export function Words({ children }: { children: string }) {
  return children.split("`").map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece));
}
