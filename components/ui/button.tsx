import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import styles from "./button.module.css";

interface Look {
  /** The one action a page asks for: solid ink. */
  go?: boolean | undefined;
  small?: boolean | undefined;
}

/** The class of what looks like a button and is none: a `label` around a file input or a select. */
export const buttonLook = ({ go = false, small = false }: Look = {}, className?: string) =>
  classNames(styles.button, go && styles.solid, small && styles.small, className);

/** A button that submits nothing unless `type` says so. */
export function Button({ go, small, className, ...rest }: Look & ComponentProps<"button">) {
  return <button type="button" {...rest} className={buttonLook({ go, small }, className)} />;
}

/** A link that looks like a button: it goes to another page. */
export function LinkButton({ go, small, className, ...rest }: Look & ComponentProps<"a"> & { href: string }) {
  return <a {...rest} className={buttonLook({ go, small }, className)} />;
}

/** A button that is a picture: `aria-label` says what it does. */
export function IconButton({ className, ...rest }: ComponentProps<"button"> & { "aria-label": string }) {
  return <button type="button" {...rest} className={classNames(styles.icon, className)} />;
}
