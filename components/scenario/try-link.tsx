"use client";

import type { MouseEvent, ReactNode } from "react";
import { encodeLink } from "@/lib/link";
import type { Scenario } from "@/lib/scenario";
import { useEdit, usePage } from "@/components/scenario/draft";

/** A press that tries another scenario: one undo step, told of as `done` if that is given, and without JavaScript a plain link to it. */
export function TryLink({
  scenario,
  className = "btn sm",
  label,
  done,
  children,
}: {
  scenario: Scenario;
  className?: string;
  label?: string;
  done?: string;
  children: ReactNode;
}) {
  const edit = useEdit();
  const page = usePage();
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    edit({ do: "set", scenario, ...(done !== undefined && { done }) });
  };
  return (
    <a className={className} href={encodeLink(scenario, page)} onClick={press} aria-label={label} rel="nofollow">
      {children}
    </a>
  );
}
