import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";
import styles from "./rule-layout.module.css";

/** Words beside their sums; marked at the left where a link leads to it. */
export function RuleLayout({ className, ...rest }: ComponentProps<"article">) {
  return <article {...rest} className={classNames(styles.rule, className)} />;
}
