import type { ComponentProps } from "react";
import { classNames } from "../class-names";
import styles from "./banner.module.css";

/** A framed line over the page’s own words: mark, text, actions; `info` where nothing is wrong. */
export function Banner({ info = false, className, ...rest }: { info?: boolean } & ComponentProps<"div">) {
  return <div {...rest} className={classNames(styles.banner, info && styles.info, className)} />;
}
