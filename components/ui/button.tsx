import type { ComponentProps } from "react";

interface Look {
  /** The one action a page asks for: solid ink. */
  go?: boolean;
  small?: boolean;
}

const look = ({ go, small }: Look, className = "") =>
  `btn${go ? " go" : ""}${small ? " sm" : ""} ${className}`.trimEnd();

/** A button that submits nothing unless `type` says so. */
export function Button({ go, small, className, ...rest }: Look & ComponentProps<"button">) {
  return <button type="button" {...rest} className={look({ ...(go && { go }), ...(small && { small }) }, className)} />;
}

/** A link that looks like a button: it goes to another page. */
export function LinkButton({ go, small, className, ...rest }: Look & ComponentProps<"a"> & { href: string }) {
  return <a {...rest} className={look({ ...(go && { go }), ...(small && { small }) }, className)} />;
}
