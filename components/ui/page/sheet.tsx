"use client";

import { useEffect, type ComponentProps, type RefObject } from "react";
import { classNames } from "../class-names";
import styles from "./sheet.module.css";

interface SheetProps extends ComponentProps<"dialog"> {
  /** What closes it: `ref.current!.close()`. */
  readonly ref: RefObject<HTMLDialogElement | null>;
}

/**
 * A modal dialog, open while it is mounted: in the middle, and all of a phone’s width. Closed by itself, it
 * gives the focus back to what had it.
 */
export function Sheet({ ref, className, ...rest }: SheetProps) {
  useEffect(() => ref.current!.showModal(), [ref]);
  return <dialog {...rest} ref={ref} className={classNames(styles.sheet, className)} />;
}
