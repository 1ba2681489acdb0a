import { Mark, type MarkProps } from "./marks";

/** A tick in a disc. */
export function YesMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="8" cy="8" r="8" fill="currentColor" />
      <path d="M4.6 8.3 7 10.7l4.5-5" stroke="var(--bg)" />
    </Mark>
  );
}

/** An octagon: not now and not later. */
export function NeverMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <path d="M4.7 0h6.6L16 4.7v6.6L11.3 16H4.7L0 11.3V4.7z" fill="currentColor" />
      <path d="M4.5 8h7" stroke="var(--bg)" strokeWidth="2" />
    </Mark>
  );
}

/** A dashed ring: cannot be told. */
export function UnknownMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle
        cx="8"
        cy="8"
        r="7.1"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="butt"
        strokeDasharray="3 2.1"
      />
      <path d="M5 8h6" stroke="currentColor" />
    </Mark>
  );
}

/** A ring with an i. */
export function InfoMark(props: MarkProps) {
  return (
    <Mark {...props}>
      <circle cx="8" cy="8" r="7.2" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 7.3v4M8 4.7v.2" stroke="currentColor" />
    </Mark>
  );
}
