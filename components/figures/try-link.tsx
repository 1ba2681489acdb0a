"use client";

import { useContext, type MouseEvent, type ReactNode } from "react";
import { encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { TryContext } from "./try-context";
import styles from "./try-link.module.css";

const LOOKS = {
  button: buttonLook({ small: true }),
  large: buttonLook(),
  go: buttonLook({ go: true, small: true }),
  name: styles.name,
  plain: undefined,
} as const;

interface TryLinkProps {
  readonly scenario: Scenario;
  /** `name`: the name of what is tried, as plain text; `plain`: as the links around it look. */
  readonly look?: keyof typeof LOOKS;
  readonly className?: string;
  readonly label?: string;
  readonly done?: string;
  /** It is what is open already. */
  readonly current?: boolean;
  readonly children: ReactNode;
}

/**
 * A press that tries another scenario: one undo step, told of as `done` if that is given, and without
 * JavaScript a plain link to it.
 */
export function TryLink({ scenario, look = "button", className, label, done, current, children }: TryLinkProps) {
  const { page, attempt } = useContext(TryContext);
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    attempt(scenario, done);
  };
  return (
    <a
      className={classNames(LOOKS[look], className)}
      href={encodeLink(scenario, page)}
      onClick={press}
      aria-label={label}
      aria-current={current || undefined}
      rel="nofollow"
    >
      {children}
    </a>
  );
}
