"use client";

import { useSyncExternalStore, type ReactNode } from "react";
import { IconButton } from "@/components/ui/button";
import { writeStored } from "@/components/ui/hooks/storage";

type Theme = "system" | "light" | "dark";

const NEXT: Record<Theme, Theme> = { system: "light", light: "dark", dark: "system" };
const LABELS: Record<Theme, string> = {
  system: "Theme: follows the system",
  light: "Theme: light",
  dark: "Theme: dark",
};
const PICTURE: Record<Theme, ReactNode> = {
  system: <path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />,
  light: <circle cx="8" cy="8" r="2.5" fill="currentColor" />,
  dark: <circle cx="8" cy="8" r="6.5" fill="currentColor" />,
};

/** The choice lives on the root element, where the script of the page’s head puts it before the first paint. */
function read(): Theme {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : "system";
}

function watch(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function choose(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  // Where storage is closed to this page, the choice lasts until it is left.
  writeStored("theme", theme === "system" ? null : theme);
}

/** Light, dark, or what the system says; remembered in this browser. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(watch, read, (): Theme => "system");
  return (
    <IconButton
      className="only-with-scripts"
      aria-label={LABELS[theme]}
      title={LABELS[theme]}
      onClick={() => choose(NEXT[theme])}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
        {PICTURE[theme]}
      </svg>
    </IconButton>
  );
}
