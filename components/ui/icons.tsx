import type { ReactNode } from "react";

/** The frame of an icon: 16 units square, drawn in lines. */
export function Icon({ size = 16, children }: { size?: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** Icons are decoration: the button they stand in carries the name. */
export const LinkIcon = () => (
  <Icon size={14}>
    <path d="m6.5 9.5 3-3M7 4.5l1.6-1.6a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.6 1.6a3.2 3.2 0 0 1-4.5-4.5L4.5 7" />
  </Icon>
);
export const UndoIcon = () => (
  <Icon>
    <path d="m5.5 2.5-3 3 3 3M3 5.5h6.3a4 4 0 0 1 0 8H6" />
  </Icon>
);
export const RedoIcon = () => (
  <Icon>
    <path d="m10.5 2.5 3 3-3 3M13 5.5H6.7a4 4 0 0 0 0 8H10" />
  </Icon>
);
export const MoreIcon = () => (
  <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
    <circle cx="3" cy="8" r="1.5" />
    <circle cx="8" cy="8" r="1.5" />
    <circle cx="13" cy="8" r="1.5" />
  </svg>
);
