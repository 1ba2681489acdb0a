"use client";

import { useEffect, useRef, type ComponentProps } from "react";
import { classNames } from "./class-names";
import styles from "./sheet.module.css";

/** A modal dialog, open while it is mounted: in the middle, and all of a phone’s width. `onClose` is heard when it closes by itself. */
export function Sheet({ className, ...rest }: ComponentProps<"dialog">) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return <dialog {...rest} ref={dialog} className={classNames(styles.sheet, className)} />;
}
